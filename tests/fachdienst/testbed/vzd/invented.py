"""Institutions and people that exist nowhere, put together from words.py: the same ones on every machine.

Their addresses lead to no account. Some have no Messenger, some hide it from insured people, some have closed: a search
has to cope with all of them.
"""

import hashlib
import unicodedata

from testbed.servers import SERVERS
from testbed.vzd import words
from testbed.vzd.model import (
    DENTAL_SURGEON, DENTIST, DOCTOR, HOSPITAL, MIDWIFE, NURSING, NUTRITIONIST, OCCUPATIONAL_THERAPIST, PHARMACY,
    PHYSICIAN, PHYSIOTHERAPIST, PODIATRIST, PSYCHOTHERAPIST, REHABILITATION, SPEECH_THERAPIST, THERAPIST, Contact,
    Institution, Kind, Person, Service, Town, matrix_uri,
)

COUNTS = {
    DOCTOR: 100, DENTIST: 24, PSYCHOTHERAPIST: 14, HOSPITAL: 16, PHARMACY: 36, NURSING: 2, MIDWIFE: 2,
    PHYSIOTHERAPIST: 2, REHABILITATION: 1, OCCUPATIONAL_THERAPIST: 1, SPEECH_THERAPIST: 1, PODIATRIST: 1,
    NUTRITIONIST: 1,
}
PERSON_COUNT = 60

CALLED = {
    PSYCHOTHERAPIST: "Psychotherapeutische Praxis", NURSING: "Pflegedienst", MIDWIFE: "Hebammenpraxis",
    PHYSIOTHERAPIST: "Physiotherapie", REHABILITATION: "Rehazentrum", OCCUPATIONAL_THERAPIST: "Ergotherapie",
    SPEECH_THERAPIST: "Logopädie", PODIATRIST: "Podologie", NUTRITIONIST: "Ernährungsberatung",
}


def institutions() -> list[Institution]:
    return [_institution(kind, i) for kind, count in COUNTS.items() for i in range(count)]


def people() -> list[Person]:
    return [_person(i) for i in range(PERSON_COUNT)]


def _number(*key) -> int:
    """A large number, always the same one for the same key."""
    return int.from_bytes(hashlib.sha256("/".join(map(str, key)).encode()).digest()[:8], "big")


def _pick(choices, *key):
    return choices[_number("pick", *key) % len(choices)]


def _happens(percent: int, *key) -> bool:
    return _number("happens", *key) % 100 < percent


def _some(choices, percent: int, *key) -> tuple:
    return tuple(choice for choice in choices if _happens(percent, choice, *key))


