"""The keyboard alone leads from the first start to the choice of the insurer."""

import case
import window
from keyboard import reaches_every_button, tab_to


def keyboard_first_run(this):
    with this.app(case.profile()) as app:
        seen = app.window
        seen.wait("any", "Können Sie das gut lesen")
        reaches_every_button(this, seen, "reading-size")
        tab_to(seen, "Weiter")
        window.key("Return")
        seen.wait("button", "^Weiter zu meiner Krankenkasse")
        reaches_every_button(this, seen, "start")
        tab_to(seen, "Weiter zu meiner Krankenkasse")
        window.key("Return")
        seen.wait("any", "Wo sind Sie versichert")
        reaches_every_button(this, seen, "insurers")


case.run("keyboard-first-run", keyboard_first_run)
