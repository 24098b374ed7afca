"""A locked keyring has a text of its own and costs nothing: after unlocking everything is there."""

import time

import case
import window


def prompt_shown():
    """The system's own question for the password of the keyring."""
    return window.visible_window("Unlock .*Keyring")


def keyring_locked(this):
    with this.app(case.profile()) as app:
        window.wait_until(prompt_shown, "question for the keyring's password")
        this.picture("prompt")
        window.key("Escape")
        app.window.wait("any", "Schlüsselbund dieses Geräts ist gesperrt")
        time.sleep(2)  # long enough for a second question to come up
        case.check(not prompt_shown(), "who has refused to unlock the keyring is asked again at once")
        this.picture("locked")
        app.window.press("button", "^Noch einmal versuchen$")
        window.wait_until(prompt_shown, "second question for the keyring's password")
        window.type_keys("test")
        window.key("Return")
        app.window.press("row", "Ihr Rezept|Ja, ab morgen", 60)
        app.window.wait_row("^Nachrichten$", "Ja, ab morgen früh")
        this.picture("unlocked")


case.run("keyring-locked", keyring_locked)