def _institution(kind: Kind, i: int) -> Institution:
    key = f"{kind.oid}/{i}"
    town = words.TOWNS[(i * 5 + i // 18 + _number(kind.oid)) % len(words.TOWNS)]
    medical = _medical(kind, i)
    name = _name(kind, i, medical, town)
    return Institution(
        key=key, kind=kind, name=name, town=town, street=_street(key), phone=_phone(key),
        telematik_id=f"{kind.digit}-203599{_number(key) % 10**5:05}", medical=medical, offers=_offers(kind, key),
        services=(Service(name, _contacts(kind, key, name)),), features=_some(words.FEATURES, 45, key),
        languages=("de", *_some(words.OTHER_LANGUAGES, 15, key)), hours=_hours(kind, key),
        has_position=not _happens(8, key, "position"), active=not _happens(3, key, "closed"),
        hidden=_happens(3, key, "hidden"),
    )


def _person(i: int) -> Person:
    key = f"person/{i}"
    profession = (PHYSICIAN, PHYSICIAN, PHYSICIAN, DENTAL_SURGEON, THERAPIST)[i % 5]
    given, family = _pick(words.GIVEN_NAMES, key), _family_name(i * 13 + 3)
    town = _pick(words.TOWNS, key)
    name = f"{given} {family}"
    contact = Contact(
        name, _address(name, key), active=not _happens(5, key, "off"), hidden=_happens(30, key, "hidden")
    )
    return Person(
        key=key, prefix=_pick(("Dr. med.", "Dr.", "", "Prof. Dr."), key), given=given, family=family,
        profession=profession, medical=(_pick(list(words.MEDICAL), key),) if profession is PHYSICIAN else (),
        town=town, street=_street(key), telematik_id=f"{profession.digit}-103599{_number(key) % 10**5:05}",
        contacts=(contact,) if _happens(70, key, "messenger") else (), active=not _happens(3, key, "retired"),
    )


def _family_name(i: int) -> str:
    return words.FAMILY_NAMES[i % len(words.FAMILY_NAMES)]


def _name(kind: Kind, i: int, medical: tuple, town: Town) -> str:
    family = _family_name(i * 3 + _number(kind.oid))
    if kind is PHARMACY:
        return f"{words.TREES_AND_ANIMALS[i % len(words.TREES_AND_ANIMALS)]}-Apotheke"
    if kind is HOSPITAL:
        saint = words.SAINTS[i % len(words.SAINTS)]
        return (f"St.-{saint}-Krankenhaus {town.name}", f"Klinikum {town.name}", f"Kreisklinik {town.name}")[i % 3]
    if kind in CALLED:
        return f"{CALLED[kind]} {family}"
    called = (words.MEDICAL | words.DENTAL)[medical[0]][1]
    forms = (
        f"{called} Dr. {family}", f"Praxis Dr. med. {family}", f"{called} am {_pick(words.SPOTS, kind.oid, i)}",
        f"Gemeinschaftspraxis {family} und {_family_name(i * 5 + 1)}",
    )
    return forms[_number(kind.oid, i, "form") % len(forms)]


def _medical(kind: Kind, i: int) -> tuple[str, ...]:
    """Every speciality has several practices; general medicine has most, as everywhere."""
    codes = list(words.MEDICAL)
    if kind is DOCTOR:
        return (codes[0] if i % 3 == 0 else codes[1 + i % (len(codes) - 1)],)
    if kind is DENTIST:
        return ("MZKH", *_some(("ORAL", "KIEF"), 20, "dentist", i))
    if kind is HOSPITAL:
        return ("INNE", "CHIR", *_some(("FRAU", "KIJU", "NEUR", "KARD", "RADI"), 50, "hospital", i))
    return ()


def _offers(kind: Kind, key: str) -> tuple[str, ...]:
    if kind is PHARMACY:
        return ("10", *_some(("20", "30", "40"), 45, key), *_some(words.EXTRA_SERVICES, 25, key))
    return _some(("impfung", "reisemedizin-beratung"), 30, key) if kind is DOCTOR else ()


def _hours(kind: Kind, key: str) -> tuple:
    if kind is HOSPITAL:
        return words.ROUND_THE_CLOCK
    if kind is PHARMACY:
        return words.PHARMACY_HOURS
    return _pick((*words.HOURS, ()), key)


def _contacts(kind: Kind, key: str, name: str) -> tuple[Contact, ...]:
    """Two in three have the Messenger; hospitals have one for each ward they let people write to."""
    online = Contact("Online-Termine", f"https://termine.{_slug(name)}.example/", "terminbuchung-online")
    contacts = [online] if kind in (DOCTOR, DENTIST) and _happens(30, key, "online") else []
    if not _happens(67, key, "messenger"):
        return tuple(contacts)
    contacts.append(
        Contact(
            "Messenger", _address(name, key), active=not _happens(6, key, "off"), hidden=_happens(12, key, "hidden")
        )
    )
    if kind is HOSPITAL:
        wards = ("Aufnahme", "Entlassmanagement", "Sozialdienst")
        contacts += [Contact(ward, _address(f"{name} {ward}", key), "tim-fa") for ward in wards]
    if _happens(12, key, "bot"):
        contacts.append(Contact("Terminassistent (Chatbot)", _address(f"{name} bot", key), "tim-bot"))
    if kind is DOCTOR and _happens(15, key, "appointments"):
        contacts.append(Contact("Termine", _address(f"{name} termine", key), "terminbuchung-tim"))
    return tuple(contacts)


def _street(key: str) -> str:
    return f"{_pick(words.STREETS, key)} {1 + _number(key, 'house') % 120}"


def _phone(key: str) -> str:
    """Of the ranges that the Bundesnetzagentur keeps free for films and books."""
    return f"{_pick(('030 23125', '069 90009', '040 66969', '0221 4710', '089 99998'), key)} {_number(key) % 1000:03}"


def _address(name: str, key: str) -> str:
    return matrix_uri(f"{_slug(name)}-{_number(key) % 10**5:05}", SERVERS["pro"].name)


def _slug(text: str) -> str:
    """Lower case letters, digits and hyphens."""
    spelled = text.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
