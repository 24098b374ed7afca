"""The directory as a client of an insured person sees it."""

import contextlib
import json
import threading
import time
from collections import Counter
from unittest import TestCase
from urllib.parse import urlencode

from checks import http
from checks.people import person
from testbed.__main__ import data_folder
from testbed.servers import DIRECTORY

ORGANIZATIONS = ("organization.active", "true")
PEOPLE = ("practitioner.active", "true")
ENDPOINTS = ("status", "active")
LINDBRUECK = (("latitude", "50.931"), ("longitude", "7.012"))


def authenticate(server_name: str, token: str | None) -> http.Answer:
    headers = {"X-Matrix-OpenID-Token": token} if token else {}
    return http.get(f"{DIRECTORY}/tim-authenticate?mxId={server_name}", headers=headers)


class Client:
    """Searches with the token of a user, and waits as long as the service asks it to."""

    def __init__(self, server: str, user: str, area: str):
        searching = person(server, user)
        answer = authenticate(searching.server.name, searching.openid_token())
        assert answer.status == 200, answer.body
        self.token, self.area = answer.json["access_token"], area

    def ask(self, kind: str, *query: tuple[str, str]) -> http.Answer:
        return http.get(f"{DIRECTORY}{self.area}/{kind}?{urlencode(query)}", self.token)

    def get(self, kind: str, *query: tuple[str, str]) -> http.Answer:
        while (answer := self.ask(kind, *query)).status == 429:
            time.sleep(int(answer.headers["Retry-After"]))
        return answer

    def find(self, kind: str, *query: tuple[str, str]) -> dict:
        answer = self.get(kind, *query)
        assert answer.status == 200, answer.body
        return answer.json


def resources(bundle: dict, mode: str) -> list[dict]:
    return [entry["resource"] for entry in bundle.get("entry", ()) if entry["search"]["mode"] == mode]


def names(bundle: dict) -> list[str]:
    return [resource["name"] for resource in resources(bundle, "match")]


def addresses(bundle: dict) -> set[str]:
    """Of active endpoints that came along."""
    endpoints = [each for each in resources(bundle, "include") if each["resourceType"] == "Endpoint"]
    return {each["address"] for each in endpoints if each["status"] == "active"}


def only(references: list[dict], wanted: set[str]) -> bool:
    return all(each["reference"] in wanted for each in references)


@contextlib.contextmanager
def settings(**changed):
    """How the directory service behaves meanwhile."""
    file = data_folder() / "state" / "directory.json"
    before = file.read_text()
    file.write_text(json.dumps(json.loads(before) | changed))
    try:
        yield
    finally:
        file.write_text(before)


def issue(answer: http.Answer) -> tuple[int, str]:
    assert answer.json["resourceType"] == "OperationOutcome", answer.body
    return answer.status, answer.json["issue"][0]["code"]


class Tokens(TestCase):
    def test_an_insured_person_gets_a_token_for_the_insured_only(self):
        erika = Client("epa", "erika", "/fdv/search")
        self.assertEqual(erika.get("HealthcareService", ORGANIZATIONS).status, 200)
        erika.area = "/search"
        self.assertEqual(issue(erika.get("HealthcareService", ORGANIZATIONS)), (401, "login"))

    def test_a_practice_gets_a_token_for_the_other_search(self):
        praxis = Client("pro", "praxis", "/search")
        self.assertEqual(praxis.get("HealthcareService", ORGANIZATIONS).status, 200)
        praxis.area = "/fdv/search"
        self.assertEqual(issue(praxis.get("HealthcareService", ORGANIZATIONS)), (401, "login"))

    def test_a_wrong_or_missing_openid_token_is_refused(self):
        for token in ("falsch", None):
            answer = authenticate("127.0.10.1", token)
            self.assertEqual(answer.status, 401)
            self.assertEqual(answer.json["errors"][0]["attributeName"], "X-Matrix-OpenID-Token")

    def test_a_server_off_the_federation_list_is_refused(self):
        answer = authenticate("fremd.example", person("epa", "erika").openid_token())
        self.assertEqual((answer.status, answer.json["errors"][0]["attributeName"]), (401, "mxId"))

    def test_the_token_of_one_server_is_worth_nothing_for_another(self):
        self.assertEqual(authenticate("127.0.10.2", person("epa", "erika").openid_token()).status, 401)

    def test_a_token_ends(self):
        with settings(tokenLifetime=-1):
            erika = Client("epa", "erika", "/fdv/search")
        self.assertEqual(issue(erika.get("HealthcareService", ORGANIZATIONS)), (401, "login"))

    def test_searching_without_a_token_is_refused(self):
        answer = http.get(f"{DIRECTORY}/fdv/search/HealthcareService?organization.active=true")
        self.assertEqual(issue(answer), (401, "login"))


