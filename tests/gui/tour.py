"""The tour of the demo: sign in, start a chat with the practice, read its answer; pictures and a transcript."""

import os
import pathlib

import case
import window
from app import App

PRACTICE = "@praxis:127.0.10.2"
QUESTION = "Guten Tag, ist mein Rezept fertig?"


class Tour:
    def __init__(self, out):
        self.out = out
        self.taken = 0
        self.transcript = open(out / "transcript.txt", "w", encoding="utf-8")

    def say(self, text):
        print(text, flush=True)
        print(text, file=self.transcript, flush=True)

    def picture(self, title):
        self.taken += 1
        name = f"{self.taken:02}-{title}.png"
        window.screenshot(self.out / name)
        self.say(f"  {name}")


def tour(out):
    guide = Tour(out)
    with App(case.profile(), out / "program.log") as app:
        guide.say("First start, and the choice of the insurer")
        app.to_insurers(guide.picture)
        guide.say("Signing in through the browser")
        # A new account is asked whether its key sheet is printed; one that was here before is welcomed back.
        said = app.sign_in(guide.picture, until=("any", "Schlüssel-Blatt schon auf Papier|^Willkommen zurück$"))
        guide.say(f"  the browser says: {said.strip()}")
        guide.picture("signed-in")
        if app.window.find("any", "^Willkommen zurück$"):
            guide.say("The account was used before; its chats could come back with its key sheet: later")
            app.window.press("button", "^Später$")
            app.window.wait("list", "^Chats$")
        guide.say("A new chat with the practice")
        app.window.press("button", "^Neuer Chat$")
        app.window.write("^TI-M-Adresse$", PRACTICE)
        guide.picture("new-chat")
        app.window.press("button", "^Chat beginnen$")
        field = "^Nachricht an"
        app.window.press("field", field, 60)
        app.window.write(field, QUESTION)
        app.window.press("button", "^Senden$")
        guide.say(f"  {app.window.wait_row('^Nachrichten$', 'ist mein Rezept fertig')}")
        window.wait_until(lambda: len(answers(app)) > 0, "the practice's answer", 60)
        guide.say(f"  {answers(app)[0]}")
        guide.picture("answer")


def answers(app):
    """The practice's rows; its bot quotes the question, so its sentences begin with its name."""
    return [row for row in app.window.rows("^Nachrichten$") if "Rezept" in row and not row.startswith("Sie")]


folder = pathlib.Path(os.environ["TIM_TOUR_OUT"])
folder.mkdir(parents=True, exist_ok=True)
tour(folder)
