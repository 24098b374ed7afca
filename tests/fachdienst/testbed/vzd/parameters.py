"""The search parameters of the directory: how each one looks at a resource."""

import math
import unicodedata
from collections.abc import Callable, Iterable

from testbed.vzd.outcome import Refused
from testbed.vzd.resources import GEMATIK

MAXIMUM_DISTANCE = 100.0  # km

Values = Callable[[dict], Iterable]
Test = Callable[[dict], bool]


def plain(text: str) -> str:
    """As string parameters compare: without case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


class String:
    """Matches at the beginning; with :contains anywhere, with :exact the whole as written."""

    def __init__(self, values: Values):
        self.values = values

    def test(self, name: str, modifier: str, wanted: str) -> Test:
        match modifier:
            case "":
                return lambda resource: any(plain(value).startswith(plain(wanted)) for value in self.values(resource))
            case "contains":
                return lambda resource: any(plain(wanted) in plain(value) for value in self.values(resource))
            case "exact":
                return lambda resource: any(wanted == value for value in self.values(resource))
        raise Refused(400, f"HAPI-0496: Invalid modifier for parameter {name}: :{modifier}")


class Token:
    """A code, or system|code. Values are (system, code, display); :text matches the beginning of the display."""

    def __init__(self, values: Values):
        self.values = values

    def test(self, name: str, modifier: str, wanted: str) -> Test:
        if modifier == "text":
            begin = plain(wanted)
            return lambda resource: any(plain(display).startswith(begin) for _, _, display in self.values(resource))
        if modifier:
            raise Refused(400, f"HAPI-0496: Invalid modifier for parameter {name}: :{modifier}")
        system, bar, code = wanted.rpartition("|")

        def fits(its_system: str, its_code: str, _) -> bool:
            return (not bar or system == its_system) and code in ("", its_code)

        return lambda resource: any(fits(*value) for value in self.values(resource))


class Near:
    """latitude|longitude|distance|km, all four of them."""

    def test(self, name: str, modifier: str, wanted: str) -> Test:
        parts = wanted.split("|")
        if len(parts) != 4 or parts[3] != "km":
            raise Refused(400, f"{name}: expected latitude|longitude|distance|km")
        latitude, longitude, distance = (decimal(name, part) for part in parts[:3])
        return lambda location: within(location, latitude, longitude, distance)


def decimal(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise Refused(400, f"{name}: not a number: {text}", "value")
    return value


def within(location: dict, latitude: float, longitude: float, distance: float) -> bool:
    away = kilometres(location, latitude, longitude)
    return away is not None and away <= min(distance, MAXIMUM_DISTANCE)


def kilometres(location: dict, latitude: float, longitude: float) -> float | None:
    """Along the surface; None if the position of the location is not known."""
    position = location.get("position")
    if position is None:
        return None
    there, here = math.radians(position["latitude"]), math.radians(latitude)
    east = math.radians(position["longitude"] - longitude)
    half = math.sin((there - here) / 2) ** 2 + math.cos(there) * math.cos(here) * math.sin(east / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))


def _codings(*names: str) -> Values:
    """The codings of CodeableConcepts in these attributes."""

    def values(resource: dict):
        for name in names:
            for concept in resource.get(name, ()):
                for coding in concept["coding"]:
                    yield coding["system"], coding["code"], coding.get("display", "")

    return values


def _identifiers(resource: dict):
    return ((identifier["system"], identifier["value"], "") for identifier in resource.get("identifier", ()))


def _address(resource: dict):
    address = resource["address"]
    return (*address["line"], *(address[part] for part in ("city", "postalCode", "state", "country", "text")))


def _person_names(resource: dict):
    for name in resource["name"]:
        yield from (name["text"], name["family"], *name["given"], *name.get("prefix", ()))


def _qualifications(resource: dict):
    for qualification in resource["qualification"]:
        yield from ((coding["system"], coding["code"], coding["display"]) for coding in qualification["code"]["coding"])


def _visibility(resource: dict):
    for extension in resource.get("extension", ()):
        if extension["url"].startswith(f"{GEMATIK}/StructureDefinition/EndpointVisibility"):
            yield extension["valueCoding"]["system"], extension["valueCoding"]["code"], ""


def _tags(resource: dict):
    return ((tag["system"], tag["code"], tag.get("display", "")) for tag in resource["meta"]["tag"])


def _truth(name: str) -> Values:
    return lambda resource: [("", str(resource[name]).lower(), "")]


def _code(name: str) -> Values:
    return lambda resource: [("", resource[name], "")]


def _connection(resource: dict):
    kind = resource["connectionType"]
    return [(kind["system"], kind["code"], kind["display"])]


EVERYWHERE = {"_id": Token(_code("id")), "_tag": Token(_tags)}

OF_TYPE: dict[str, dict] = {
    "HealthcareService": {
        "identifier": Token(_identifiers),
        "name": String(lambda resource: [resource["name"]]),
        "specialty": Token(_codings("specialty")),
        "characteristic": Token(_codings("characteristic")),
    },
    "Organization": {
        "active": Token(_truth("active")),
        "identifier": Token(_identifiers),
        "name": String(lambda resource: [resource["name"]]),
        "type": Token(_codings("type")),
    },
    "Location": {
        "address": String(_address),
        "address-city": String(lambda resource: [resource["address"]["city"]]),
        "address-postalcode": String(lambda resource: [resource["address"]["postalCode"]]),
        "address-state": String(lambda resource: [resource["address"]["state"]]),
        "near": Near(),
    },
    "Endpoint": {
        "address": String(lambda resource: [resource["address"]]),
        "connection-type": Token(_connection),
        "endpointVisibility": Token(_visibility),
        "name": String(lambda resource: [resource["name"]]),
        "payload-type": Token(_codings("payloadType")),
        "status": Token(_code("status")),
    },
    "PractitionerRole": {},
    "Practitioner": {
        "active": Token(_truth("active")),
        "family": String(lambda resource: [name["family"] for name in resource["name"]]),
        "given": String(lambda resource: [given for name in resource["name"] for given in name["given"]]),
        "identifier": Token(_identifiers),
        "name": String(_person_names),
        "qualification": Token(_qualifications),
    },
}
