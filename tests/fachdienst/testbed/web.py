"""What the small loopback services have in common."""

import argparse
import base64
import hashlib
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit


class Handler(BaseHTTPRequestHandler):
    """Answers with JSON unless told otherwise. Says nothing about requests: they carry tokens."""

    def reply(self, code: int, body=b"", content_type: str = "application/json", headers: dict[str, str] | None = None):
        data = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        self.send_response(code)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, target: str, parameters: dict[str, str], separator: str | None = None) -> None:
        separator = separator or ("&" if "?" in target else "?")
        self.reply(302, headers={"Location": target + separator + urlencode(parameters)})

    @property
    def route(self) -> str:
        return urlsplit(self.path).path

    @property
    def query(self) -> dict[str, str]:
        """The first value of each parameter."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}

    def body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.body().decode()).items()}

    def bearer(self) -> str:
        return self.headers.get("Authorization", "").removeprefix("Bearer ")

    def log_message(self, format, *arguments):  # noqa: A002 (the name is inherited)
        pass


def challenge_of(verifier: str) -> str:
    """The S256 code challenge of RFC 7636."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def state_folder() -> Path:
    """The --state argument of the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--state", type=Path, required=True)
    return parser.parse_args().state


def serve(url: str, handler: type[Handler]) -> None:
    address = urlsplit(url)
    ThreadingHTTPServer((address.hostname, address.port), handler).serve_forever()
