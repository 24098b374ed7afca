"""Names, places and codes from which the entries of the directory are made. Everything here is invented.

Towns stand in groups, so that a radius around one finds its neighbours. Codes are those of the value sets that the
profiles of the VZD-FHIR directory bind. Telephone numbers end up in the ranges that are kept free for films.
"""

from testbed.vzd.model import Town

TOWNS = (
    Town("Lindbrück", "50891", "Nordrhein-Westfalen", 50.9310, 7.0120),
    Town("Oberlind", "50894", "Nordrhein-Westfalen", 50.9580, 7.0610),
    Town("Rheinhorn", "50896", "Nordrhein-Westfalen", 50.8870, 6.9850),
    Town("Kirchlohe", "51498", "Nordrhein-Westfalen", 50.9120, 7.1930),
    Town("Sandhafen", "22191", "Hamburg", 53.5610, 10.0430),
    Town("Elbwarder", "22194", "Hamburg", 53.5260, 9.8970),
    Town("Moorstede", "25392", "Schleswig-Holstein", 53.7440, 9.7020),
    Town("Neuwalde", "14691", "Brandenburg", 52.5470, 12.8760),
    Town("Havelrode", "14693", "Brandenburg", 52.4890, 12.9640),
    Town("Spreeau", "10991", "Berlin", 52.5130, 13.4470),
    Town("Bad Ahrenberg", "61391", "Hessen", 50.2290, 8.6120),
    Town("Taunusroda", "61394", "Hessen", 50.2510, 8.4700),
    Town("Isarbruck", "80891", "Bayern", 48.1420, 11.5790),
    Town("Seehofen", "82392", "Bayern", 47.9410, 11.3020),
    Town("Birkenlaut", "79891", "Baden-Württemberg", 47.9890, 7.8510),
    Town("Elbwiesen", "01391", "Sachsen", 51.0530, 13.7280),
    Town("Kirchhorn am Deister", "31891", "Niedersachsen", 52.2030, 9.3650),
    Town("Saalgrund", "06291", "Sachsen-Anhalt", 51.4820, 11.9690),
)

STREETS = (
    "Ahornweg", "Am Alten Markt", "Amselgasse", "An der Mühle", "Bachstraße", "Bahnhofstraße", "Birkenallee",
    "Brunnenstraße", "Eichenweg", "Feldstraße", "Gartenstraße", "Goethestraße", "Hauptstraße", "Hermann-Löns-Straße",
    "Im Winkel", "Kapellenweg", "Karl-Arnold-Platz", "Kastanienallee", "Kirchplatz", "Lindenweg", "Marktplatz",
    "Neue Straße", "Parkstraße", "Ringstraße", "Rosenweg", "Schillerstraße", "Schulstraße", "Sonnenhang", "Talstraße",
    "Uferweg", "Waldstraße", "Wiesengrund",
)

FAMILY_NAMES = (
    "Abendroth", "Ahlers", "Aydin", "Bergfeld", "Birkner", "Borowski", "Brandstätter", "Brückner", "Çelik", "Dahlke",
    "Dietrich", "Ebersbach", "Eichinger", "Falkner", "Feldkamp", "Frohwein", "Gerlach", "Grünwald", "Haberland",
    "Hansen", "Heidemann", "Holthaus", "Immel", "Jaschke", "Jürgens", "Kaltenbach", "Kessler", "Kirchhoff",
    "Kowalczyk", "Krämer", "Lauterbach", "Lindner", "Löwe", "Mahler", "Marquardt", "Meinhardt", "Mönch",
    "Müller-Ahrens", "Nachtigall", "Neumann", "Nguyen", "Oberländer", "Ostermann", "Özdemir", "Pfeiffer", "Petrow",
    "Quandt", "Rademacher", "Reinhold", "Rößler", "Sandmann", "Schäfer", "Schönfeld", "Seidel", "Siebert",
    "Sommerfeld", "Steinbach", "Strauß", "Thielemann", "Trautmann", "Ullrich", "Vogelsang", "Wagenknecht",
    "Weidenfeld", "Wiesner", "Winterstein", "Yilmaz", "Zander", "Ziegenhain", "Zöllner",
)

GIVEN_NAMES = (
    "Agnes", "Ahmet", "Anja", "Annika", "Bernd", "Britta", "Carla", "Christoph", "Daniela", "David", "Elif", "Erik",
    "Franziska", "Georg", "Hannah", "Heike", "Ingo", "Jana", "Jens", "Karin", "Kerstin", "Lars", "Leyla", "Linh",
    "Lukas", "Maren", "Markus", "Mehmet", "Miriam", "Nadja", "Nils", "Olga", "Paul", "Petra", "Ralf", "Sabine", "Silke",
    "Stefan", "Susanne", "Sven", "Tanja", "Thomas", "Ulrike", "Uwe", "Verena", "Wolfgang",
)

