"""fachdienst start|stop|status|reset|seed [epa] [pro] [lab] [mas] [ports] [--base DIR]"""

import argparse
import os
import sys
from pathlib import Path

from testbed import accounts, lifecycle
from testbed.processes import Program
from testbed.servers import SERVERS

PROJECT = Path(__file__).resolve().parents[3]
STAND_INS = ("directory", "identity_provider", "oauth_provider")


def data_folder() -> Path:
    """Unless --base names another one."""
    return Path(os.environ.get("TIM_BASE") or PROJECT / "build" / "fachdienst")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="fachdienst", description="The servers of the demo and of the tests, on loopback only."
    )
    parser.add_argument("command", choices=["start", "stop", "status", "reset", "seed"])
    parser.add_argument(
        "servers", nargs="*", metavar="server",
        help="epa (insurer), pro (practices), lab (short retention), ports (a port in its name); default: epa pro. "
             "mas: lab with OAuth login. For stop also: " + ", ".join(STAND_INS),
    )
    where = "data folder; TIM_BASE, else build/fachdienst (%(default)s)"
    parser.add_argument("--base", type=Path, default=data_folder(), help=where)
    given = parser.parse_args()
    known = (*SERVERS, "mas", *STAND_INS) if given.command == "stop" else (*SERVERS, "mas")
    for name in given.servers:
        if name not in known:
            parser.error(f"unknown server: {name}")
    return given


def forget_proxies() -> None:
    """Everything is on loopback; a proxy of the environment must not be asked."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]


def main() -> int:
    forget_proxies()
    given = arguments()
    base = given.base.resolve()
    oauth = "mas" in given.servers
    names = [name for name in SERVERS if name in given.servers or (oauth and name == "lab")]
    try:
        match given.command:
            case "start":
                lifecycle.start(base, names or ["epa", "pro"], oauth=oauth)
            case "stop":
                lifecycle.stop(base, names + [name for name in given.servers if name in STAND_INS])
            case "status":
                return 0 if lifecycle.status(base) else 1
            case "reset":
                lifecycle.reset(base)
            case "seed":
                accounts.seed(names or [name for name in SERVERS if Program(base, name).pid() is not None])
    except (lifecycle.Failure, OSError, RuntimeError) as failure:
        print(f"fachdienst: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
