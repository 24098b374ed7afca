"""Starts, stops and empties the servers of a base folder."""

import shutil
import socket
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from testbed import configuration
from testbed.processes import Program, programs
from testbed.servers import (
    CLIENT_PORT, DIRECTORY, IDENTITY_PROVIDER, OAUTH_PROVIDER, SERVERS, Server,
)

START_PATIENCE = 600.0  # seconds for a Synapse that makes its database on a crowded machine
HERE = Path(__file__).resolve().parent.parent


class Failure(Exception):
    """What is said to the person who called the command."""


def start(base: Path, names: list[str], *, oauth: bool) -> None:
    began = time.monotonic()
    servers = [SERVERS[name] for name in names]
    stubs = {"directory": DIRECTORY, "identity_provider": IDENTITY_PROVIDER}
    if oauth:
        stubs["oauth_provider"] = OAUTH_PROVIDER
    _refuse_foreign(base, servers, stubs)

    state = base / "state"
    state.mkdir(parents=True, exist_ok=True)
    configuration.write_federation_list(state)
    configuration.write_directory_settings(state)
    files = {server.key: configuration.write_server(base, server, oauth=oauth) for server in servers}
    for stub in stubs:
        _launch(Program(base, stub), ["-m", f"testbed.{stub}", "--state", str(state)])
    for server in servers:
        _launch(Program(base, server.key), ["-m", "synapse.app.homeserver", "-c", str(files[server.key])])

    for stub, url in stubs.items():
        _wait(Program(base, stub), lambda: _listens(*_address(url)))
        print(f"{stub:18} {url}", flush=True)
    for server in servers:
        _wait(Program(base, server.key), lambda: _healthy(server))
        seconds = time.monotonic() - began
        print(f"{server.key:18} {server.client_url}  server name {server.name}  up after {seconds:.1f} s", flush=True)


def stop(base: Path, names: list[str]) -> None:
    """Everything of this base folder, or only the named servers."""
    for program in programs(base):
        if (not names or program.name in names) and program.stop():
            print(f"stopped {program.name}", flush=True)


def status(base: Path) -> bool:
    """Prints what runs; False if nothing does."""
    running = [program for program in programs(base) if program.pid() is not None]
    for program in running:
        print(f"{program.name:18} pid {program.pid()}  {program.memory_megabytes()} MB")
    if not running:
        print(f"nothing runs from {base}")
    return bool(running)


def reset(base: Path) -> None:
    """Stops and forgets accounts, rooms and media. Keys stay, so the next start is quick."""
    stop(base, [])
    for server in SERVERS.values():
        folder = base / server.key
        for path in (*folder.glob("homeserver.db*"), *folder.glob("homeserver.log*")):
            path.unlink()
        shutil.rmtree(folder / "media", ignore_errors=True)


def _launch(program: Program, arguments: list[str]) -> None:
    if program.pid() is None:
        program.start([sys.executable, *arguments], {"PYTHONPATH": f"{HERE}:{HERE / 'synapse_modules'}"})


def _wait(program: Program, ready) -> None:
    deadline = time.monotonic() + START_PATIENCE
    while not ready():
        if program.pid() is None:
            raise Failure(f"{program.name} ended while starting:\n{program.last_words()}")
        if time.monotonic() > deadline:
            raise Failure(f"{program.name} does not answer after {START_PATIENCE:.0f} s; see {program.output}")
        time.sleep(0.05)


def _refuse_foreign(base: Path, servers: list[Server], stubs: dict[str, str]) -> None:
    """The addresses are fixed, so a second set on this machine cannot start; the first one is left alone."""
    wanted = {server.key: (server.address, CLIENT_PORT) for server in servers}
    wanted |= {stub: _address(url) for stub, url in stubs.items()}
    for name, address in wanted.items():
        if Program(base, name).pid() is None and _listens(*address):
            raise Failure(
                f"{address[0]}:{address[1]} is taken by a program that was not started from {base}.\n"
                "Another set of test servers seems to run on this machine; stop it where it was started."
            )


def _address(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname, parts.port


def _listens(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def _healthy(server: Server) -> bool:
    try:
        with urllib.request.urlopen(server.client_url + "/health", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False
