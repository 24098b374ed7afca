"""A locked keyring has a text of its own and costs nothing: after unlocking everything is there."""

import case
import window


def prompt_shown():
    """The system's own question for the password of the keyring."""
    return window.visible_window("Unlock .*Keyring")


def refuse_until(shown):
    """Escape to every question: looking whether the key store works at all asks a second time."""

    def refused():
        if prompt_shown():
            window.key("Escape")
        return shown()

    return refused


def keyring_locked(this):
    with this.app(case.profile()) as app:
        window.wait_until(prompt_shown, "question for the keyring's password")
        this.picture("prompt")
        locked = lambda: app.window.find("any", "Schlüsselbund dieses Geräts ist gesperrt")
        window.wait_until(refuse_until(locked), "the text about the locked keyring", 60)
        this.picture("locked")
        app.window.press("button", "^Noch einmal versuchen$")
        window.wait_until(prompt_shown, "second question for the keyring's password")
        window.type_keys("test")
        window.key("Return")
        app.window.press("row", "Ihr Rezept|Ja, ab morgen", 60)
        app.window.wait_row("^Nachrichten$", "Ja, ab morgen früh")
        this.picture("unlocked")


case.run("keyring-locked", keyring_locked)
