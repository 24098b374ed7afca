"""All resources of the directory, their links, their words for the full-text search, and what is hidden."""

from testbed.vzd import fulltext
from testbed.vzd.resources import GEMATIK, PRIVATE, all_resources

# For each type that can be searched: its links and the types of what they lead to.
LINKS = {
    "HealthcareService": {"organization": "Organization", "location": "Location", "endpoint": "Endpoint"},
    "PractitionerRole": {"practitioner": "Practitioner", "location": "Location", "endpoint": "Endpoint"},
    "Endpoint": {},
}
ATTRIBUTES = {"organization": "providedBy"}  # where the attribute is not called as the link


class Index:
    def __init__(self):
        # A search has no order that a client could rely on; ids are in no order either.
        resources = sorted(all_resources(), key=lambda resource: resource["id"])
        self._by_reference = {f"{each['resourceType']}/{each['id']}": each for each in resources}
        self._by_type: dict[str, list[dict]] = {}
        for resource in resources:
            self._by_type.setdefault(resource["resourceType"], []).append(resource)
        self._texts = {each["id"]: self._text(each) for kind in LINKS for each in self._by_type[kind]}
        self._hidden = self._find_hidden()

    def of_type(self, kind: str) -> list[dict]:
        return self._by_type[kind]

    def get(self, kind: str, identifier: str) -> dict | None:
        return self._by_reference.get(f"{kind}/{identifier}")

    def linked(self, resource: dict, link: str) -> list[dict]:
        return [self._by_reference[reference] for reference in references(resource, link)]

    def linking(self, kind: str, link: str, target: dict) -> list[dict]:
        """The resources of that type that link to the target."""
        wanted = f"{target['resourceType']}/{target['id']}"
        return [resource for resource in self._by_type[kind] if wanted in references(resource, link)]

    def text(self, resource: dict) -> fulltext.Text:
        return self._texts[resource["id"]]

    def hidden(self, resource: dict) -> bool:
        """From insured people: an endpoint that says so, and everything of an organisation that says so."""
        return resource["id"] in self._hidden

    def _find_hidden(self) -> set[str]:
        hidden = {each["id"] for kind in ("Organization", "Endpoint") for each in self._by_type[kind] if _hides(each)}
        for service in self._by_type["HealthcareService"]:
            if any(organization["id"] in hidden for organization in self.linked(service, "organization")):
                hidden |= {service["id"], *(each["id"] for each in self.linked(service, "endpoint"))}
        return hidden

    def _text(self, resource: dict) -> fulltext.Text:
        values = []
        for link in LINKS[resource["resourceType"]]:
            for linked in self.linked(resource, link):
                values += INDEXED[linked["resourceType"]](linked)
        values += INDEXED[resource["resourceType"]](resource)
        return [fulltext.words_of(value) for value in values]


def references(resource: dict, link: str) -> list[str]:
    """Type and id of everything that the link leads to."""
    found = resource.get(ATTRIBUTES.get(link, link), [])
    return [each["reference"] for each in ([found] if isinstance(found, dict) else found)]


def _hides(resource: dict) -> bool:
    codings = [each.get("valueCoding", {}) for each in resource.get("extension", ())]
    return any(coding.get("code") == PRIVATE and coding["system"].startswith(GEMATIK) for coding in codings)


def _displays(concepts) -> list[str]:
    return [coding["display"] for concept in concepts for coding in concept["coding"]]


def _numbers(resource: dict) -> list[str]:
    return [identifier["value"] for identifier in resource["identifier"]]


def _of_organization(resource: dict) -> list[str]:
    codes = [coding["code"] for concept in resource["type"] for coding in concept["coding"]]
    return [resource["name"], *_numbers(resource), *_displays(resource["type"]), *codes]


def _of_location(resource: dict) -> list[str]:
    address = resource["address"]
    return [*address["line"], address["city"], address["postalCode"]]


def _of_practitioner(resource: dict) -> list[str]:
    names = [name["text"] for name in resource["name"]]
    return [*names, *_numbers(resource), *_displays(each["code"] for each in resource["qualification"])]


# Which attributes the full-text search looks at (HOWTO Search, "Contents of the _text attribute").
INDEXED = {
    "Organization": _of_organization,
    "HealthcareService": lambda each: [each["name"], *_numbers(each), *_displays(each.get("specialty", ()))],
    "Location": _of_location,
    "Practitioner": _of_practitioner,
    "PractitionerRole": lambda each: [],
    "Endpoint": lambda each: [],
}
