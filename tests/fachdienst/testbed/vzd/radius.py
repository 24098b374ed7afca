"""The radius searches of the insured: _query=near and _query=nearPharmacy (HOWTO Search, chapter 5)."""

from datetime import datetime, timedelta

from testbed.vzd import fulltext, parameters
from testbed.vzd.index import Index
from testbed.vzd.model import PHARMACY
from testbed.vzd.outcome import Refused
from testbed.vzd.search import Found

TOLERANCE = timedelta(minutes=1)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MANDATORY = ("latitude", "longitude", "distance")
OPTIONAL = ("text", "location", "isOpenInMinutes", "specialty", "characteristics", "_count", "_query", "_format")


def search(index: Index, query: list[tuple[str, str]], now: datetime | None = None) -> Found:
    """Healthcare services by distance, with their organisations and locations; endpoints do not come along.

    Opening hours are compared with `now`, by default the clock of this machine.
    """
    operation = next(value for name, value in query if name == "_query")
    if operation not in ("near", "nearPharmacy"):
        raise Refused(400, f"unknown query: {operation}")
    allowed = {*MANDATORY, *OPTIONAL} | ({"organization.type"} if operation == "near" else set())
    for name, _ in query:
        if name not in allowed:
            raise Refused(400, f"{name}: not supported by this operation")
    given = dict(query)
    for name in MANDATORY:
        if name not in given:
            raise Refused(400, f"{name} is required", "required")
    latitude, longitude, distance = (parameters.decimal(name, given[name]) for name in MANDATORY)
    tests = [_test(index, name, value, now) for name, value in query if name not in MANDATORY]
    if operation == "nearPharmacy":
        tests.append(_test(index, "organization.type", PHARMACY.oid, now))

    hits = []
    for service in index.of_type("HealthcareService"):
        organization, location = index.linked(service, "organization")[0], index.linked(service, "location")[0]
        away = parameters.kilometres(location, latitude, longitude)
        if away is None or away > min(distance, parameters.MAXIMUM_DISTANCE) or not organization["active"]:
            continue
        if not index.hidden(service) and all(test(service) for test in tests):
            hits.append((away, service, [organization, location]))
    hits.sort(key=lambda hit: hit[0])
    matches = [service for _, service, _ in hits]
    included = {linked["id"]: linked for _, _, links in hits for linked in links}
    return Found(matches, list(included.values()), total=len(matches), filtered=0)


def _test(index: Index, name: str, value: str, now: datetime | None):
    match name:
        case "text":
            wanted = fulltext.words_of(value)
            return lambda service: all(_occurs(word, index.text(service)) for word in wanted)
        case "location":
            return lambda service: any(value.casefold() in part.casefold() for part in _place(index, service))
        case "isOpenInMinutes":
            moment = (now or datetime.now()) + timedelta(minutes=parameters.decimal(name, value))
            return lambda service: _is_open(service, moment)
        case "organization.type":
            token = parameters.OF_TYPE["Organization"]["type"]
            tests = [token.test(name, "", code) for code in value.split(",")]
            return lambda service: any(test(index.linked(service, "organization")[0]) for test in tests)
        case "specialty" | "characteristics":
            attribute = "characteristic" if name == "characteristics" else name
            return parameters.OF_TYPE["HealthcareService"][attribute].test(name, "", value)
    return lambda service: True


def _occurs(wanted: str, text: fulltext.Text) -> bool:
    return any(wanted in word or fulltext.similar(wanted, word) for attribute in text for word in attribute)


def _place(index: Index, service: dict) -> list[str]:
    address = index.linked(service, "location")[0]["address"]
    return [*address["line"], address["city"], address["postalCode"]]


def _is_open(service: dict, moment: datetime) -> bool:
    """Also if the service does not say when it is open."""
    hours = service.get("availableTime")
    if not hours:
        return True
    latest, earliest = ((moment + shift).strftime("%H:%M:%S") for shift in (TOLERANCE, -TOLERANCE))
    today = [each for each in hours if DAYS[moment.weekday()] in each["daysOfWeek"]]
    return any(each["availableStartTime"] <= latest and earliest <= each["availableEndTime"] for each in today)
