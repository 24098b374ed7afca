"""Full-text search and opening hours, without servers: the examples of gematik's HOWTO Search."""

from datetime import datetime
from unittest import TestCase

from testbed.vzd import fulltext, radius
from testbed.vzd.index import Index

ADDRESS = ["Praxis am Dom", "Franz-Wallraff-Str. 2", "Aachen", "52078", "Arzt/Ärztin", "1-2arvtst-ap104233"]


def finds(query: str, complex_: bool = True) -> bool:
    text = [fulltext.words_of(attribute) for attribute in ADDRESS]
    return (fulltext.complex_ if complex_ else fulltext.simple)(query)(text)


class FullText(TestCase):
    def test_the_complex_search_finds_what_the_howto_says(self):
        for query in (
            "Franz*+Wallraf*+Str*", "Franz+Wallraf+Str", '"Franz Wallraff Str"', '"Franz-Wallraff-Str."',
            "Aachen+Wallraf", '"Aachen"+Wallraf*', '"aAChen"+wALlraf*', '"1-2arvtst-ap104233"', "Köln,Aachen",
            "Köln | Aachen", "Aachen -Köln", "Walraff~", '"Musterweg 10, 52078, Berlin"',
        ):
            with self.subTest(query):
                self.assertTrue(finds(query))

    def test_the_complex_search_misses_what_the_howto_says(self):
        for query in (
            '"Franz Wallraf Str"', "Franz+Wallraff+Str.", '"Aachen"+Wallraf', '"Aachen"+"Wallraf"',
            '"Aachen"+"Wallraf*"', "Aachen -Wallraff", '"Musterweg 10\\, 52078"', "Köln",
        ):
            with self.subTest(query):
                self.assertFalse(finds(query))

    def test_the_simple_search_takes_hyphens_and_commas_for_blanks(self):
        for query in ("Franz-Wallraff-Str", "aachen, wallraff", "52078", "1-2arvtst-ap104233"):
            with self.subTest(query):
                self.assertTrue(finds(query, complex_=False))

    def test_the_simple_search_misses_dots_slashes_and_typing_errors(self):
        for query in ("Wallraff-Str.", "Arzt/Ärztin", "Walraff", "Aachen Köln"):
            with self.subTest(query):
                self.assertFalse(finds(query, complex_=False))


class OpeningHours(TestCase):
    def open_at(self, moment: datetime) -> set[str]:
        query = [("_query", "nearPharmacy"), ("latitude", "50.93"), ("longitude", "7.01"), ("distance", "3")]
        found = radius.search(Index(), [*query, ("isOpenInMinutes", "0")], moment)
        return {service["name"] for service in found.matches}

    def test_the_pharmacy_is_found_while_it_is_open(self):
        monday = datetime(2026, 3, 2)
        for hour, minute, is_open in ((8, 20, False), (8, 29, True), (12, 0, True), (18, 31, True), (18, 40, False)):
            with self.subTest(f"{hour}:{minute}"):
                self.assertEqual("Apotheke am Markt" in self.open_at(monday.replace(hour=hour, minute=minute)), is_open)

    def test_the_pharmacy_is_closed_on_sunday(self):
        self.assertNotIn("Apotheke am Markt", self.open_at(datetime(2026, 3, 1, 12)))
