"""Search results as FHIR bundles, page by page."""

import datetime
import time
import uuid
from collections import OrderedDict
from urllib.parse import urlencode

from testbed.vzd.index import LINKS, references
from testbed.vzd.outcome import Refused
from testbed.vzd.resources import GEMATIK
from testbed.vzd.search import Found

LARGEST_PAGE = 100
PAGE_LIFETIME = 300.0  # seconds
RESULTS_KEPT = 200


class Bundles:
    """Makes the first page of a result and keeps the result for the next ones. `base` is the address of the search."""

    def __init__(self, base: str):
        self.base = base
        self._results: OrderedDict[str, tuple[float, Found]] = OrderedDict()

    def first_page(self, found: Found, count: str | None) -> dict:
        size = page_size(count)
        result = str(uuid.uuid4())
        if len(found.matches) > size:
            self._results[result] = (time.monotonic() + PAGE_LIFETIME, found)
            while len(self._results) > RESULTS_KEPT:
                self._results.popitem(last=False)
        return self._page(found, result, 0, size)

    def next_page(self, query: dict[str, str]) -> dict:
        expires, found = self._results.get(query["_getpages"], (0.0, None))
        if found is None or expires < time.monotonic():
            message = f"HAPI-0417: Search ID \"{query['_getpages']}\" does not exist and may have expired"
            raise Refused(410, message)
        offset = int(query.get("_getpagesoffset", "0")) if query.get("_getpagesoffset", "0").isdigit() else 0
        return self._page(found, query["_getpages"], offset, page_size(query.get("_count")))

    def count(self, found: Found) -> dict:
        """What _summary=count gives."""
        system = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"
        tag = {"system": system, "code": "SUBSETTED", "display": "Resource encoded in summary mode"}
        return self._bundle(found, {"tag": [tag]})

    def _page(self, found: Found, result: str, offset: int, size: int) -> dict:
        bundle = self._bundle(found)
        matches = found.matches[offset : offset + size]
        links = [{"relation": "self", "url": self._link(result, offset, size)}]
        if offset + size < len(found.matches):
            links.append({"relation": "next", "url": self._link(result, offset + size, size)})
        if offset > 0:
            links.append({"relation": "previous", "url": self._link(result, max(0, offset - size), size)})
        bundle["link"] = links
        entries = [self._entry(resource, "match") for resource in matches]
        near = _names(matches) | _links(matches)
        entries += [self._entry(each, "include") for each in found.included if (_names([each]) | _links([each])) & near]
        if entries:
            bundle["entry"] = entries
        return bundle

    @staticmethod
    def _bundle(found: Found, meta: dict | None = None) -> dict:
        now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")
        bundle = {
            "resourceType": "Bundle",
            "id": str(uuid.uuid4()),
            "meta": {"lastUpdated": now, **(meta or {})},
            "type": "searchset",
            "total": found.total,
        }
        if found.filtered:
            parts = [
                {"url": "count", "valueInteger": found.filtered},
                {"url": "reason", "valueString": "Reason: hideVersicherte"},
            ]
            extension = {"url": f"{GEMATIK}/StructureDefinition/results-filtered-ex", "extension": parts}
            bundle["_total"] = {"extension": [extension]}
        return bundle

    def _entry(self, resource: dict, mode: str) -> dict:
        url = f"{self.base}/{resource['resourceType']}/{resource['id']}"
        return {"fullUrl": url, "resource": resource, "search": {"mode": mode}}

    def _link(self, result: str, offset: int, size: int) -> str:
        pages = {"_getpages": result, "_getpagesoffset": offset, "_count": size, "_bundletype": "searchset"}
        return f"{self.base}?{urlencode(pages)}"


def page_size(count: str | None) -> int:
    """At most 100, which is what was seen in the field; what is no number counts as not given."""
    return min(max(int(count), 1), LARGEST_PAGE) if count is not None and count.isdigit() else LARGEST_PAGE


def _names(resources: list[dict]) -> set[str]:
    return {f"{each['resourceType']}/{each['id']}" for each in resources}


def _links(resources: list[dict]) -> set[str]:
    return {
        reference
        for resource in resources
        for link in LINKS.get(resource["resourceType"], ())
        for reference in references(resource, link)
    }
