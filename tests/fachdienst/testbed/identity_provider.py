"""Stand-in for the identity provider of the insurer (OpenID Connect).

It serves the homeserver (client_id "synapse", browser login) and native clients (any other client_id, authorization
code with PKCE). A native client's access token is what the login type com.famedly.login.token.epa takes: an access
token signed here and encrypted to the homeserver. `login_hint=<subject>` skips the page, so tests need no browser.
"""

import html
import json
import secrets
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlencode

from jwcrypto import jwe, jwk, jwt

from testbed import web
from testbed.servers import EPA_RESOURCE, IDENTITY_PROVIDER, INSURED, SERVERS

CODE_LIFETIME = 60  # seconds
TOKEN_LIFETIME = 300

METADATA = {
    "issuer": IDENTITY_PROVIDER,
    "authorization_endpoint": IDENTITY_PROVIDER + "/authorize",
    "token_endpoint": IDENTITY_PROVIDER + "/token",
    "userinfo_endpoint": IDENTITY_PROVIDER + "/userinfo",
    "jwks_uri": IDENTITY_PROVIDER + "/jwks",
    "response_types_supported": ["code"],
    "grant_types_supported": ["authorization_code"],
    "subject_types_supported": ["public"],
    "id_token_signing_alg_values_supported": ["RS256"],
    "scopes_supported": ["openid", "profile"],
    "code_challenge_methods_supported": ["S256"],
    "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
}

PAGE = """<!doctype html>
<html lang="de">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GesundheitsID (Demo)</title>
<style>body {{ font: 1.25rem/1.5 sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }}</style>
<h1>GesundheitsID (Demo)</h1>
<p>Wer möchte sich anmelden?</p>
{links}
"""


class Identities:
    """Signing key, open codes and the tokens that were given out."""

    def __init__(self, state: Path):
        path = state / "idp_key.json"
        if not path.exists():
            path.write_text(jwk.JWK.generate(kty="RSA", size=2048, kid="idp-1", use="sig", alg="RS256").export())
        self.key = jwk.JWK.from_json(path.read_text())
        self.codes: dict[str, tuple[str, dict, float]] = {}
        self.tokens: dict[str, str] = {}

    def sign(self, claims: dict, kind: str) -> str:
        token = jwt.JWT(header={"alg": "RS256", "kid": "idp-1", "typ": kind}, claims=claims)
        token.make_signed_token(self.key)
        return token.serialize()

    def epa_token(self, subject: str) -> str:
        now = int(time.time())
        inner = self.sign(
            {
                "iss": IDENTITY_PROVIDER, "aud": EPA_RESOURCE, "sub": subject, "iat": now, "exp": now + TOKEN_LIFETIME,
                "jti": secrets.token_hex(8), "urn:telematik:claims:display_name": INSURED[subject],
            },
            "at+jwt",
        )
        with urllib.request.urlopen(SERVERS["epa"].client_url + "/.well-known/jwks.json") as answer:
            recipient = json.load(answer)["keys"][0]
        header = {"alg": "RSA-OAEP-256", "enc": "A256GCM", "typ": "JWE", "cty": "JWT"}
        sealed = jwe.JWE(inner.encode(), protected=json.dumps(header))
        sealed.add_recipient(jwk.JWK(**recipient))
        return sealed.serialize(compact=True)

    def redeem(self, form: dict[str, str]) -> tuple[str, dict] | None:
        """Subject and authorization request behind a code, once."""
        subject, request, issued = self.codes.pop(form.get("code"), (None, {}, 0.0))
        if not subject or time.time() - issued > CODE_LIFETIME or form.get("redirect_uri") != request["redirect_uri"]:
            return None
        if "code_challenge" in request and web.challenge_of(form.get("code_verifier", "")) != request["code_challenge"]:
            return None
        return subject, request

    def answer(self, subject: str, request: dict) -> dict:
        client = request["client_id"]
        token = secrets.token_urlsafe(24) if client == "synapse" else self.epa_token(subject)
        self.tokens[token] = subject
        now = int(time.time())
        claims = {
            "iss": IDENTITY_PROVIDER, "sub": subject, "aud": client, "iat": now, "exp": now + TOKEN_LIFETIME,
            "name": INSURED[subject], "preferred_username": subject.lower(),
        }
        if "nonce" in request:
            claims["nonce"] = request["nonce"]
        return {
            "access_token": token, "token_type": "Bearer", "expires_in": TOKEN_LIFETIME,
            "scope": request.get("scope", "openid"), "id_token": self.sign(claims, "JWT"),
        }


class IdentityHandler(web.Handler):
    identities: Identities

    def do_GET(self):
        match self.route:
            case "/.well-known/openid-configuration":
                self.reply(200, METADATA)
            case "/jwks":
                self.reply(200, {"keys": [json.loads(self.identities.key.export_public())]})
            case "/authorize":
                self._authorize(self.query)
            case "/userinfo":
                self._user_info(self.identities.tokens.get(self.bearer()))
            case _:
                self.reply(404, {"error": "not_found"})

    def do_POST(self):
        if self.route != "/token":
            return self.reply(404, {"error": "not_found"})
        redeemed = self.identities.redeem(self.form())
        if redeemed is None:
            return self.reply(400, {"error": "invalid_grant"})
        return self.reply(200, self.identities.answer(*redeemed), headers={"Cache-Control": "no-store"})

    def _authorize(self, request: dict[str, str]) -> None:
        subject = request.get("login_hint") or request.get("sub")
        if subject not in INSURED:
            return self.reply(200, self._page(request), "text/html; charset=utf-8")
        code = secrets.token_urlsafe(24)
        self.identities.codes[code] = (subject, request, time.time())
        answer = {"code": code, "state": request.get("state", ""), "iss": IDENTITY_PROVIDER}
        return self.redirect(request["redirect_uri"], answer)

    @staticmethod
    def _page(request: dict[str, str]) -> bytes:
        def link(subject: str, name: str) -> str:
            target = html.escape("?" + urlencode(request | {"sub": subject}))
            return f'<p><a href="{target}">{html.escape(name)} ({subject})</a></p>'

        links = "".join(link(subject, name) for subject, name in INSURED.items())
        return PAGE.format(links=links).encode()

    def _user_info(self, subject: str | None) -> None:
        if subject is None:
            return self.reply(401, {"error": "invalid_token"})
        return self.reply(200, {"sub": subject, "name": INSURED[subject], "preferred_username": subject.lower()})


if __name__ == "__main__":
    IdentityHandler.identities = Identities(web.state_folder())
    web.serve(IDENTITY_PROVIDER, IdentityHandler)
