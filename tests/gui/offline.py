"""A restart without any network: everything that was there is readable, and the state is said."""

import case


def offline(this):
    with this.app(case.profile(), network=False) as app:
        app.window.press("row", "Ihr Rezept|Ja, ab morgen")
        app.window.wait_row("^Nachrichten$", "Ist mein Rezept fertig")
        app.window.wait_row("^Nachrichten$", "Ja, ab morgen früh")
        app.window.wait("alert", "Keine Verbindung", 60)
        this.picture("offline")


case.run("offline", offline)
