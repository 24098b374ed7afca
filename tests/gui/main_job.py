"""First start, sign in through the browser, accept an invitation, write, be read, read the answer."""

import re

import case
import window
from practice import Practice

ERIKA = "@x110411675:127.0.10.1"
MESSAGES = "^Nachrichten$"


def main_job(this):
    with this.app(case.profile()) as app, Practice() as practice:
        app.to_insurers(this.picture)
        page = app.sign_in(this.picture)
        case.check(page.strip(), "the page at the end of the browser says nothing")
        app.window.wait("any", "Sie haben noch keine Chats")
        # The keys are stored and backed up by now, and the person hears of the key sheet.
        app.window.wait("alert", "Schlüssel-Blatt schon auf Papier")
        this.picture("no-chats")

        room = practice.call("create", name="Ihr Rezept", invite=[ERIKA])["room"]
        app.window.wait_row("^Chats$", "Einladung|lädt Sie")
        app.window.press("row", "Einladung|lädt Sie")
        this.picture("invitation")
        app.window.press("button", "^Annehmen")

        field = "^Nachricht an"
        app.window.press("field", field)
        window.type_keys("Ist mein Rezept fertig?")
        window.wait_until(lambda: window.contents(app.window.wait("field", field)) == "Ist mein Rezept fertig?", "typed text")
        app.window.press("button", "^Senden$")
        read = practice.received(room, re.escape("Ist mein Rezept fertig?"))
        case.check(read["sender"] == ERIKA, "the practice got the message from somebody else")
        app.window.wait_row(MESSAGES, "Ist mein Rezept fertig")

        practice.call("send", room=room, body="Ja, ab morgen früh.")
        app.window.wait_row(MESSAGES, "Ja, ab morgen früh")
        this.picture("conversation")


case.run("main-job", main_job)
