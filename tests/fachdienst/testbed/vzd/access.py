"""Who may search: tokens in exchange for a Matrix OpenID token, and the load that one person may cause."""

import json
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict, deque
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from jwcrypto import jwk, jwt
from jwcrypto.common import JWException

from testbed.servers import DIRECTORY, SERVERS
from testbed.vzd.outcome import Refused

ISSUER = f"{DIRECTORY}/tim-authenticate"
MAXIMUM_CONNECTIONS = 2  # A_27749
WINDOW = 10.0  # seconds over which requests are counted


class Denied(Exception):
    """No token: an HTTP status, and the attribute that is wrong (I_VZD_TIM_Authenticate, Error)."""

    def __init__(self, status: int, attribute: str, error: str):
        super().__init__(error)
        self.status = status
        self.body = {"message": error, "errors": [{"attributeName": attribute, "attributeError": error}]}


class Tokens:
    """Gives search tokens to users of servers on the federation list.

    Insured people get one for /fdv/search, everybody else one for /search.
    """

    def __init__(self, base: Path, domains, key: jwk.JWK):
        self.base = base
        self.domains = domains
        self.key = key

    def give(self, server_name: str, openid_token: str, lifetime: int) -> dict:
        entry = next((domain for domain in self.domains() if domain["domain"] == server_name), None)
        if entry is None:
            raise Denied(401, "mxId", "the server is not on the federation list")
        user = self._user(server_name, openid_token)
        if user.partition(":")[2] != server_name:
            raise Denied(401, "X-Matrix-OpenID-Token", "the token is of another server")
        now = int(time.time())
        audience = DIRECTORY + ("/fdv/search" if entry["isInsurance"] else "/search")
        claims = {"iss": ISSUER, "aud": audience, "sub": user, "iat": now, "exp": now + lifetime}
        token = jwt.JWT(header={"typ": "JWT", "alg": "BP256R1"}, claims=claims, algs=["BP256R1"])
        token.make_signed_token(self.key)
        return {"access_token": token.serialize(), "token_type": "Bearer", "expires_in": lifetime}

    def subject(self, token: str, audience: str) -> str:
        """The user whom a token was given to; refuses any other token."""
        wanted = {"iss": ISSUER, "aud": audience, "exp": None, "sub": None}
        checked = jwt.JWT(algs=["BP256R1"], check_claims=wanted, expected_type="JWS")
        checked.leeway = 0
        try:
            checked.deserialize(token, self.key)
        except (JWException, ValueError) as error:
            headers = {"WWW-Authenticate": "Bearer"}
            raise Refused(401, "the search token is missing, wrong or no longer valid", "login", headers) from error
        return json.loads(checked.claims)["sub"]

    def _user(self, server_name: str, openid_token: str) -> str:
        server = next((server for server in SERVERS.values() if server.name == server_name), None)
        if server is None:
            raise Denied(503, "mxId", "the homeserver cannot be reached")
        url = f"{server.federation_url}/_matrix/federation/v1/openid/userinfo?access_token="
        trust = ssl.create_default_context(cafile=str(self.base / server.key / "tls.crt"))
        try:
            with urllib.request.urlopen(url + quote(openid_token, safe=""), timeout=10, context=trust) as answer:
                return json.load(answer)["sub"]
        except urllib.error.HTTPError as error:
            raise Denied(401, "X-Matrix-OpenID-Token", "the homeserver does not know this token") from error
        except OSError as error:
            raise Denied(503, "mxId", "the homeserver cannot be reached") from error


class Load:
    """Refuses with 429 who asks too often or too much at once. The federation asks clients for less than this."""

    def __init__(self):
        self._lock = threading.Lock()
        self._times: dict[str, deque[float]] = defaultdict(deque)
        self._running: dict[str, int] = defaultdict(int)

    @contextmanager
    def request(self, user: str, limit: int):
        """One request of that user, of at most `limit` within WINDOW seconds."""
        with self._lock:
            now = time.monotonic()
            times = self._times[user]
            while times and times[0] <= now - WINDOW:
                times.popleft()
            if len(times) >= limit:
                raise self._refusal("too many requests", times[0] + WINDOW - now)
            if self._running[user] >= MAXIMUM_CONNECTIONS:
                raise self._refusal("too many connections at once", 1)
            times.append(now)
            self._running[user] += 1
        try:
            yield
        finally:
            with self._lock:
                self._running[user] -= 1

    @staticmethod
    def _refusal(reason: str, seconds: float) -> Refused:
        return Refused(429, reason, "throttled", {"Retry-After": str(max(1, round(seconds + 0.5)))})
