"""The entries that belong to accounts of the test servers. They answer, when somebody plays them."""

from testbed.servers import SERVERS
from testbed.vzd import words
from testbed.vzd.model import DOCTOR, INSURER, PHARMACY, PHYSICIAN, Contact, Institution, Person, Service, matrix_uri

LINDBRUECK = words.TOWNS[0]


def _account(localpart: str) -> str:
    pro = SERVERS["pro"]
    assert any(account.localpart == localpart for account in pro.accounts)
    return matrix_uri(localpart, pro.name)


INSTITUTIONS = (
    Institution(
        key="praxis", kind=DOCTOR, name="Praxis Dr. Weber", town=LINDBRUECK, street="Lindenweg 4",
        telematik_id="1-20359900010", phone="0221 4710 111", medical=("ALLG",), hours=words.HOURS[0],
        features=("barrierefrei", "oepnv"), languages=("de", "en"),
        services=(Service("Hausarztpraxis Dr. Weber", (Contact("Empfang", _account("praxis")),)),),
    ),
    Institution(
        key="apotheke", kind=PHARMACY, name="Apotheke am Markt", town=LINDBRUECK, street="Marktplatz 1",
        telematik_id="3-20359900011", phone="0221 4710 222", offers=("10", "30", "impfung"), hours=words.PHARMACY_HOURS,
        features=("barrierefrei", "parkmoeglichkeit"),
        services=(Service("Apotheke am Markt", (Contact("Beratung", _account("apotheke")),)),),
    ),
    Institution(
        key="kasse", kind=INSURER, name="Demo-Krankenkasse", town=LINDBRUECK, street="Ringstraße 100",
        telematik_id="8-01-0000000010", phone="0221 4710 333", hours=words.HOURS[2], ik=SERVERS["epa"].ik[0],
        services=(
            Service(
                "Kundenservice",
                (
                    Contact("Leistungen und Krankengeld", _account("kasse"), "tim-fa"),
                    Contact("Mitgliedschaft und Beiträge", _account("kasse-mitglied"), "tim-fa"),
                    Contact("Kassenassistent (Chatbot)", _account("kasse-assistent"), "tim-bot"),
                ),
            ),
            Service("Pflegeberatung", (Contact("Pflegeberatung", _account("kasse-pflege"), "tim-fa"),)),
        ),
    ),
)

PEOPLE = (
    Person(
        key="arzt", prefix="Dr. med.", given="Jonas", family="Weber", profession=PHYSICIAN, medical=("ALLG",),
        town=LINDBRUECK, street="Lindenweg 4", telematik_id="1-10359900012",
        contacts=(Contact("Dr. med. Jonas Weber", _account("arzt")),),
    ),
)
