"""Further devices of the account, an independent client: one asks and is confirmed, one shows other pictures and is not."""

import re
import xml.etree.ElementTree

import case
import window
from app import ROOT
from practice import Practice

USER, ADDRESS = "anna", "@anna:127.0.10.1"


def german_names():
    """The German name of each picture by its English one."""
    names = {}
    for language in "en", "de":
        tree = xml.etree.ElementTree.parse(ROOT / f"resources/i18n/tim_{language}.ts")
        for message in tree.iter("message"):
            if message.get("id").startswith("sas."):
                names.setdefault(message.find("source").text.lower(), []).append(message.find("translation").text)
    return {english: german for english, (_, german) in names.items()}


def sign_in(app):
    app.to_insurers()
    app.window.press("button", "Demo-Krankenkasse")
    app.window.write("^Benutzername$", USER)
    app.window.write("^Passwort", f"demo-{USER}")
    app.window.press("button", "^Mit dem Passwort anmelden$")
    app.window.wait("list", "^Chats$")
    app.window.wait("alert", "Schlüssel-Blatt schon auf Papier")  # the identity is there


def until_known(phone, count):
    """A device drops what comes from one that it does not know yet."""
    window.wait_until(lambda: len(phone.call("devices", user=ADDRESS)["devices"]) >= count, "the phone to know the other devices")


def phone_asks(this, app):
    with Practice(USER, "epa") as phone:
        until_known(phone, 2)
        verification = phone.post("verify", user=ADDRESS, confirm="ask", start=False)
        app.window.wait("alert", "möchte mit diesem verglichen werden")
        this.picture("asked")
        app.window.press("button", "^Jetzt vergleichen$")
        app.window.wait("button", "^Bilder oder Zahlen vergleichen$")
        this.picture("ways")
        app.window.press("button", "^Bilder oder Zahlen vergleichen$")

        there = phone.call("waitFor", match={"kind": "sas"}, timeout=60000)
        here = window.wait_until(lambda: app.window.rows("^Sieben Bilder$"), "seven pictures")
        this.picture("pictures")
        german = german_names()
        wanted = [f"{place}. {german[name.lower()]}" for place, name in enumerate(there["names"], 1)]
        case.check(here == wanted, f"the window shows {here}, the phone {wanted}")
        app.window.press("button", "^Lieber Zahlen vergleichen$")
        numbers = window.wait_until(lambda: app.window.rows("^Drei Zahlen$"), "three numbers")
        wanted = [" ".join(str(number)) for number in there["decimal"]]
        case.check(sorted(numbers) == sorted(wanted), f"the window shows {numbers}, the phone {wanted}")
        this.picture("numbers")

        phone.call("answer", match=True)
        app.window.press("button", "^Ja, dieselben Zahlen$")
        app.window.wait("any", "^Das Gerät ist bestätigt$")
        this.picture("done")
        app.window.press("button", "^Fertig$")
        ended = phone.answer(verification)
        case.check(ended["done"] and ended["verified"], f"the phone says {ended}")


def window_asks(this, app):
    with Practice(USER, "epa") as phone:
        until_known(phone, 2)
        app.window.press("button", "^Einstellungen$")
        app.window.press("button", "^Meine Geräte$")
        app.window.press("button", "^Gerät bestätigen: ")
        this.picture("asking")
        phone.call("waitFor", match={"kind": "verification"}, timeout=60000)
        verification = phone.post("verify", user=ADDRESS, confirm="no", start=True)
        app.window.wait("alert", "nicht dasselbe gezeigt.*dazwischenzuschalten")
        this.picture("different")
        try:
            ended = phone.answer(verification)
        except RuntimeError as error:
            case.check(re.search("mismatch|cancel", str(error)), f"the phone says {error}")
        else:
            case.check(False, f"the phone says {ended}")
        app.window.press("button", "^Meine Geräte ansehen$")
        app.window.wait("button", "^Gerät bestätigen: ")  # still is not
        this.picture("devices")


def second_device(this):
    case.allow_password()
    with this.app(case.profile()) as app:
        sign_in(app)
        phone_asks(this, app)
        window_asks(this, app)


case.run("second-device", second_device)
