"""Entries as FHIR R4 resources, in the profiles and codings of gematik's VZD-FHIR directory 1.2."""

import uuid

from testbed.vzd import invented, known, words
from testbed.vzd.model import FOR_INSURED, Contact, Institution, Person, Service

NAMESPACE = uuid.UUID("6d1f5a54-6d0e-4f0c-9a57-3b1c3a1f0c11")
LAST_UPDATED = "2026-03-02T06:00:00.000+01:00"

GEMATIK = "https://gematik.de/fhir/directory"
TELEMATIK_ID = "https://gematik.de/fhir/sid/telematik-id"
IK = "http://fhir.de/sid/arge-ik/iknr"
MEDICAL = "urn:oid:1.3.6.1.4.1.19376.3.276.1.5.4"
PRIVATE = "hide-versicherte"

CONNECTION_NAMES = {
    "tim": "TI-Messenger Endpoint", "tim-fa": "TI-Messenger Funktionsaccount", "tim-bot": "TI-Messenger Chatbot",
    "terminbuchung-online": "Online Terminbuchung", "terminbuchung-tim": "TI-Messenger Terminbuchung",
}


def all_resources() -> list[dict]:
    resources = []
    for institution in (*known.INSTITUTIONS, *invented.institutions()):
        resources += institution_resources(institution)
    for person in (*known.PEOPLE, *invented.people()):
        resources += person_resources(person)
    return resources


def institution_resources(institution: Institution) -> list[dict]:
    """One Organization and one Location, and for each service a HealthcareService with its Endpoints."""
    organization, location = _organization(institution), _location(institution, institution.name)
    location["managingOrganization"] = _reference(organization)
    resources = [organization, location]
    for number, service in enumerate(institution.services):
        endpoints = _endpoints(f"{institution.key}/{number}", service.contacts)
        resources += [_healthcare_service(institution, number, service, organization, location, endpoints), *endpoints]
    return resources


def person_resources(person: Person) -> list[dict]:
    """Practitioner, PractitionerRole, Location and Endpoints."""
    practitioner, location = _practitioner(person), _location(person, person.text)
    endpoints = _endpoints(person.key, person.contacts)
    role = _resource("PractitionerRole", person.key)
    role["practitioner"] = _reference(practitioner)
    role["location"] = [_reference(location)]
    if endpoints:
        role["endpoint"] = [_reference(endpoint) for endpoint in endpoints]
    return [practitioner, role, location, *endpoints]


def _resource(kind: str, key: str, *, origin: str = "ldap", tags: tuple = ()) -> dict:
    profile = f"{GEMATIK}/StructureDefinition/{kind}Directory"
    return {
        "resourceType": kind,
        "id": str(uuid.uuid5(NAMESPACE, f"{kind}/{key}")),
        "meta": {
            "versionId": "1",
            "lastUpdated": LAST_UPDATED,
            "profile": [profile],
            "tag": [{"system": f"{GEMATIK}/CodeSystem/Origin", "code": origin}, *tags],
        },
    }


def _organization(institution: Institution) -> dict:
    organization = _resource("Organization", institution.key, tags=_tags(institution))
    if institution.hidden:
        organization["extension"] = [_visibility("Organization")]
    organization["identifier"] = _identifiers(institution)
    organization["active"] = institution.active
    profession = f"{GEMATIK}/CodeSystem/OrganizationProfessionOID"
    organization["type"] = [_coded(profession, institution.kind.oid, institution.kind.name)]
    organization["name"] = institution.name
    organization["contact"] = [{"telecom": [{"system": "phone", "value": institution.phone}]}]
    return organization


def _healthcare_service(
    institution: Institution, number: int, service: Service, organization: dict, location: dict, endpoints: list[dict]
) -> dict:
    healthcare = _resource("HealthcareService", f"{institution.key}/{number}", tags=_tags(institution))
    healthcare["identifier"] = _identifiers(institution)
    healthcare["providedBy"] = _reference(organization)
    specialities = [_coded(MEDICAL, code, words.SPECIALITIES[code]) for code in institution.medical]
    specialities += [_offer(code) for code in institution.offers]
    if specialities:
        healthcare["specialty"] = specialities
    healthcare["location"] = [_reference(location)]
    healthcare["name"] = service.name
    healthcare["telecom"] = [{"system": "phone", "value": institution.phone, "use": "work"}]
    if institution.features:
        system = f"{GEMATIK}/CodeSystem/PhysicalFeaturesHealthCareServiceCS"
        healthcare["characteristic"] = [_coded(system, code, words.FEATURES[code]) for code in institution.features]
    languages = [_coded("urn:ietf:bcp:47", code, words.LANGUAGES[code]) for code in institution.languages]
    healthcare["communication"] = languages
    if institution.hours:
        healthcare["availableTime"] = [
            {"daysOfWeek": [day], "availableStartTime": opens, "availableEndTime": closes}
            for days, opens, closes in institution.hours
            for day in days.split()
        ]
    if endpoints:
        healthcare["endpoint"] = [_reference(endpoint) for endpoint in endpoints]
    return healthcare


