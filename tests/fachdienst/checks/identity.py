"""The two ways to log in through the identity provider."""

import base64
import hashlib
import secrets
from urllib.parse import parse_qs, urlencode, urlsplit

from checks import http
from checks.people import log_in, path
from testbed.servers import IDENTITY_PROVIDER

RETURN_TO = "http://127.0.0.1:45454/cb?state=abc"
ERIKA, MAX = "X110411675", "X110411688"


def begin() -> http.Answer:
    """The redirect of the homeserver to the provider."""
    return http.get(f"{http.base('epa')}{http.CLIENT}/login/sso/redirect/oidc-tk?redirectUrl={path(RETURN_TO)}")


def login_token(subject: str) -> str:
    """What a browser ends up with: both cookies are Secure and are sent back, as browsers do for loopback addresses."""
    start = begin()
    cookies = start.headers.get_all("Set-Cookie")
    assert cookies and all("Secure" in each for each in cookies), cookies
    chosen = http.get(f"{start.headers['Location']}&login_hint={subject}")
    sent_back = "; ".join(each.split(";")[0] for each in cookies)
    end = http.get(chosen.headers["Location"], headers={"Cookie": sent_back})
    assert end.status == 302 and end.headers["Location"].startswith(RETURN_TO), (end.status, end.body)
    return parse_qs(urlsplit(end.headers["Location"]).query)["loginToken"][0]


def browser_login(subject: str, **more) -> http.Answer:
    return log_in("epa", {"type": "m.login.token", "token": login_token(subject), **more})


def epa_token(subject: str) -> str:
    """Authorization code with PKCE, as a native client does it."""
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    client = {"client_id": "tim-client", "redirect_uri": RETURN_TO}
    asked = client | {
        "response_type": "code", "scope": "openid", "state": "s", "code_challenge": challenge,
        "code_challenge_method": "S256", "login_hint": subject,
    }
    answer = http.get(f"{IDENTITY_PROVIDER}/authorize?{urlencode(asked)}")
    code = parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]
    redeemed = client | {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
    return http.post(f"{IDENTITY_PROVIDER}/token", urlencode(redeemed).encode()).json["access_token"]


def epa_login(token: str) -> http.Answer:
    identifier = {"type": "m.id.user", "user": "NOT_USED"}
    return log_in("epa", {"type": "com.famedly.login.token.epa", "identifier": identifier, "token": token})
