#include "tests/ui/Speaking.h"
#include "ui/rooms/RoomListModel.h"
#include "ui/rooms/RoomRow.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using Preview = core::RoomSummary::Preview;

namespace {

QString sentence(const core::RoomSummary& room)
{
    return plain(RoomRow::of(room, fixedFormat()).sentence);
}

core::RoomSummary find(const char* id)
{
    const auto rooms = fixtures::rooms();
    const auto found =
        std::find_if(rooms.cbegin(), rooms.cend(), [id](const auto& room) { return room.id == fixtures::roomId(id); });
    return found == rooms.cend() ? core::RoomSummary() : *found;
}

} // namespace

TEST_CASE("a screen reader hears a chat as one sentence: who, what is new, when, the last words (A3)")
{
    const Speaking german(u"de"_s);
    CHECK(sentence(fixtures::practice()) ==
          u"Praxis Dr. Sommer, 2 ungelesene Nachrichten, heute um 14:05, zuletzt: Ihr Rezept liegt bereit. Sie können es ab "
          "morgen früh abholen.");
    CHECK(sentence(fixtures::invitation()) ==
          u"Anmeldung zur Operation, Einladung, heute um 13:30, Augenklinik am Park lädt Sie zu einem Chat ein");
    CHECK(sentence(find("apotheke")) ==
          u"Linden-Apotheke, 20. November um 10:02, zuletzt: Sie: Danke, ich komme heute noch vorbei.");
    CHECK(sentence(find("amira")) == u"Amira Yilmaz, 17. November um 18:20, zuletzt: Nicht gesendet. Bitte öffnen Sie den Chat.");
    CHECK(sentence(find("gruppe")).contains(u"Jonas Weber: Wer kommt am Mittwoch mit?"));
    CHECK(sentence(find("locked")).contains(u"zuletzt: Nachricht lässt sich noch nicht öffnen"));
}

TEST_CASE("the same in English")
{
    const Speaking english(u"en"_s);
    CHECK(sentence(fixtures::practice()).startsWith(u"Praxis Dr. Sommer, 2 unread messages, today at 14:05, last: Ihr Rezept"));
    core::RoomSummary one = fixtures::practice();
    one.unread = 1;
    CHECK(sentence(one).contains(u"1 unread message,"));
}

TEST_CASE("a chat without a name, whose members have none, is called so and not left empty")
{
    core::RoomSummary nameless = fixtures::practice();
    nameless.name.clear();
    nameless.nameIsComputed = true;
    {
        const Speaking german(u"de"_s);
        CHECK(RoomRow::of(nameless, fixedFormat()).name == u"Chat ohne Namen"_s);
        CHECK(sentence(nameless).startsWith(u"Chat ohne Namen, "));
    }
    const Speaking english(u"en"_s);
    CHECK(RoomRow::of(nameless, fixedFormat()).name == u"Chat without a name"_s);
}

TEST_CASE("every kind of last event has words, and what is more than words has a symbol")
{
    const Speaking german(u"de"_s);
    for (int kind = 0; kind <= static_cast<int>(Preview::Unsupported); ++kind) {
        core::RoomSummary room = fixtures::practice();
        room.preview = static_cast<Preview>(kind);
        const RoomRow row = RoomRow::of(room, fixedFormat());
        INFO(kind);
        CHECK(!row.preview.isEmpty());
        CHECK(!row.preview.contains(u"rooms.preview"));
        const bool onlyWords = room.preview == Preview::None || room.preview == Preview::Text ||
                               room.preview == Preview::Membership || room.preview == Preview::Unsupported;
        CHECK(row.symbol.isEmpty() == onlyWords);
    }
}

TEST_CASE("a message that was not sent is said in words and shown by a symbol, not by colour alone (A13)")
{
    const Speaking german(u"de"_s);
    const RoomRow failed = RoomRow::of(find("amira"), fixedFormat());
    CHECK(failed.failed);
    CHECK(failed.symbol == u"exclamation-circle");
    CHECK(failed.preview.startsWith(u"Nicht gesendet"));
    const RoomRow waiting = RoomRow::of(find("waiting"), fixedFormat());
    CHECK(!waiting.failed);
    CHECK(waiting.symbol == u"clock");
    CHECK(plain(waiting.preview).startsWith(u"Wartet auf Verbindung: "));
}

TEST_CASE("institutions are square, people round, and the colour of a face never changes")
{
    const AvatarLook practice = AvatarLook::of(fixtures::practice());
    CHECK(practice.square);
    CHECK(practice.symbol == u"building");
    const AvatarLook person = AvatarLook::of(find("amira"));
    CHECK(!person.square);
    CHECK(person.letters == u"AY");
    CHECK(person.hue == AvatarLook::of(find("amira")).hue);
    CHECK(AvatarLook::of(find("gruppe")).symbol == u"people");
}

TEST_CASE("the list counts chats with something new, finds them, and says when it is loaded")
{
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    RoomListModel model(format);
    CHECK(!model.loaded());
    model.applyDiffs({core::ResetItems<core::RoomSummary>{fixtures::rooms()}});
    CHECK(model.loaded());
    CHECK(model.count() == fixtures::rooms().size());
    CHECK(model.unreadRooms() == 2); // the practice and the invitation
    CHECK(model.find(fixtures::practice().id.toString()) == fixtures::practice());
    CHECK(!model.find(u"!other:kasse.example"_s));
    model.clear();
    CHECK(model.count() == 0);
    CHECK(!model.loaded());
}