def _location(entry: Institution | Person, name: str) -> dict:
    town = entry.town
    location = _resource("Location", entry.key)
    location["name"] = name
    location["address"] = {
        "use": "work",
        "type": "postal",
        "text": f"{entry.street}, {town.postal_code} {town.name}, {town.state}, DE",
        "line": [entry.street],
        "city": town.name,
        "state": town.state,
        "postalCode": town.postal_code,
        "country": "DE",
    }
    if isinstance(entry, Institution) and entry.has_position:
        location["position"] = _position(entry)
    return location


def _position(institution: Institution) -> dict:
    """Near the middle of the town, up to some 1.5 km away, each one elsewhere."""
    spread = uuid.uuid5(NAMESPACE, institution.key).bytes
    north, east = ((byte - 128) / 128 for byte in spread[:2])
    return {
        "longitude": round(institution.town.longitude + 0.02 * east, 5),
        "latitude": round(institution.town.latitude + 0.012 * north, 5),
    }


def _practitioner(person: Person) -> dict:
    practitioner = _resource("Practitioner", person.key)
    practitioner["identifier"] = [{"system": TELEMATIK_ID, "value": person.telematik_id}]
    practitioner["active"] = person.active
    name = {"use": "usual", "text": person.text, "family": person.family, "given": [person.given]}
    if person.prefix:
        name["prefix"] = [person.prefix]
    practitioner["name"] = [name]
    profession = person.profession
    codings = [_coded(f"{GEMATIK}/CodeSystem/PractitionerProfessionOID", profession.oid, profession.name)]
    codings += [_coded(MEDICAL, code, words.SPECIALITIES[code]) for code in person.medical]
    practitioner["qualification"] = [{"code": code} for code in codings]
    return practitioner


def _endpoints(key: str, contacts: tuple[Contact, ...]) -> list[dict]:
    return [_endpoint(f"{key}/{number}", contact) for number, contact in enumerate(contacts)]


def _endpoint(key: str, contact: Contact) -> dict:
    endpoint = _resource("Endpoint", key, origin="owner")
    if contact.hidden:
        endpoint["extension"] = [_visibility("Endpoint")]
    endpoint["status"] = "active" if contact.active else "off"
    system = f"{GEMATIK}/CodeSystem/EndpointDirectoryConnectionType"
    endpoint["connectionType"] = {"system": system, "code": contact.kind, "display": CONNECTION_NAMES[contact.kind]}
    endpoint["name"] = contact.name
    if contact.kind == "terminbuchung-online":
        absent = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
        endpoint["payloadType"] = [_coded(absent, "not-applicable", "Not Applicable")]
    else:
        system = f"{GEMATIK}/CodeSystem/EndpointDirectoryPayloadType"
        endpoint["payloadType"] = [_coded(system, "tim-chat", "TI-Messenger chat")]
    endpoint["address"] = contact.address
    return endpoint


def _identifiers(institution: Institution) -> list[dict]:
    identifiers = [{"system": TELEMATIK_ID, "value": institution.telematik_id}]
    if institution.ik:
        identifiers.append({"system": IK, "value": institution.ik})
    return identifiers


def _tags(institution: Institution) -> tuple:
    if institution.kind.oid not in FOR_INSURED:
        return ()
    system = f"{GEMATIK}/CodeSystem/ResourceTag"
    return ({"system": system, "code": "fdv-relevant", "display": "Relevant for ePA FdV"},)


def _offer(code: str) -> dict:
    if code in words.PHARMACY_SERVICES:
        return _coded(f"{GEMATIK}/CodeSystem/PharmacyHealthcareSpecialtyCS", code, words.PHARMACY_SERVICES[code])
    return _coded(f"{GEMATIK}/CodeSystem/HealthcareServiceSpecialtyCS", code, words.EXTRA_SERVICES[code])


def _visibility(kind: str) -> dict:
    coding = {"system": f"{GEMATIK}/CodeSystem/{kind}VisibilityCS", "code": PRIVATE}
    return {"url": f"{GEMATIK}/StructureDefinition/{kind}Visibility", "valueCoding": coding}


def _coded(system: str, code: str, display: str) -> dict:
    return {"coding": [{"system": system, "code": code, "display": display}]}


def _reference(resource: dict) -> dict:
    return {"reference": f"{resource['resourceType']}/{resource['id']}"}
