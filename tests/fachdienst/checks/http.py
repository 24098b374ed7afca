"""Requests to the servers, without redirects and without a proxy."""

import json
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message

from testbed.servers import SERVERS

CLIENT = "/_matrix/client/v3"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


_TRUST_ALL = ssl._create_unverified_context()
_open = urllib.request.build_opener(
    _NoRedirect, urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=_TRUST_ALL)
).open


@dataclass
class Answer:
    status: int
    headers: Message
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def error(self) -> tuple[int, str]:
        """Status and Matrix error code."""
        return self.status, self.json.get("errcode", "")


def request(method: str, url: str, body=None, token: str | None = None, headers: dict | None = None) -> Answer:
    """A dict or list is sent as JSON, bytes as they are."""
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    asked = urllib.request.Request(url, data, headers or {}, method=method)
    if isinstance(body, dict | list):
        asked.add_header("Content-Type", "application/json")
    if token:
        asked.add_header("Authorization", f"Bearer {token}")
    try:
        answer = _open(asked, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return Answer(answer.status, answer.headers, answer.read())


def get(url: str, token: str | None = None, **more) -> Answer:
    return request("GET", url, None, token, **more)


def post(url: str, body, token: str | None = None, **more) -> Answer:
    return request("POST", url, body, token, **more)


def put(url: str, body, token: str | None = None) -> Answer:
    return request("PUT", url, body, token)


def base(server: str) -> str:
    return SERVERS[server].client_url
