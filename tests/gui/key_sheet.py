"""The key sheet saved as a PDF; on a device that knows nothing its picture brings the chats back. Kept in the key store of this
computer, the code does it without paper, also when the profile is gone."""

import os
import pathlib
import re
import shutil
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


def chats_are_back(app):
    app.window.wait("any", "Ihre Chats sind zurück")
    app.window.press("button", "Zu den Chats")
    app.window.press("row", "Ihr Rezept|Ja, ab morgen")
    app.window.wait_row(MESSAGES, "Ist mein Rezept fertig")
    app.window.wait_row(MESSAGES, "Ja, ab morgen früh")


def described(app, name):
    node = app.window.find("any", name)
    return (node.get_description() if node else "") or ""


def keep_code(this, profile):
    with this.app(profile) as app:
        app.window.press("button", "^Mein Profil$")
        app.window.press("button", "^Ihr Schlüssel-Blatt$")
        app.window.press("any", "^Zusätzlich auf diesem Gerät sichern$")
        window.wait_until(lambda: "Gesichert im Schlüsselbund" in described(app, "^Zusätzlich auf diesem Gerät"), "code in the key store")
        this.picture("kept")


def without_paper(this, profile):
    shutil.rmtree(profile)
    os.remove(os.environ["TIM_OPENED_URLS"])  # of the sign-in before
    with this.app(profile) as app:
        app.to_insurers()
        app.sign_in(until=("any", "^Willkommen zurück$"))
        app.window.press("button", "^Auf diesem Gerät gespeichert$")
        chats_are_back(app)
        this.picture("back-without-paper")
    said = (case.OUT / "key-sheet.log").read_text(encoding="utf-8", errors="replace")
    case.check(not re.search("Es[1-9A-Za-z]{2} ?[1-9A-Za-z]{4} ?[1-9A-Za-z]{4}", said), "the log has a key code")


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
        chats_are_back(app)
        this.picture("chats-are-back")
    keep_code(this, home / "second")
    without_paper(this, home / "second")


case.run("key-sheet", key_sheet)
