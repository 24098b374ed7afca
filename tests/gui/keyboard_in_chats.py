"""The keyboard alone opens a chat and reaches everything in it."""

import case
import window
from keyboard import reaches_every_button, tab_to
from window import Atspi


def keyboard_in_chats(this):
    with this.app(case.profile()) as app:
        seen = app.window
        seen.wait_row("^Chats$", "Ihr Rezept|Ja, ab morgen", 60)
        tab_to(seen, "Ihr Rezept")
        window.key("Return")
        seen.wait_row("^Nachrichten$", "Ja, ab morgen früh")
        seen.write("^Nachricht an", "Vielen Dank")  # without a text there is nothing to send
        reaches_every_button(this, seen, "conversation")
        case.check(seen.find("button", "^Senden$").get_state_set().contains(Atspi.StateType.SENSITIVE), "nothing can be sent")


case.run("keyboard-in-chats", keyboard_in_chats)
