"""What an entry of the directory is, before it becomes FHIR resources."""

from dataclasses import dataclass
from typing import NamedTuple


class Town(NamedTuple):
    name: str
    postal_code: str
    state: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Kind:
    """A kind of institution: profession OID, its name, and the first digit of its Telematik-ID."""

    oid: str
    name: str
    digit: str


@dataclass(frozen=True)
class Profession:
    """What a person is: OID, its name, and the first digit of the Telematik-ID."""

    oid: str
    name: str
    digit: str


@dataclass(frozen=True)
class Contact:
    """An endpoint; `kind` is a code of EndpointDirectoryConnectionType."""

    name: str
    address: str
    kind: str = "tim"
    active: bool = True
    hidden: bool = False  # from insured people


@dataclass(frozen=True)
class Service:
    """What an institution offers, and how it can be reached."""

    name: str
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class Institution:
    key: str
    kind: Kind
    name: str
    town: Town
    street: str
    telematik_id: str
    phone: str
    services: tuple[Service, ...]
    medical: tuple[str, ...] = ()  # codes of words.SPECIALITIES
    offers: tuple[str, ...] = ()  # codes of words.PHARMACY_SERVICES and words.EXTRA_SERVICES
    features: tuple[str, ...] = ()  # codes of words.FEATURES
    languages: tuple[str, ...] = ("de",)
    hours: tuple = ()  # as words.HOURS
    has_position: bool = True
    active: bool = True
    hidden: bool = False  # from insured people
    ik: str | None = None


@dataclass(frozen=True)
class Person:
    key: str
    prefix: str
    given: str
    family: str
    profession: Profession
    town: Town
    street: str
    telematik_id: str
    contacts: tuple[Contact, ...]
    medical: tuple[str, ...] = ()
    active: bool = True

    @property
    def text(self) -> str:
        return " ".join(part for part in (self.prefix, self.given, self.family) if part)


DOCTOR = Kind("1.2.276.0.76.4.50", "Betriebsstätte Arzt", "1")
DENTIST = Kind("1.2.276.0.76.4.51", "Zahnarztpraxis", "2")
PSYCHOTHERAPIST = Kind("1.2.276.0.76.4.52", "Betriebsstätte Psychotherapeut", "4")
HOSPITAL = Kind("1.2.276.0.76.4.53", "Krankenhaus", "5")
PHARMACY = Kind("1.2.276.0.76.4.54", "Öffentliche Apotheke", "3")
INSURER = Kind("1.2.276.0.76.4.59", "Betriebsstätte Kostenträger", "8")
NURSING = Kind("1.2.276.0.76.4.245", "Betriebsstätte Gesundheits-, Kranken- und Altenpflege", "9")
MIDWIFE = Kind("1.2.276.0.76.4.246", "Betriebsstätte Geburtshilfe", "9")
PHYSIOTHERAPIST = Kind("1.2.276.0.76.4.247", "Betriebsstätte Physiotherapie", "9")
REHABILITATION = Kind("1.2.276.0.76.4.257", "Betriebsstätte Vorsorge- und Rehabilitation", "9")
OCCUPATIONAL_THERAPIST = Kind("1.2.276.0.76.4.278", "Ergotherapiepraxis", "9")
SPEECH_THERAPIST = Kind("1.2.276.0.76.4.279", "Logopaedische Praxis", "9")
PODIATRIST = Kind("1.2.276.0.76.4.280", "Podologiepraxis", "9")
NUTRITIONIST = Kind("1.2.276.0.76.4.281", "Ernährungstherapeutische Praxis", "9")

PHYSICIAN = Profession("1.2.276.0.76.4.30", "Ärztin/Arzt", "1")
DENTAL_SURGEON = Profession("1.2.276.0.76.4.31", "Zahnärztin/Zahnarzt", "2")
THERAPIST = Profession("1.2.276.0.76.4.45", "Psychotherapeut/-in", "4")

# gematik marks these as relevant for the insured (HOWTO Search 4.3).
FOR_INSURED = frozenset(
    f"1.2.276.0.76.4.{last}"
    for last in (50, 51, 52, 53, 54, 245, 246, 247, 255, 256, 257, 278, 279, 280, 281, 282)
)


def matrix_uri(localpart: str, server: str) -> str:
    """How the directory writes a Matrix address."""
    return f"matrix:u/{localpart}:{server}"
