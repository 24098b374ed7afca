"""People with an account, as tests use them."""

import secrets
import time
from functools import cache
from urllib.parse import quote

from checks import http
from testbed.servers import SERVERS

PERMISSION = "de.gematik.tim.account.permissionconfig.{}.v1"


def path(text: str) -> str:
    return quote(text, safe="")


class Person:
    """A logged in user of a server."""

    def __init__(self, server: str, user: str, token: str):
        self.server = SERVERS[server]
        self.user = user
        self.token = token
        self.url = self.server.client_url + http.CLIENT

    def create_room(self, **content) -> http.Answer:
        return http.post(f"{self.url}/createRoom", content, self.token)

    def room(self, **content) -> str:
        answer = self.create_room(**content)
        assert answer.status == 200, answer.body
        return answer.json["room_id"]

    def invite(self, room: str, user: str) -> http.Answer:
        return http.post(f"{self.url}/rooms/{path(room)}/invite", {"user_id": user}, self.token)

    def join(self, room: str, patience: float = 10) -> http.Answer:
        """Again while the invitation is still on its way between the servers."""
        end = time.monotonic() + patience
        while True:
            answer = http.post(f"{self.url}/rooms/{path(room)}/join", {}, self.token)
            if answer.status == 200 or time.monotonic() > end:
                return answer
            time.sleep(0.1)

    def leave(self, room: str) -> None:
        http.post(f"{self.url}/rooms/{path(room)}/leave", {}, self.token)
        http.post(f"{self.url}/rooms/{path(room)}/forget", {}, self.token)

    def send(self, room: str, kind: str, content: dict) -> http.Answer:
        return http.put(f"{self.url}/rooms/{path(room)}/send/{kind}/{secrets.token_hex(8)}", content, self.token)

    def say(self, room: str, text: str) -> http.Answer:
        return self.send(room, "m.room.message", {"msgtype": "m.text", "body": text})

    def bodies(self, room: str) -> list[str]:
        answer = http.get(f"{self.url}/rooms/{path(room)}/messages?dir=b&limit=20", self.token)
        return [event["content"].get("body", "") for event in answer.json.get("chunk", ())]

    def reads(self, room: str, text: str, patience: float = 10) -> bool:
        end = time.monotonic() + patience
        while text not in self.bodies(room):
            if time.monotonic() > end:
                return False
            time.sleep(0.1)
        return True

    def account_data(self, kind: str) -> http.Answer:
        return http.get(f"{self.url}/user/{path(self.user)}/account_data/{kind}", self.token)

    def permissions(self) -> dict:
        return self.account_data(PERMISSION.format(self.server.kind)).json

    def allow(self, **content) -> None:
        """defaultSetting="allow all" or "block all", and the exceptions from it."""
        kind = PERMISSION.format(self.server.kind)
        http.put(f"{self.url}/user/{path(self.user)}/account_data/{kind}", content, self.token)

    def openid_token(self) -> str:
        return http.post(f"{self.url}/user/{path(self.user)}/openid/request_token", {}, self.token).json["access_token"]


def log_in(server: str, body: dict) -> http.Answer:
    return http.post(http.base(server) + http.CLIENT + "/login", body)


def password(user: str, secret: str | None = None) -> dict:
    identifier = {"type": "m.id.user", "user": user}
    return {"type": "m.login.password", "identifier": identifier, "password": secret or f"demo-{user}"}


@cache
def person(server: str, user: str) -> Person:
    answer = log_in(server, password(user))
    assert answer.status == 200, answer.body
    return Person(server, answer.json["user_id"], answer.json["access_token"])
