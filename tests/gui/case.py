"""What every case has: its pictures, its log, and what is kept when it fails."""

import contextlib
import os
import pathlib
import sys
import time
import traceback

import window
from app import ROOT, App

OUT = pathlib.Path(os.environ.get("TIM_GUI_OUT", ROOT / "build/gui"))


class Case:
    def __init__(self, name):
        self.name = name
        self.taken = 0
        OUT.mkdir(parents=True, exist_ok=True)

    @contextlib.contextmanager
    def app(self, profile, network=True):
        """The running program. If the case fails meanwhile, its picture and its tree are kept."""
        with App(profile, OUT / f"{self.name}.log", network) as app:
            try:
                yield app
            except Exception:
                self.picture("failure")
                app.window.dump(OUT / f"{self.name}-failure.txt")
                raise

    def picture(self, title):
        self.taken += 1
        window.screenshot(OUT / f"{self.name}-{self.taken:02}-{title}.png")


def profile():
    """The profile of this session's home."""
    return pathlib.Path(os.environ["TIM_SESSION_HOME"], "profile")


def allow_password():
    """As test installations do: people sign in at their insurer only. Before the first start."""
    profile().mkdir()
    (profile() / "interface.ini").write_text("[login]\npasswordAllowed=true\n", encoding="utf-8")


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def run(name, body):
    """Runs body(case) and ends this process: 0 passed, 1 failed."""
    begin = time.monotonic()
    failure = None
    try:
        body(Case(name))
    except Exception:
        failure = traceback.format_exc()
    print(f"{'FAILED' if failure else 'passed'} {name} ({time.monotonic() - begin:.1f} s)")
    if failure:
        print(failure)
    sys.exit(1 if failure else 0)
