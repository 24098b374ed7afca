"""Every way to log in that the servers offer."""

from unittest import TestCase

from checks import http, identity
from checks.people import Person, log_in, password, path
from testbed.servers import SERVERS


class Logins(TestCase):
    def test_the_insurers_server_offers_all_ways_to_log_in(self):
        flows = http.get(f"{http.base('epa')}{http.CLIENT}/login").json["flows"]
        types = {flow["type"] for flow in flows}
        wanted = {"m.login.password", "m.login.sso", "m.login.token"}
        self.assertLessEqual(wanted | {"com.famedly.login.token", "com.famedly.login.token.epa"}, types)
        providers = next(flow["identity_providers"] for flow in flows if flow["type"] == "m.login.sso")
        self.assertEqual([provider["id"] for provider in providers], ["oidc-tk"])

    def test_a_password_opens_every_seeded_account(self):
        for server in ("epa", "pro"):
            for account in SERVERS[server].accounts:
                with self.subTest(account.localpart):
                    self.assertEqual(log_in(server, password(account.localpart)).status, 200)

    def test_a_wrong_password_is_refused(self):
        self.assertEqual(log_in("epa", password("erika", "falsch")).error, (403, "M_FORBIDDEN"))

    def test_the_browser_leads_through_the_identity_provider_to_the_account(self):
        answer = identity.browser_login(identity.ERIKA)
        self.assertEqual(answer.json.get("user_id"), "@x110411675:127.0.10.1")

    def test_a_login_token_works_once(self):
        token = identity.login_token(identity.MAX)
        login = {"type": "m.login.token", "token": token}
        self.assertEqual(log_in("epa", login).status, 200)
        self.assertEqual(log_in("epa", login).error, (403, "M_FORBIDDEN"))

    def test_the_provider_shows_a_page_with_the_people_to_choose_from(self):
        page = http.get(identity.begin().headers["Location"]).body.decode()
        self.assertIn("Erika Mustermann", page)
        self.assertIn("Max Beispiel", page)

    def test_the_token_of_a_native_client_opens_the_same_account(self):
        answer = identity.epa_login(identity.epa_token(identity.ERIKA))
        self.assertEqual(answer.json.get("user_id"), "@x110411675:127.0.10.1")

    def test_a_token_of_somebody_else_is_refused(self):
        self.assertEqual(identity.epa_login("eyJhbGciOiJub25lIn0.e30.").error, (403, "M_FORBIDDEN"))

    def test_the_name_comes_from_the_identity_and_cannot_be_changed(self):
        login = identity.browser_login(identity.ERIKA).json
        erika = Person("epa", login["user_id"], login["access_token"])
        url = f"{erika.url}/profile/{path(erika.user)}/displayname"
        self.assertEqual(http.get(url, erika.token).json["displayname"], "Erika Mustermann")
        self.assertEqual(http.put(url, {"displayname": "Jemand"}, erika.token).error, (400, "M_FORBIDDEN"))

    def test_a_refresh_token_gives_a_new_pair(self):
        login = identity.browser_login(identity.ERIKA, refresh_token=True).json
        self.assertAlmostEqual(login["expires_in_ms"], 300_000, delta=10_000)
        pair = http.post(f"{http.base('epa')}{http.CLIENT}/refresh", {"refresh_token": login["refresh_token"]}).json
        who = http.get(f"{http.base('epa')}{http.CLIENT}/account/whoami", pair["access_token"])
        self.assertEqual(who.json["user_id"], login["user_id"])

    def test_nobody_registers_by_himself(self):
        answer = http.post(f"{http.base('epa')}{http.CLIENT}/register", {"username": "fremd", "password": "x"})
        self.assertEqual(answer.error, (403, "M_FORBIDDEN"))
