"""The other side of the conversation: an independent client of tests/peer, driven by lines of JSON."""

import json
import os
import pathlib
import queue
import subprocess
import threading

FOLDER = os.environ.get("TIM_PEER", str(pathlib.Path(__file__).resolve().parents[1] / "peer"))


class Practice:
    """Use with `with`. Every command waits for its answer; a refused one is a RuntimeError."""

    def __init__(self, user="arzt", homeserver="pro"):
        self.login = {"user": user, "homeserver": homeserver}

    def __enter__(self):
        self.process = subprocess.Popen(["node", str(pathlib.Path(FOLDER, "peer.mjs"))], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.answers = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.last = 0
        self.early = {}
        try:
            self.call("login", **self.login)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_):
        try:
            self.call("logout", limit=15)
        except (RuntimeError, OSError):
            pass
        self._end()

    def _end(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _read(self):
        for line in self.process.stdout:
            answer = json.loads(line)
            if "id" in answer:
                self.answers.put(answer)

    def call(self, command, /, limit=60, **arguments):
        return self.answer(self.post(command, **arguments), limit)

    def post(self, command, /, **arguments):
        """Gives the command without waiting; the number to wait for its answer with."""
        self.last += 1
        self.process.stdin.write(json.dumps({"cmd": command, "id": self.last, **arguments}) + "\n")
        self.process.stdin.flush()
        return self.last

    def answer(self, number, limit=60):
        while number not in self.early:
            try:
                answer = self.answers.get(timeout=limit)
            except queue.Empty:
                raise RuntimeError(f"practice: no answer to command {number}") from None
            self.early[answer["id"]] = answer
        answer = self.early.pop(number)
        if "error" in answer:
            raise RuntimeError(f"practice: {answer['cmd']}: {answer['error']}")
        return answer["ok"]

    def received(self, room, pattern):
        """Waits for a message that was encrypted and could be read."""
        match = {"kind": "message", "encrypted": True, "decrypted": True, "content": {"body": f"/{pattern}/"}}
        return self.call("waitFor", room=room, match=match, timeout=40000)
