"""Starts and ends the program under test, and signs in with it as a person would."""

import os
import pathlib
import subprocess

import browser
from window import Window, wait_until

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("TIM_APP", str(ROOT / "build/dev/app/tim"))
INSURER = "Demo-Krankenkasse"
PERSON = "Erika Mustermann"


def without_network():
    """The command before a program that gives it a network of its own. Root may do that at once, others in a user namespace."""
    # The same user inside: D-Bus compares who one says to be with who one is.
    for way in ["unshare", "--net"], ["unshare", "--user", "--map-current-user", "--net"]:
        if subprocess.run([*way, "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
            return way
    raise RuntimeError("neither root nor a user namespace: there is no network of its own to be had here")


class App:
    """Use with `with`. `network=False` gives the program a network of its own without any way out, not even loopback."""

    def __init__(self, profile, log, network=True):
        command = [PROGRAM, "--profile-dir", str(profile), "--allow-loopback-http", "--language", "de"]
        self.command = command if network else [*without_network(), *command]
        self.log = log

    def __enter__(self):
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=subprocess.STDOUT)
        try:
            self.window = Window(self.process.pid)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.code = self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.code = self.process.wait()

    def next_url(self, seen=0, limit=60):
        """The address the program gave to the system's browser, after the first `seen` ones."""
        file = pathlib.Path(os.environ["TIM_OPENED_URLS"])

        def url():
            lines = file.read_text(encoding="utf-8").split() if file.exists() else []
            return lines[seen] if len(lines) > seen else None

        return wait_until(url, "address for the browser", limit)

    def to_insurers(self, picture=None):
        """From the first start to the choice of the insurer."""
        self.window.wait("any", "Können Sie das gut lesen")
        if picture:
            picture("reading-size")
        self.window.press("button", "^Weiter$")
        self.window.press("button", "^Weiter zu meiner Krankenkasse")
        self.window.wait("any", "Wo sind Sie versichert")
        if picture:
            picture("insurers")

    def sign_in(self, picture=None, until=("list", "^Chats$")):
        """From the choice of the insurer through a real browser to what comes then; the page the browser ends at."""
        self.window.press("button", INSURER)
        self.window.press("button", "Mit dem Browser anmelden|GesundheitsID")
        url = self.next_url()
        self.window.wait("alert", "Weiter geht es im Browser")
        if picture:
            picture("in-browser")
        page = browser.sign_in(url, PERSON)
        self.window.wait(*until)
        return page
