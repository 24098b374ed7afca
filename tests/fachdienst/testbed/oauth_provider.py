"""Stand-in for the Matrix Authentication Service: as much of the OAuth login (Matrix 1.15) as a client test needs.

RFC 8414 metadata, RFC 7591 registration, RFC 6749 code grant with RFC 7636 PKCE, RFC 7009 revocation and, for the
homeserver, RFC 7662 introspection. Nobody is asked: `login_hint` chooses the account, erika otherwise.
"""

import json
import secrets
import time
import urllib.request

from testbed import web
from testbed.servers import OAUTH_PROVIDER, OAUTH_SECRET, SERVERS

TOKEN_LIFETIME = 300  # seconds

METADATA = {
    "issuer": OAUTH_PROVIDER,
    "authorization_endpoint": OAUTH_PROVIDER + "authorize",
    "token_endpoint": OAUTH_PROVIDER + "oauth2/token",
    "registration_endpoint": OAUTH_PROVIDER + "oauth2/registration",
    "revocation_endpoint": OAUTH_PROVIDER + "oauth2/revoke",
    "introspection_endpoint": OAUTH_PROVIDER + "oauth2/introspect",
    "jwks_uri": OAUTH_PROVIDER + "jwks",
    "response_types_supported": ["code"],
    "response_modes_supported": ["query", "fragment"],
    "grant_types_supported": ["authorization_code", "refresh_token"],
    "code_challenge_methods_supported": ["S256"],
    "prompt_values_supported": ["create"],
    "account_management_uri": OAUTH_PROVIDER + "account/",
    "account_management_actions_supported": ["org.matrix.profile", "org.matrix.device_delete"],
}

clients: dict[str, list[str]] = {}  # client id -> redirect URIs
codes: dict[str, tuple[str, dict]] = {}
access_tokens: dict[str, tuple[str, str, float]] = {}
refresh_tokens: dict[str, tuple[str, str]] = {}


def tell_homeserver(action: str, body: dict) -> None:
    request = urllib.request.Request(
        f"{SERVERS['lab'].client_url}/_synapse/mas/{action}", data=json.dumps(body).encode(), method="POST",
        headers={"Authorization": "Bearer " + OAUTH_SECRET, "Content-Type": "application/json"},
    )
    urllib.request.urlopen(request).read()


def devices_in(scope: str) -> list[str]:
    return [part.rsplit(":", 1)[1] for part in scope.split() if ":client:device:" in part]


def issue(user: str, scope: str) -> dict:
    access, refresh = "mat_" + secrets.token_urlsafe(24), "mar_" + secrets.token_urlsafe(24)
    access_tokens[access] = (user, scope, time.time() + TOKEN_LIFETIME)
    refresh_tokens[refresh] = (user, scope)
    return {
        "access_token": access, "refresh_token": refresh, "token_type": "Bearer", "expires_in": TOKEN_LIFETIME,
        "scope": scope,
    }


class OAuthHandler(web.Handler):
    def do_GET(self):
        match self.route:
            case "/.well-known/openid-configuration":
                self.reply(200, METADATA)
            case "/authorize":
                self._authorize(self.query)
            case _:
                self.reply(404, {"error": "not_found"})

    def do_POST(self):
        match self.route:
            case "/oauth2/registration":
                self._register(json.loads(self.body()))
            case "/oauth2/introspect":
                self._introspect(self.form())
            case "/oauth2/token":
                self._token(self.form())
            case "/oauth2/revoke":
                self._revoke(self.form())
            case _:
                self.reply(404, {"error": "not_found"})

    def _authorize(self, request: dict[str, str]) -> None:
        allowed = clients.get(request.get("client_id"), [])
        if request.get("redirect_uri") not in allowed or "code_challenge" not in request:
            return self.reply(400, {"error": "invalid_request"})
        user = request.get("login_hint", "erika").removeprefix("mxid:@").split(":")[0]
        code = secrets.token_urlsafe(24)
        codes[code] = (user, request)
        separator = "#" if request.get("response_mode") == "fragment" else None
        answer = {"code": code, "state": request.get("state", ""), "iss": OAUTH_PROVIDER}
        return self.redirect(request["redirect_uri"], answer, separator)

    def _register(self, metadata: dict) -> None:
        client = "c_" + secrets.token_hex(6)
        clients[client] = metadata["redirect_uris"]
        self.reply(201, metadata | {"client_id": client, "client_id_issued_at": int(time.time())})

    def _introspect(self, form: dict[str, str]) -> None:
        if self.bearer() != OAUTH_SECRET:
            return self.reply(401, {"error": "invalid_client"})
        user, scope, expires = access_tokens.get(form.get("token"), ("", "", 0.0))
        if expires < time.time():
            return self.reply(200, {"active": False})
        return self.reply(
            200,
            {
                "active": True, "scope": scope, "username": user, "sub": user, "token_type": "access_token",
                "expires_in": int(expires - time.time()),
            },
        )

    def _token(self, form: dict[str, str]) -> None:
        granted = self._by_code(form) if form.get("grant_type") == "authorization_code" else self._by_refresh(form)
        if granted is None:
            return self.reply(400, {"error": "invalid_grant"})
        return self.reply(200, issue(*granted))

    @staticmethod
    def _by_code(form: dict[str, str]) -> tuple[str, str] | None:
        user, request = codes.pop(form.get("code"), ("", {}))
        if not user or web.challenge_of(form.get("code_verifier", "")) != request["code_challenge"]:
            return None
        if form.get("redirect_uri") != request["redirect_uri"]:
            return None
        tell_homeserver("provision_user", {"localpart": user, "set_displayname": user.title()})
        for device in devices_in(request["scope"]):
            tell_homeserver("upsert_device", {"localpart": user, "device_id": device, "display_name": "demo"})
        return user, request["scope"]

    @staticmethod
    def _by_refresh(form: dict[str, str]) -> tuple[str, str] | None:
        return refresh_tokens.pop(form.get("refresh_token"), None)

    def _revoke(self, form: dict[str, str]) -> None:
        user, scope, _ = access_tokens.pop(form.get("token"), ("", "", 0.0))
        for device in devices_in(scope):
            tell_homeserver("delete_device", {"localpart": user, "device_id": device})
        self.reply(200, {})


if __name__ == "__main__":
    web.state_folder()
    web.serve(OAUTH_PROVIDER, OAuthHandler)
