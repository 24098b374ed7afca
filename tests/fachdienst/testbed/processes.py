"""Background programs, known by a pid file each. A program is ended by its pid and waited for."""

import os
import signal
import subprocess
import time
from pathlib import Path

STOP_PATIENCE = 20.0  # seconds; Synapse takes a few to write everything down


class Program:
    """A program of one base folder. Its command line names the folder, so a pid that was given out again is noticed."""

    def __init__(self, base: Path, name: str):
        self.base = base
        self.name = name
        self.pid_file = base / "run" / f"{name}.pid"
        self.output = base / "log" / f"{name}.log"

    def pid(self) -> int | None:
        """The pid while the program runs, else None."""
        try:
            pid = int(self.pid_file.read_text())
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
        except (OSError, ValueError):
            return None
        return pid if str(self.base) in arguments else None

    def start(self, arguments: list[str], environment: dict[str, str]) -> None:
        for folder in (self.pid_file.parent, self.output.parent):
            folder.mkdir(parents=True, exist_ok=True)
        with self.output.open("ab") as output:
            process = subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=self.base,
                env=os.environ | environment, start_new_session=True,
            )
        self.pid_file.write_text(f"{process.pid}\n")
        # the command line, by which pid() knows the program, appears a moment after the program
        while process.poll() is None and not Path(f"/proc/{process.pid}/cmdline").read_bytes():
            time.sleep(0.005)

    def stop(self) -> bool:
        """False if it did not run. Ends it the hard way only when it ignores the polite one."""
        pid = self.pid()
        if pid is None:
            self.pid_file.unlink(missing_ok=True)
            return False
        for number in (signal.SIGTERM, signal.SIGKILL):
            os.kill(pid, number)
            if self._gone(time.monotonic() + STOP_PATIENCE):
                break
        self.pid_file.unlink(missing_ok=True)
        return True

    def _gone(self, deadline: float) -> bool:
        while self.pid() is not None:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        return True

    def memory_megabytes(self) -> int:
        status = Path(f"/proc/{self.pid()}/status").read_text()
        kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        return int(kilobytes) // 1024

    def last_words(self, lines: int = 12) -> str:
        if not self.output.exists():
            return ""
        return "\n".join(self.output.read_text(errors="replace").splitlines()[-lines:])


def programs(base: Path) -> list[Program]:
    """Everything that was started from this base folder, in the order of names."""
    return [Program(base, path.stem) for path in sorted((base / "run").glob("*.pid"))]
