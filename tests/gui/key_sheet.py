"""The key sheet saved as a PDF; on a device that knows nothing its picture brings the chats back."""

import pathlib
import subprocess

import case
import window

MESSAGES = "^Nachrichten$"


def save_sheet(this, home):
    """The sheet of the profile that the first case made; a picture of the page as a scanner makes it."""
    (home / "Documents").mkdir(exist_ok=True)
    sheet = home / "Documents/Schluessel-Blatt.pdf"
    with this.app(case.profile()) as app:
        app.window.press("button", "^Mein Profil$")
        app.window.press("button", "^Ihr Schlüssel-Blatt$")
        app.window.press("button", "^Schlüssel-Blatt anzeigen$")
        this.picture("sheet")
        app.window.press("button", "^Als PDF speichern$")
        this.picture("save")
        app.window.press("button", "^Speichern$")
        app.window.wait("alert", "^Gespeichert als")
        case.check(sheet.stat().st_mode & 0o077 == 0, "others can read the sheet")
        this.picture("saved")
    (home / "Pictures").mkdir(exist_ok=True)
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", str(sheet), str(home / "Pictures/blatt")], check=True)


def key_sheet(this):
    home = pathlib.Path(case.profile().parent)
    save_sheet(this, home)
    with this.app(home / "second") as app:
        app.to_insurers()
        app.sign_in(until=("any", "^Willkommen zurück$"))
        this.picture("welcome-back")
        app.window.press("button", "Bild oder PDF vom Schlüssel-Blatt wählen")
        this.picture("open")
        app.window.press("any", "blatt.png")
        app.window.press("button", "^Wählen$")
        app.window.wait("any", "Ihre Chats sind zurück")
        this.picture("restored")
        app.window.press("button", "Zu den Chats")
        app.window.press("row", "Ihr Rezept|Ja, ab morgen")
        app.window.wait_row(MESSAGES, "Ist mein Rezept fertig")
        app.window.wait_row(MESSAGES, "Ja, ab morgen früh")
        this.picture("chats-are-back")


case.run("key-sheet", key_sheet)
