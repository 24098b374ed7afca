"""The servers that are started only when asked for: ports, and lab with OAuth."""

import base64
import contextlib
import hashlib
import io
import secrets
from unittest import TestCase
from urllib.parse import parse_qs, urlencode, urlsplit

from checks import http
from checks.people import person
from testbed import accounts, lifecycle
from testbed.__main__ import data_folder
from testbed.processes import Program
from testbed.servers import OAUTH_PROVIDER


def start(name: str, *, oauth: bool = False) -> None:
    """Beside the ones that run."""
    with contextlib.redirect_stdout(io.StringIO()):
        lifecycle.start(data_folder(), [name], oauth=oauth)
        if not oauth:
            accounts.seed([name])


def stop(*names: str) -> None:
    for name in names:
        Program(data_folder(), name).stop()


class Ports(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ran_before = Program(data_folder(), "ports").pid() is not None
        start("ports")

    @classmethod
    def tearDownClass(cls):
        if not cls.ran_before:  # others may need it still
            stop("ports")

    def test_a_server_with_a_port_in_its_name_takes_part(self):
        labor, erika = person("ports", "labor"), person("epa", "erika")
        self.assertEqual(labor.user, "@labor:127.0.10.4:8458")
        room = labor.room()
        self.assertEqual(labor.invite(room, erika.user).status, 200)
        self.assertEqual(erika.join(room).status, 200)
        labor.say(room, "Ihr Befund ist da")
        self.assertTrue(erika.reads(room, "Ihr Befund ist da"))
        erika.leave(room)
        labor.leave(room)


class OAuth(TestCase):
    @classmethod
    def setUpClass(cls):
        start("lab", oauth=True)

    @classmethod
    def tearDownClass(cls):
        stop("lab", "oauth_provider")

    def test_the_server_names_its_provider(self):
        metadata = http.get(f"{http.base('lab')}/_matrix/client/v1/auth_metadata").json
        self.assertEqual(metadata["issuer"], OAUTH_PROVIDER)
        self.assertEqual(http.get(f"{http.base('lab')}{http.CLIENT}/login").status, 404)

    def test_a_client_registers_logs_in_refreshes_and_ends_the_session(self):
        metadata = http.get(f"{http.base('lab')}/_matrix/client/v1/auth_metadata").json
        redirect = "http://127.0.0.1/cb"
        about = {"client_name": "test", "redirect_uris": [redirect]}
        registered = http.post(metadata["registration_endpoint"], about).json
        client = {"client_id": registered["client_id"], "redirect_uri": redirect}
        verifier = secrets.token_urlsafe(48)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        asked = client | {
            "response_type": "code", "state": "s", "code_challenge": challenge, "code_challenge_method": "S256",
            "scope": "urn:matrix:client:api:* urn:matrix:client:device:LABDEVICE", "login_hint": "erika",
        }
        back = http.get(f"{metadata['authorization_endpoint']}?{urlencode(asked)}").headers["Location"]
        code = parse_qs(urlsplit(back).query)["code"][0]

        def token(**form) -> dict:
            return http.post(metadata["token_endpoint"], urlencode(client | form).encode()).json

        def whoami(session: dict) -> http.Answer:
            return http.get(f"{http.base('lab')}{http.CLIENT}/account/whoami", session["access_token"])

        session = token(grant_type="authorization_code", code=code, code_verifier=verifier)
        self.assertEqual(whoami(session).json["user_id"], "@erika:127.0.10.3")
        session = token(grant_type="refresh_token", refresh_token=session["refresh_token"])
        self.assertEqual(whoami(session).json["device_id"], "LABDEVICE")
        http.post(metadata["revocation_endpoint"], urlencode({"token": session["access_token"]}).encode())
        self.assertEqual(whoami(session).status, 401)
