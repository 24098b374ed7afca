"""Rooms between the two servers."""

from unittest import TestCase

from checks import http
from checks.people import path, person

ERIKA, PRAXIS, KASSE = "@erika:127.0.10.1", "@praxis:127.0.10.2", "@kasse:127.0.10.2"


class Federation(TestCase):
    def setUp(self):
        self.erika, self.praxis = person("epa", "erika"), person("pro", "praxis")
        self.rooms = []

    def tearDown(self):
        for room in self.rooms:
            for member in (self.erika, self.praxis, person("pro", "kasse")):
                member.leave(room)

    def room_of(self, inviting, invited, joins, **content):
        room = inviting.room(**content)
        self.rooms.append(room)
        self.assertEqual(inviting.invite(room, invited).status, 200)
        self.assertEqual(joins.join(room).status, 200)
        return room

    def test_an_insured_person_invites_a_practice_and_both_read(self):
        room = self.room_of(self.erika, PRAXIS, self.praxis, is_direct=True)
        self.erika.say(room, "Guten Tag")
        self.assertTrue(self.praxis.reads(room, "Guten Tag"))
        self.praxis.say(room, "Guten Tag, Frau Mustermann")
        self.assertTrue(self.erika.reads(room, "Guten Tag, Frau Mustermann"))

    def test_a_practice_invites_an_insured_person(self):
        self.room_of(self.praxis, ERIKA, self.erika)

    def test_an_insured_person_reaches_the_insurer(self):
        self.room_of(self.erika, KASSE, person("pro", "kasse"))

    def test_the_default_room_version_is_ten(self):
        room = self.erika.room()
        self.rooms.append(room)
        created = http.get(f"{self.erika.url}/rooms/{path(room)}/state", self.erika.token).json
        create = next(event for event in created if event["type"] == "m.room.create")
        self.assertEqual(create["content"]["room_version"], "10")

    def test_other_room_versions_are_refused(self):
        self.assertEqual(self.erika.create_room(room_version="6").error, (400, "M_FORBIDDEN"))

    def test_only_single_emojis_are_reactions(self):
        room = self.room_of(self.erika, PRAXIS, self.praxis)
        event = self.erika.say(room, "Passt das?").json["event_id"]
        for key, status in (("👍", 200), ("ok", 400)):
            relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
            self.assertEqual(self.erika.send(room, "m.reaction", {"m.relates_to": relation}).status, status)

    def test_a_name_is_known_on_the_other_server(self):
        answer = http.get(f"{self.praxis.url}/profile/{path(ERIKA)}", self.praxis.token)
        self.assertEqual(answer.json["displayname"], "Erika Mustermann")

    def test_sliding_sync_lists_the_room(self):
        room = self.room_of(self.erika, PRAXIS, self.praxis)
        wanted = {"ranges": [[0, 99]], "timeline_limit": 1, "required_state": [["m.room.member", "$LAZY"]]}
        url = f"{http.base('epa')}/_matrix/client/unstable/org.matrix.simplified_msc3575/sync?timeout=0"
        self.assertIn(room, http.post(url, {"lists": {"all": wanted}}, self.erika.token).json["rooms"])

    def test_practices_are_told_who_is_insured(self):
        url = f"{http.base('pro')}/tim-information/v1/server/isInsurance?serverName="
        self.assertEqual(http.get(url + "127.0.10.1", self.praxis.token).json, {"isInsurance": True})
        self.assertEqual(http.get(url + "127.0.10.2", self.praxis.token).json, {"isInsurance": False})