class Search(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.client = Client("epa", "erika", "/fdv/search")
        cls.praxis = Client("pro", "praxis", "/search")

    def organizations(self, *query: tuple[str, str]) -> dict:
        return self.client.find("HealthcareService", ORGANIZATIONS, *query)

    def test_a_practice_is_found_by_its_name_with_everything_that_belongs_to_it(self):
        include = [("_include", f"HealthcareService:{link}") for link in ("organization", "location", "endpoint")]
        found = self.organizations(("_text", "Praxis Weber"), *include)
        self.assertEqual(names(found), ["Hausarztpraxis Dr. Weber"])
        kinds = Counter(each["resourceType"] for each in resources(found, "include"))
        self.assertEqual(kinds, {"Organization": 1, "Location": 1, "Endpoint": 1})
        self.assertEqual(addresses(found), {"matrix:u/praxis:127.0.10.2"})

    def test_a_doctor_is_found_by_name(self):
        include = [("_include", f"PractitionerRole:{link}") for link in ("practitioner", "endpoint")]
        found = self.client.find("PractitionerRole", PEOPLE, ("practitioner.name", "weber"), *include)
        self.assertEqual(addresses(found), {"matrix:u/arzt:127.0.10.2"})

    def test_the_pharmacy_is_found_by_name_and_place(self):
        place = ("location.address-city", "Lindbrück")
        found = self.organizations(("_text", "apotheke markt"), place, ("_include", "*"))
        self.assertEqual(addresses(found), {"matrix:u/apotheke:127.0.10.2"})

    def test_the_insurer_is_found_with_its_function_accounts(self):
        found = self.organizations(("_text", "Demo-Krankenkasse"), ("_include", "HealthcareService:endpoint"))
        self.assertEqual(sorted(names(found)), ["Kundenservice", "Pflegeberatung"])
        kinds = Counter(each["connectionType"]["code"] for each in resources(found, "include"))
        self.assertEqual(kinds, {"tim-fa": 3, "tim-bot": 1})
        self.assertIn("matrix:u/kasse:127.0.10.2", addresses(found))

    def test_an_endpoint_is_found_by_its_address(self):
        address, owner = ("address", "matrix:u/praxis:127.0.10.2"), ("_revinclude", "HealthcareService:endpoint")
        found = self.client.find("Endpoint", ENDPOINTS, address, owner)
        self.assertEqual(names(found), ["Empfang"])
        self.assertEqual([each["name"] for each in resources(found, "include")], ["Hausarztpraxis Dr. Weber"])

    def test_the_active_endpoints_of_a_service_are_found_by_its_telematik_id(self):
        reverse = ("_has:HealthcareService:endpoint:identifier", "8-01-0000000010")
        self.assertEqual(len(resources(self.client.find("Endpoint", ENDPOINTS, reverse), "match")), 4)

    def test_a_place_limits_the_search(self):
        found = self.organizations(("location.address-city", "Spreeau"), ("_include", "HealthcareService:location"))
        cities = {each["address"]["city"] for each in resources(found, "include")}
        self.assertEqual(cities, {"Spreeau"})
        self.assertGreater(len(names(found)), 5)

    def test_a_radius_takes_in_the_neighbouring_town_and_not_the_next_but_one(self):
        found = self.organizations(("location.near", "50.931|7.012|8|km"), ("_include", "HealthcareService:location"))
        cities = {each["address"]["city"] for each in resources(found, "include")}
        self.assertEqual(cities, {"Lindbrück", "Oberlind", "Rheinhorn"})

    def test_a_radius_needs_all_four_parts(self):
        answer = self.client.get("HealthcareService", ORGANIZATIONS, ("location.near", "50.931|7.012"))
        self.assertEqual(answer.status, 400)

    def test_the_radius_operation_sorts_by_distance(self):
        doctors = ("organization.type", "1.2.276.0.76.4.50")
        found = self.client.find("HealthcareService", ("_query", "near"), *LINDBRUECK, ("distance", "20"), doctors)
        locations = {each["id"]: each for each in resources(found, "include") if each["resourceType"] == "Location"}
        order = [each["location"][0]["reference"].split("/")[1] for each in resources(found, "match")]
        towns = [locations[each]["address"]["city"] for each in order]
        self.assertEqual(towns[0], "Lindbrück")
        self.assertEqual(towns[-1], "Kirchlohe")
        self.assertFalse([each for each in resources(found, "include") if each["resourceType"] == "Endpoint"])

    def test_the_radius_operation_finds_pharmacies_in_spite_of_a_typing_error(self):
        wanted = (("distance", "10"), ("text", "Apteke"), ("specialty", "30"))
        found = self.client.find("HealthcareService", ("_query", "nearPharmacy"), *LINDBRUECK, *wanted)
        self.assertIn("Apotheke am Markt", names(found))

    def test_the_radius_operation_demands_its_parameters(self):
        answer = self.client.get("HealthcareService", ("_query", "near"), ("latitude", "50.9"), ("longitude", "7"))
        self.assertEqual(issue(answer), (400, "required"))

    def test_a_speciality_limits_the_search(self):
        found = self.organizations(("specialty", "KIJU"))
        self.assertGreater(len(names(found)), 4)
        for each in resources(found, "match"):
            self.assertIn("KIJU", [coding["code"] for concept in each["specialty"] for coding in concept["coding"]])
        system = "urn:oid:1.3.6.1.4.1.19376.3.276.1.5.4"
        self.assertEqual(len(names(self.organizations(("specialty", f"{system}|KIJU")))), len(names(found)))

    def test_a_profession_limits_the_search(self):
        found = self.organizations(("organization.type", "1.2.276.0.76.4.53,1.2.276.0.76.4.54"), ("_include", "*"))
        organizations = [each for each in resources(found, "include") if each["resourceType"] == "Organization"]
        kinds = {each["type"][0]["coding"][0]["display"] for each in organizations}
        self.assertEqual(kinds, {"Krankenhaus", "Öffentliche Apotheke"})

    def test_what_is_hidden_from_insured_people_does_not_show_up(self):
        query = (ORGANIZATIONS, ("endpoint.payload-type", "tim-chat"), ("_include", "HealthcareService:endpoint"))
        theirs = self.client.find("HealthcareService", *query)
        all_of_them = self.praxis.find("HealthcareService", *query)
        hidden = [each for each in resources(all_of_them, "include") if "extension" in each]
        self.assertTrue(hidden)
        self.assertFalse([each for each in resources(theirs, "include") if "extension" in each])
        names_of_hidden = {f"Endpoint/{each['id']}" for each in hidden}
        found = {each["id"] for each in resources(theirs, "match")}
        unreachable = [each for each in resources(all_of_them, "match") if only(each["endpoint"], names_of_hidden)]
        self.assertTrue(unreachable)
        self.assertFalse([each for each in unreachable if each["id"] in found])
        for endpoint in hidden[:2]:
            self.assertEqual(self.client.get(f"Endpoint/{endpoint['id']}").status, 404)
            self.assertEqual(self.praxis.get(f"Endpoint/{endpoint['id']}").status, 200)

    def test_the_answer_says_how_many_hits_are_hidden(self):
        found = self.organizations(("_count", "1"))
        extension = found["_total"]["extension"][0]
        parts = {part["url"]: part.get("valueInteger", part.get("valueString")) for part in extension["extension"]}
        self.assertGreater(parts["count"], 0)
        self.assertEqual(parts["reason"], "Reason: hideVersicherte")

    def test_results_come_in_pages(self):
        page, seen = self.organizations(("_count", "80"), ("_include", "*")), []
        while True:
            seen += [each["id"] for each in resources(page, "match")]
            following = [link["url"] for link in page["link"] if link["relation"] == "next"]
            if not following:
                break
            page = http.get(following[0], self.client.token).json
        self.assertEqual(len(seen), page["total"])
        self.assertEqual(len(set(seen)), len(seen))
        self.assertGreater(len(seen), 160)

    def test_a_page_that_is_gone_is_refused(self):
        answer = http.get(f"{DIRECTORY}/fdv/search?_getpages=fort&_getpagesoffset=20&_count=20", self.client.token)
        self.assertEqual(answer.status, 410)

    def test_the_total_of_a_full_text_search_ignores_the_other_conditions_as_in_the_field(self):
        found = self.organizations(("_text", "Apotheke"), ("location.address-city", "Lindbrück"))
        self.assertGreater(found["total"], len(names(found)))

    def test_only_the_number_can_be_asked_for(self):
        found = self.organizations(("_summary", "count"))
        self.assertNotIn("entry", found)
        self.assertGreater(found["total"], 190)

    def test_closed_institutions_are_not_found(self):
        everybody = self.praxis.find("HealthcareService", ORGANIZATIONS, ("_summary", "count"))["total"]
        self.assertLess(everybody, 205)

    def test_every_search_asks_for_active_entries(self):
        for kind in ("HealthcareService", "PractitionerRole", "Endpoint"):
            with self.subTest(kind):
                self.assertEqual(issue(self.client.get(kind)), (400, "required"))

    def test_unknown_parameters_types_and_ids_are_refused(self):
        answer = self.client.get("HealthcareService", ORGANIZATIONS, ("colour", "red"))
        self.assertEqual(issue(answer), (400, "processing"))
        self.assertIn("colour", answer.json["issue"][0]["diagnostics"])
        self.assertEqual(issue(self.client.get("Patient")), (404, "not-found"))
        self.assertEqual(issue(self.client.get("Endpoint/1")), (404, "not-found"))


class Load(TestCase):
    def test_who_asks_too_often_has_to_wait(self):
        client = Client("epa", "max", "/fdv/search")
        answers = [client.ask("HealthcareService", ORGANIZATIONS, ("_count", "1")) for _ in range(40)]
        refused = [answer for answer in answers if answer.status == 429]
        self.assertTrue(refused)
        self.assertEqual(issue(refused[0]), (429, "throttled"))
        self.assertGreaterEqual(int(refused[0].headers["Retry-After"]), 1)

    def test_more_than_two_connections_at_once_are_refused(self):
        client = Client("pro", "apotheke", "/search")
        statuses = []

        def ask():
            statuses.append(client.ask("HealthcareService", ORGANIZATIONS, ("_include", "*")).status)

        threads = [threading.Thread(target=ask) for _ in range(4)]
        with settings(delaySeconds=1):
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(Counter(statuses), {200: 2, 429: 2})

    def test_a_directory_that_is_away_says_so(self):
        client = Client("pro", "apotheke", "/search")
        with settings(unavailable=True):
            self.assertEqual(issue(client.ask("HealthcareService", ORGANIZATIONS)), (503, "transient"))
            self.assertEqual(authenticate("127.0.10.1", person("epa", "erika").openid_token()).status, 503)