TREES_AND_ANIMALS = (
    "Adler", "Ahorn", "Apfelbaum", "Bären", "Birken", "Brunnen", "Burg", "Delphin", "Eichen", "Einhorn", "Engel",
    "Falken", "Glocken", "Hirsch", "Kastanien", "Kranich", "Linden", "Löwen", "Mond", "Mühlen", "Park", "Rathaus",
    "Rosen", "Schwanen", "Sonnen", "Stern", "Storchen", "Tannen",
)

SAINTS = ("Anna", "Barbara", "Elisabeth", "Georg", "Hedwig", "Josef", "Katharina", "Lukas", "Marien", "Martin")

SPOTS = ("Bahnhof", "Brunnen", "Markt", "Park", "Rathaus", "Schloss", "Stadttor", "Wasserturm")

LANGUAGES = {"de": "Deutsch", "en": "Englisch", "tr": "Türkisch", "ru": "Russisch", "pl": "Polnisch", "ar": "Arabisch"}
OTHER_LANGUAGES = tuple(code for code in LANGUAGES if code != "de")

# Ärztliche Fachrichtungen: code -> (name, what such a practice calls itself)
MEDICAL = {
    "ALLG": ("Allgemeinmedizin", "Hausarztpraxis"),
    "INNE": ("Innere Medizin", "Internistische Praxis"),
    "KIJU": ("Kinder- und Jugendmedizin", "Kinderarztpraxis"),
    "FRAU": ("Frauenheilkunde und Geburtshilfe", "Frauenarztpraxis"),
    "AUGE": ("Augenheilkunde", "Augenarztpraxis"),
    "HNOH": ("Hals-Nasen-Ohrenheilkunde", "HNO-Praxis"),
    "HAUT": ("Haut- und Geschlechtskrankheiten", "Hautarztpraxis"),
    "ORTH": ("Orthopädie", "Orthopädische Praxis"),
    "KARD": ("Kardiologie", "Kardiologische Praxis"),
    "PNEU": ("Pneumologie", "Lungenarztpraxis"),
    "GAST": ("Gastroenterologie", "Gastroenterologische Praxis"),
    "ENDO": ("Endokrinologie und Diabetologie", "Diabetespraxis"),
    "RHEU": ("Rheumatologie", "Rheumapraxis"),
    "NEUR": ("Neurologie", "Neurologische Praxis"),
    "PSYC": ("Psychiatrie und Psychotherapie", "Psychiatrische Praxis"),
    "UROL": ("Urologie", "Urologische Praxis"),
    "CHIR": ("Chirurgie", "Chirurgische Praxis"),
    "RADI": ("Radiologie", "Radiologische Praxis"),
    "REHA": ("Physikalische und Rehabilitative Medizin", "Praxis für Rehabilitation"),
}
DENTAL = {
    "MZKH": ("Zahnmedizin", "Zahnarztpraxis"),
    "ORAL": ("Oralchirurgie", "Praxis für Oralchirurgie"),
    "KIEF": ("Kieferorthopädie", "Kieferorthopädische Praxis"),
}

SPECIALITIES = {code: name for code, (name, _) in (MEDICAL | DENTAL).items()}

# PharmacyHealthcareSpecialtyCS and HealthcareServiceSpecialtyCS
PHARMACY_SERVICES = {"10": "Handverkauf", "20": "Nacht- und Notdienst", "30": "Botendienst", "40": "Versand"}
EXTRA_SERVICES = {
    "impfung": "Impfung", "koerperwerte": "Körperwerte", "allergietest": "Allergietest",
    "reisemedizin-beratung": "Reisemedizinberatung",
}

FEATURES = {"parkmoeglichkeit": "Parkmöglichkeit", "oepnv": "ÖPNV in der Nähe", "barrierefrei": "Barrierefrei"}

# Opening hours: for each day the times, as (days, from, until)
HOURS = (
    (
        ("mon tue thu", "08:00:00", "12:00:00"), ("mon tue thu", "15:00:00", "18:00:00"),
        ("wed fri", "08:00:00", "13:00:00"),
    ),
    (("mon tue wed thu fri", "07:30:00", "12:30:00"), ("tue thu", "14:00:00", "19:00:00")),
    (("mon tue wed thu fri", "09:00:00", "17:00:00"),),
)
PHARMACY_HOURS = (("mon tue wed thu fri", "08:30:00", "18:30:00"), ("sat", "09:00:00", "13:00:00"))
ROUND_THE_CLOCK = (("mon tue wed thu fri sat sun", "00:00:00", "23:59:59"),)
