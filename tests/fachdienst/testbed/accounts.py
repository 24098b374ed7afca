"""Gives the demo accounts to the servers that run."""

import hashlib
import hmac
import json
import urllib.error
import urllib.request

from testbed.servers import REGISTRATION_SECRET, SERVERS, Account, Server


def seed(names: list[str]) -> None:
    """Accounts that exist already stay as they are."""
    for name in names:
        server = SERVERS[name]
        for account in server.accounts:
            state = register(server, account)
            print(f"@{account.localpart}:{server.name}  {account.display_name}  {state}", flush=True)


def register(server: Server, account: Account) -> str:
    """The name is part of the registration: the insurer's server lets nobody set it later."""
    url = server.client_url + "/_synapse/admin/v1/register"
    nonce = _call(url)["nonce"]
    role = "admin" if account.admin else "notadmin"
    message = "\0".join([nonce, account.localpart, account.password, role]).encode()
    answer = _call(
        url,
        {
            "nonce": nonce,
            "username": account.localpart,
            "displayname": account.display_name,
            "password": account.password,
            "admin": account.admin,
            "mac": hmac.new(REGISTRATION_SECRET.encode(), message, hashlib.sha1).hexdigest(),
        },
    )
    if answer.get("errcode") == "M_USER_IN_USE":
        return "kept"
    if "user_id" not in answer:
        raise RuntimeError(f"{account.localpart} on {server.name}: {answer}")
    return "new"


def _call(url: str, body: dict | None = None) -> dict:
    request = urllib.request.Request(
        url, data=None if body is None else json.dumps(body).encode(), headers={"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return json.load(error)
