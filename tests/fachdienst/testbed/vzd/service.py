"""The directory service: /tim-authenticate, /fdv/search for insured people, /search for the others."""

import json
import time
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from jwcrypto import jwk

from testbed.servers import DIRECTORY
from testbed.vzd import radius
from testbed.vzd.access import Denied, Load, Tokens
from testbed.vzd.bundles import Bundles
from testbed.vzd.index import LINKS, Index
from testbed.vzd.outcome import Refused
from testbed.vzd.search import Search
from testbed.vzd.settings import SETTINGS

READABLE = ("HealthcareService", "PractitionerRole", "Endpoint", "Organization", "Practitioner", "Location")
AREAS = ("/fdv/search", "/search")

Answer = tuple[int, dict, dict[str, str]]  # status, body, further headers


class Service:
    """Its settings are read at every request, so that a test may make it slow, strict or absent."""

    def __init__(self, base: Path, domains, key: jwk.JWK):
        self.settings_file = base / "state" / "directory.json"
        self.tokens = Tokens(base, domains, key)
        self.load = Load()
        self.index = Index()
        self.bundles = {area: Bundles(DIRECTORY + area) for area in AREAS}

    def settings(self) -> dict:
        return SETTINGS | json.loads(self.settings_file.read_text())

    def authenticate(self, server_name: str | None, openid_token: str | None) -> Answer:
        try:
            if not server_name or not openid_token:
                missing = "X-Matrix-OpenID-Token" if server_name else "mxId"
                raise Denied(401, missing, f"{missing} is missing")
            if self.settings()["unavailable"]:
                raise Denied(503, "", "the directory is not available")
            return 200, self.tokens.give(server_name, openid_token, self.settings()["tokenLifetime"]), {}
        except Denied as denied:
            headers = {"WWW-Authenticate": "OAuth"} if denied.status == 401 else {}
            return denied.status, denied.body, headers

    def search(self, url: str, token: str) -> Answer:
        """GET of an address below one of AREAS."""
        parts = urlsplit(url)
        area = next(area for area in AREAS if parts.path == area or parts.path.startswith(area + "/"))
        settings = self.settings()
        try:
            if settings["unavailable"]:
                raise Refused(503, "the directory is not available", "transient")
            user = self.tokens.subject(token, DIRECTORY + area)
            with self.load.request(user, settings["requestsPerTenSeconds"]):
                time.sleep(settings["delaySeconds"])
                path = [part for part in parts.path[len(area) :].split("/") if part]
                return 200, self._find(area, path, parse_qsl(parts.query, keep_blank_values=True)), {}
        except Refused as refused:
            return refused.status, refused.outcome, refused.headers

    def _find(self, area: str, path: list[str], query: list[tuple[str, str]]) -> dict:
        given, insured, bundles = dict(query), area == "/fdv/search", self.bundles[area]
        match path:
            case [] if "_getpages" in given:
                return bundles.next_page(given)
            case [kind] if kind in LINKS and "_query" in given and insured and kind == "HealthcareService":
                return bundles.first_page(radius.search(self.index, query), given.get("_count"))
            case [kind] if kind in LINKS:
                found = Search(self.index, kind, query, insured=insured).run()
                if given.get("_summary") == "count":
                    return bundles.count(found)
                return bundles.first_page(found, given.get("_count"))
            case [kind, identifier] if kind in READABLE:
                return self._read(kind, identifier, insured)
        raise Refused(404, "HAPI-0302: Unknown resource type or path", "not-found")

    def _read(self, kind: str, identifier: str, insured: bool) -> dict:
        """Active or not: the client has to look."""
        resource = self.index.get(kind, identifier)
        if resource is None or (insured and self.index.hidden(resource)):
            raise Refused(404, f"HAPI-2001: Resource {kind}/{identifier} is not known", "not-found")
        return resource
