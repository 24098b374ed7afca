"""Who may invite whom, and into which rooms."""

from unittest import TestCase

from checks import identity
from checks.people import Person, person

ERIKA, MAX, ANNA, PRAXIS = "@erika:127.0.10.1", "@max:127.0.10.1", "@anna:127.0.10.1", "@praxis:127.0.10.2"
OPEN = {"defaultSetting": "allow all"}


class Permissions(TestCase):
    def setUp(self):
        self.erika, self.praxis = person("epa", "erika"), person("pro", "praxis")

    def tearDown(self):
        self.erika.allow(**OPEN)
        self.praxis.allow(**OPEN)

    def accepts(self, inviting: Person, user: str) -> int:
        room = inviting.room()
        status = inviting.invite(room, user).status
        inviting.leave(room)
        return status

    def test_the_first_login_allows_everybody(self):
        for server, user in (("epa", "anna"), ("epa", "max"), ("pro", "arzt"), ("pro", "kasse")):
            with self.subTest(user):
                self.assertEqual(person(server, user).permissions(), OPEN)
        login = identity.browser_login(identity.ERIKA).json
        self.assertEqual(Person("epa", login["user_id"], login["access_token"]).permissions(), OPEN)

    def test_practices_may_invite_every_insured_person(self):
        identity.browser_login(identity.ERIKA)
        for user in (ERIKA, MAX, ANNA, "@x110411675:127.0.10.1"):
            with self.subTest(user):
                self.assertEqual(self.accepts(self.praxis, user), 200)

    def test_insured_people_do_not_invite_each_other(self):
        room = self.erika.room()
        self.assertEqual(self.erika.invite(room, MAX).error, (403, "M_FORBIDDEN"))
        self.erika.leave(room)
        self.assertEqual(self.erika.create_room(invite=[MAX]).error, (403, "M_FORBIDDEN"))

    def test_a_person_who_blocks_everybody_is_not_invited(self):
        self.erika.allow(defaultSetting="block all")
        self.assertEqual(self.accepts(self.praxis, ERIKA), 403)

    def test_an_exception_opens_what_is_blocked(self):
        self.erika.allow(defaultSetting="block all", userExceptions={PRAXIS: {}})
        self.assertEqual(self.accepts(self.praxis, ERIKA), 200)
        self.assertEqual(self.accepts(person("pro", "arzt"), ERIKA), 403)

    def test_a_server_is_blocked_as_a_whole(self):
        self.erika.allow(defaultSetting="allow all", serverExceptions={"127.0.10.2": {}})
        self.assertEqual(self.accepts(self.praxis, ERIKA), 403)

    def test_a_practice_that_blocks_insured_people_is_not_invited(self):
        self.praxis.allow(defaultSetting="allow all", groupExceptions=[{"groupName": "isInsuredPerson"}])
        self.assertEqual(self.accepts(self.erika, PRAXIS), 403)

    def test_servers_off_the_federation_list_are_refused(self):
        self.assertEqual(self.accepts(self.erika, "@fremd:fremd.example"), 403)

    def test_an_account_that_does_not_exist_is_refused(self):
        self.assertEqual(self.accepts(self.erika, "@niemand:127.0.10.2"), 403)

    def test_at_most_one_person_is_invited_when_a_room_is_made(self):
        self.assertEqual(self.erika.create_room(invite=[PRAXIS, "@arzt:127.0.10.2"]).error, (400, "M_FORBIDDEN"))

    def test_rooms_are_never_public(self):
        self.assertEqual(self.erika.create_room(preset="public_chat").error, (400, "M_INVALID_ROOM_STATE"))
        rules = [{"type": "m.room.join_rules", "state_key": "", "content": {"join_rule": "knock"}}]
        self.assertEqual(self.erika.create_room(initial_state=rules).error, (400, "M_INVALID_ROOM_STATE"))
