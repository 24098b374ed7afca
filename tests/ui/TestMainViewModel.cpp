#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using SyncPhase = core::SyncState::Phase;
using Connection = MainViewModel::Connection;

namespace {

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    MainViewModel main{format};
    void load() { main.applyDiffs({core::ResetItems<core::RoomSummary>{fixtures::rooms()}}); }
};

} // namespace

TEST_CASE_METHOD(Fixture, "a chat opens as a conversation, an invitation as a question, nothing else at the same time")
{
    load();
    main.setPlace(MainViewModel::Place::Settings);
    main.openRoom(fixtures::practice().id.toString());
    CHECK(main.place() == MainViewModel::Place::Chats);
    REQUIRE(main.room());
    CHECK(main.openedId() == fixtures::practice().id.toString());
    main.openRoom(fixtures::invitation().id.toString());
    CHECK(!main.room());
    REQUIRE(main.invitation());
    CHECK(main.invitation()->inviterName() == u"Augenklinik am Park");
    main.startNewChat();
    CHECK(!main.invitation());
    CHECK(main.newChat());
    main.close();
    CHECK(!main.newChat());
    CHECK(main.openedId().isEmpty());
    main.openRoom(u"!unknown:kasse.example"_s);
    CHECK(!main.room());
}

TEST_CASE_METHOD(Fixture, "opening a chat that is open already keeps it as it is")
{
    load();
    main.openRoom(fixtures::practice().id.toString());
    const auto* before = main.room();
    main.openRoom(fixtures::practice().id.toString());
    CHECK(main.room() == before);
}

TEST_CASE_METHOD(Fixture, "a chat that was accepted or started opens as soon as the list knows it")
{
    main.applyDiffs({core::ResetItems<core::RoomSummary>{{fixtures::invitation()}}});
    main.openRoom(fixtures::invitation().id.toString());
    REQUIRE(main.invitation());
    main.openWhenKnown(fixtures::invitation().id);
    CHECK(main.invitation()); // the list still says: invited
    core::RoomSummary joined = fixtures::invitation();
    joined.membership = core::Membership::Join;
    main.applyDiffs({core::UpdateItem<core::RoomSummary>{0, joined}});
    CHECK(!main.invitation());
    REQUIRE(main.room());
    CHECK(main.room()->id() == joined.id.toString());
}

TEST_CASE_METHOD(Fixture, "the state of the connection is one sentence, and none when all is well")
{
    CHECK(main.connection() == Connection::Connecting);
    main.applySync(fixtures::sync(SyncPhase::UpToDate));
    CHECK(main.connection() == Connection::Online);
    CHECK(main.connectionText().isEmpty());
    main.applySync(fixtures::sync(SyncPhase::Offline));
    CHECK(main.connectionText().contains(u"heute um 13:58"));
    core::SyncState never = fixtures::sync(SyncPhase::Offline);
    never.lastSuccess = {};
    main.applySync(never);
    CHECK(main.connectionText().startsWith(u"Keine Verbindung."));
    main.applySync(fixtures::sync(SyncPhase::ServerBusy));
    CHECK(main.connection() == Connection::ServerBusy);
    CHECK(!main.connectionText().isEmpty());
}

TEST_CASE_METHOD(Fixture, "a conversation says who writes, whether it is encrypted and why one cannot write")
{
    load();
    main.openRoom(fixtures::practice().id.toString());
    RoomViewModel& room = *main.room();
    CHECK(!room.loaded());
    CHECK(room.canWrite());
    core::TimelineState state = fixtures::stateOf(fixtures::practice());
    state.typingNames = {u"Fr. Beck"_s};
    room.applyState(state.room, state);
    CHECK(plain(room.typingText()) == u"Fr. Beck schreibt …");
    state.typingNames = {u"A"_s, u"B"_s};
    room.applyState(state.room, state);
    CHECK(room.typingText() == u"Mehrere schreiben …");
    using CanSend = core::TimelineState::CanSend;
    QSet<QString> reasons;
    for (const CanSend why : {CanSend::NotEncrypted, CanSend::NotPermitted, CanSend::NotJoined, CanSend::Upgraded}) {
        state.canSend = why;
        room.applyState(state.room, state);
        CHECK(!room.canWrite());
        CHECK(!room.cannotWriteReason().isEmpty());
        reasons.insert(room.cannotWriteReason());
    }
    CHECK(reasons.size() == 4);
    room.applyState(fixtures::roomId("other"), fixtures::stateOf(fixtures::practice()));
    CHECK(!room.canWrite()); // another room's state is not for this one
}

TEST_CASE_METHOD(Fixture, "a chat offers the key code while the backup is not connected, and only then (product B7)")
{
    using Phase = core::RecoveryState::Phase;
    core::RecoveryState state;
    state.phase = Phase::NeedsCode;
    load();
    main.recovery()->applyState(state);
    main.openRoom(fixtures::practice().id.toString());
    REQUIRE(main.room());
    CHECK(main.room()->codeHelps());
    main.recovery()->leave();
    main.room()->enterCode();
    CHECK(main.recovery()->page() == RecoveryViewModel::Page::Welcome);

    state.phase = Phase::Ready;
    state.codeIsHere = true;
    main.recovery()->applyState(state);
    CHECK_FALSE(main.room()->codeHelps());
    state.backupIsMissing = true;
    main.recovery()->applyState(state);
    CHECK_FALSE(main.room()->codeHelps()); // no code would help
    state.findings = {core::HealthFinding::ForeignBackup};
    main.recovery()->applyState(state);
    CHECK(main.room()->codeHelps());
}

TEST_CASE_METHOD(Fixture, "what is written stays until it is stored")
{
    load();
    main.openRoom(fixtures::practice().id.toString());
    ComposerViewModel& composer = *main.room()->composer();
    CHECK(!composer.canSend());
    composer.setText(u"  \n "_s);
    CHECK(!composer.canSend());
    composer.setText(u"Guten Tag"_s);
    CHECK(composer.canSend());
    composer.send();
    CHECK(composer.text() == u"Guten Tag"); // nothing has confirmed it
    composer.applyQueueChanged(fixtures::practice().id);
    CHECK(composer.text().isEmpty());
    composer.setText(u"eins"_s);
    composer.send();
    composer.setText(u"zwei"_s);
    composer.applyQueueChanged(fixtures::practice().id);
    CHECK(composer.text() == u"zwei"); // typed meanwhile: the next message
}

TEST_CASE("an address is understood as people type and paste it")
{
    const QString good = u"@praxis:sommer.example"_s;
    for (const QString& text : {good, u"  @praxis:sommer.example\n"_s, u"matrix:u/praxis:sommer.example"_s,
                                u"matrix:u/praxis:sommer.example?action=chat"_s}) {
        INFO(text.toStdString());
        CHECK(NewChatViewModel::parseAddress(text).toString() == good);
    }
    for (const QString& text : {u""_s, u"Praxis Sommer"_s, u"praxis@sommer.example"_s, u"@praxis"_s, u"!raum:sommer.example"_s,
                                u"#praxis:sommer.example"_s, u"https://matrix.to/#/@praxis:sommer.example"_s})
        CHECK(NewChatViewModel::parseAddress(text).isEmpty());
}

TEST_CASE("a wrong address is said beside the field and goes away with typing")
{
    const Speaking german(u"de"_s);
    NewChatViewModel chat(nullptr);
    chat.start();
    CHECK(!chat.addressError().isEmpty());
    chat.setAddress(u"Praxis"_s);
    CHECK(chat.addressError().isEmpty());
    chat.start();
    CHECK(chat.addressError().contains(u"@name:server.de"));
    chat.setAddress(u"@praxis:sommer.example"_s);
    chat.start();
    CHECK(chat.addressError().isEmpty());
    chat.applyFailed(1, fixtures::error(core::ErrorCode::Forbidden));
    CHECK(chat.error().code == u"TIM-108");
    CHECK(chat.error().cause != ErrorText::of(core::ErrorCode::Forbidden).cause);
    chat.setAddress(u"@praxis:winter.example"_s);
    CHECK(chat.error().isNull());
}

TEST_CASE("an invitation that fails can be answered again")
{
    const Speaking german(u"de"_s);
    InvitationViewModel invitation(fixtures::invitation(), nullptr);
    int accepted = 0;
    QObject::connect(&invitation, &InvitationViewModel::accepted, &invitation, [&] { ++accepted; });
    invitation.applyFailed(fixtures::roomId("other"), fixtures::error(core::ErrorCode::Network));
    CHECK(invitation.error().isNull());
    invitation.applyFailed(fixtures::invitation().id, fixtures::error(core::ErrorCode::Network));
    CHECK(!invitation.error().isNull());
    CHECK(!invitation.busy());
    invitation.applyAccepted(fixtures::invitation().id);
    CHECK(accepted == 1);
    CHECK(invitation.error().isNull());
}
