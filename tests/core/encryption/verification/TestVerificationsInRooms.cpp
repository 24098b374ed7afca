#include "core/encryption/verification/QrVerificationCode.h"
#include "tests/core/encryption/TestParty.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

using Action = VerificationAction;
using Phase = VerificationState::Phase;

const QString anna = u"@anna:example.org"_s;
const QString bert = u"@bert:example.org"_s;
const RoomId elsewhere = *RoomId::parse(u"!elsewhere:example.org");

/// Anna and Bert, who have identities and know each other's, and what they say in their chat about verification.
struct Chat {
    party::AnnaAndBert people;
    party::Party& anna = people.anna;
    party::Party& bert = people.bert;
    QList<party::Party*> all{&anna, &bert};
    QList<VerificationRoomEvent> said;
    bool isSenderProven = true;

    Chat()
    {
        people.bootstrap();
        for (auto* side : all)
            meet(*side);
    }

    void meet(party::Party& side)
    {
        REQUIRE(side.machine->trackUsers(people.members));
        side.sync({::anna, ::bert});
    }
    // A device that logs in later, with the private keys of the identity.
    void join(party::Party& device, const party::Party& first)
    {
        device.sync({first.user.toString()});
        REQUIRE(device.machine->importCrossSigning(*first.machine->crossSigningSecrets()));
        device.flush();
        all.append(&device);
        for (auto* side : all)
            meet(*side);
    }

    // What `from` has to say gets an event and is heard by all, also by itself.
    void say(party::Party& from)
    {
        from.flush();
        for (const auto& message : from.machine->takeVerificationMessages()) {
            auto event = eventOf(from, message.message.type, message.message.content);
            event.transactionId = message.transactionId;
            said.append(event);
            REQUIRE(from.machine->verificationMessageSent(message.transactionId, event.event));
            for (auto* side : all)
                hear(*side, event, &from);
        }
    }
    void hear(party::Party& side, VerificationRoomEvent event, const party::Party* from = nullptr)
    {
        if (&side != from)
            event.transactionId.clear();
        REQUIRE(side.machine->receiveVerificationEvent(event));
    }
    VerificationRoomEvent eventOf(const party::Party& from, const QString& type, const QJsonObject& content)
    {
        static int number = 0;
        const auto related = content.value("m.relates_to"_L1).toObject().value("event_id"_L1).toString();
        return {.room = party::room,
                .event = *EventId::parse(u"$said%1"_s.arg(++number)),
                .sender = from.user,
                .device = isSenderProven ? from.device : DeviceId(),
                .sent = people.clock.now(),
                .transactionId = {},
                .request = EventId::parse(related).value_or(EventId()),
                .type = type,
                .content = content};
    }
    void exchange()
    {
        for (int round = 0; round < 4; ++round) {
            for (auto* side : all)
                say(*side);
        }
    }

    // Bert has lost everything: another device with another identity, which Anna is shown instead of the old ones.
    std::unique_ptr<party::Party> beginAnew()
    {
        for (auto* keys : {&people.server.masterKeys, &people.server.selfSigningKeys, &people.server.userSigningKeys})
            keys->erase(::bert);
        people.server.deviceKeys.erase({::bert, bert.device.toString()});
        auto anew = std::make_unique<party::Party>(people.server, people.clock, ::bert, u"ANEW"_s);
        anew->bootstrap();
        all = {&anna, anew.get()};
        for (auto* side : all)
            meet(*side);
        return anew;
    }

    static VerificationState stateOf(const party::Party& side)
    {
        const auto states = side.machine->verifications();
        return states.isEmpty() ? VerificationState() : states.last();
    }
    void ask(party::Party& asking, party::Party& asked)
    {
        REQUIRE(asking.machine->requestVerification(asked.user, party::room));
        exchange();
    }
    void act(party::Party& side, Action action)
    {
        REQUIRE(side.machine->actInVerification(stateOf(side).transaction, action));
        exchange();
    }
    void makeReady(party::Party& asking, party::Party& asked)
    {
        ask(asking, asked);
        REQUIRE(stateOf(asked).phase == Phase::Requested);
        act(asked, Action::Accept);
        REQUIRE(stateOf(asking).phase == Phase::Ready);
        REQUIRE(stateOf(asked).phase == Phase::Ready);
    }
    void compare()
    {
        makeReady(anna, bert);
        act(anna, Action::CompareEmoji);
        REQUIRE(stateOf(anna).phase == Phase::Comparing);
        REQUIRE(stateOf(bert).phase == Phase::Comparing);
    }
    [[nodiscard]] bool isVerified(const party::Party& side, const party::Party& other) const
    {
        return *side.machine->identityStatus(other.user) == IdentityStatus::Verified;
    }

    // A message that somebody makes up, about the newest verification of `to`; `change` may lie about where and from whom.
    void inject(party::Party& to, const party::Party& from, const QString& type, QJsonObject content,
                const std::function<void(VerificationRoomEvent&)>& change = {})
    {
        const QJsonObject relation{{u"rel_type"_s, u"m.reference"_s}, {u"event_id"_s, said.first().event.toString()}};
        content.insert(u"m.relates_to"_s, relation);
        auto event = eventOf(from, u"m.key.verification."_s + type, content);
        if (change)
            change(event);
        hear(to, event);
        say(to);
    }
    VerificationRoomEvent requestOf(const party::Party& from, const party::Party& to)
    {
        return eventOf(from, u"m.room.message"_s,
                       {{u"msgtype"_s, u"m.key.verification.request"_s},
                        {u"to"_s, to.user.toString()},
                        {u"from_device"_s, from.device.toString()},
                        {u"methods"_s, QJsonArray{u"m.sas.v1"_s}}});
    }
};

} // namespace

TEST_CASE("Two people are verified for each other after both have seen the same emoji", "[verification][people]")
{
    Chat chat;
    const bool annaAsks = GENERATE(true, false);
    chat.isSenderProven = GENERATE(true, false); // others may send without encryption
    auto& asking = annaAsks ? chat.anna : chat.bert;
    auto& asked = annaAsks ? chat.bert : chat.anna;
    CHECK_FALSE(chat.isVerified(asking, asked));
    chat.makeReady(asking, asked);
    CHECK(Chat::stateOf(asking).user == asked.user);
    CHECK(Chat::stateOf(asked).user == asking.user);
    CHECK(Chat::stateOf(asked).room == party::room);

    chat.act(asked, Action::CompareEmoji);
    REQUIRE(Chat::stateOf(chat.anna).phase == Phase::Comparing);
    REQUIRE(Chat::stateOf(chat.anna).sas);
    CHECK(Chat::stateOf(chat.anna).sas == Chat::stateOf(chat.bert).sas);
    chat.act(chat.anna, Action::Confirm);
    CHECK_FALSE(chat.isVerified(chat.anna, chat.bert)); // one yes is not enough
    chat.act(chat.bert, Action::Confirm);
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Done);
    CHECK(Chat::stateOf(chat.bert).phase == Phase::Done);
    CHECK(chat.isVerified(chat.anna, chat.bert));
    CHECK(chat.isVerified(chat.bert, chat.anna));
}

TEST_CASE("Every message refers to the request, and nothing says a transaction id", "[verification][people]")
{
    Chat chat;
    chat.compare();
    chat.act(chat.anna, Action::Confirm);
    chat.act(chat.bert, Action::Confirm);
    REQUIRE(chat.said.size() > 6);
    const auto& request = chat.said.first();
    CHECK(request.type == u"m.room.message"_s);
    CHECK(request.content.value("to"_L1).toString() == bert);
    CHECK_FALSE(request.content.contains("m.relates_to"_L1));
    for (const auto& event : chat.said) {
        CHECK_FALSE(event.content.contains("transaction_id"_L1));
        if (event.event != request.event)
            CHECK(event.request == request.event);
    }
    CHECK(chat.people.server.toDeviceLog.isEmpty());
}

TEST_CASE("Two people are verified for each other after one has scanned the code of the other", "[verification][people]")
{
    Chat chat;
    chat.makeReady(chat.anna, chat.bert);
    const auto shown = Chat::stateOf(chat.bert);
    const auto code = QrVerificationCode::parse(shown.qrCode);
    REQUIRE(code);
    CHECK(code->mode == QrVerificationCode::Mode::OtherUser);
    CHECK(code->transaction == chat.said.first().event.toString());
    REQUIRE(chat.anna.machine->scanInVerification(Chat::stateOf(chat.anna).transaction, shown.qrCode));
    chat.exchange();
    REQUIRE(Chat::stateOf(chat.bert).phase == Phase::Scanned);
    CHECK_FALSE(chat.isVerified(chat.anna, chat.bert));
    chat.act(chat.bert, Action::Confirm);
    CHECK(chat.isVerified(chat.anna, chat.bert));
    CHECK(chat.isVerified(chat.bert, chat.anna));
}

TEST_CASE("A code whose keys are swapped, or one of another request, verifies nobody", "[verification][people][hostile]")
{
    Chat chat;
    chat.makeReady(chat.anna, chat.bert);
    auto code = *QrVerificationCode::parse(Chat::stateOf(chat.bert).qrCode);
    SECTION("swapped")
    {
        std::swap(code.first, code.second);
    }
    SECTION("of another request")
    {
        code.transaction = u"$other"_s;
    }
    SECTION("of an own device")
    {
        code.mode = QrVerificationCode::Mode::TrustedOwn;
    }
    REQUIRE(chat.anna.machine->scanInVerification(Chat::stateOf(chat.anna).transaction, code.toBytes()));
    chat.exchange();
    CHECK(Chat::stateOf(chat.anna).cancelCode == cancelCode::keyMismatch);
    CHECK(Chat::stateOf(chat.bert).phase == Phase::Cancelled);
    CHECK_FALSE(chat.isVerified(chat.anna, chat.bert));
}

TEST_CASE("What a third member says about a verification has no effect", "[verification][people][hostile]")
{
    Chat chat;
    party::Party mallory(chat.people.server, chat.people.clock, u"@mallory:example.org"_s, u"MALLORY"_s);
    chat.compare();
    chat.isSenderProven = GENERATE(true, false);
    const auto type = GENERATE(u"mac"_s, u"cancel"_s, u"done"_s, u"start"_s, u"ready"_s, u"key"_s);
    chat.inject(chat.anna, mallory, type, {{u"from_device"_s, u"BERT"_s}, {u"code"_s, u"m.user"_s}});
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Comparing);
}

TEST_CASE("What is said in another room about a verification has no effect", "[verification][people][hostile]")
{
    Chat chat;
    chat.compare();
    chat.inject(chat.anna, chat.bert, u"cancel"_s, {{u"code"_s, u"m.user"_s}},
                [](VerificationRoomEvent& event) { event.room = elsewhere; });
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Comparing);
}

TEST_CASE("What another device of the same person says about a verification has no effect", "[verification][people][hostile]")
{
    Chat chat;
    chat.compare();
    const auto type = GENERATE(u"mac"_s, u"cancel"_s, u"key"_s, u"done"_s);
    chat.inject(chat.anna, chat.bert, type, {{u"code"_s, u"m.user"_s}},
                [](VerificationRoomEvent& event) { event.device = *DeviceId::parse(u"SECOND"); });
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Comparing);
}

TEST_CASE("To-device messages about a verification in a room have no effect", "[verification][people][hostile]")
{
    Chat chat;
    chat.makeReady(chat.anna, chat.bert);
    const auto state = Chat::stateOf(chat.bert);
    for (const auto& sender : {anna, bert}) {
        chat.bert.receive(
            party::toJson({{u"type"_s, u"m.key.verification.cancel"_s},
                           {u"sender"_s, sender},
                           {u"content"_s, QJsonObject{{u"transaction_id"_s, state.transaction}, {u"code"_s, u"m.user"_s}}}}));
    }
    CHECK(Chat::stateOf(chat.bert).phase == Phase::Ready);
}

TEST_CASE("An event that comes twice counts once", "[verification][people]")
{
    Chat chat;
    chat.compare();
    const auto again = chat.said;
    for (const auto& event : again) {
        for (auto* side : {&chat.anna, &chat.bert})
            chat.hear(*side, event, event.sender == side->user ? side : nullptr);
    }
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Comparing);
    CHECK(Chat::stateOf(chat.bert).phase == Phase::Comparing);
    CHECK(chat.bert.machine->verifications().size() == 1);
}

TEST_CASE("What comes out of order in a room ends the verification", "[verification][people][hostile]")
{
    Chat chat;
    chat.makeReady(chat.anna, chat.bert);
    const auto type = GENERATE(u"accept"_s, u"key"_s, u"mac"_s, u"done"_s, u"ready"_s, u"nonsense"_s);
    chat.inject(chat.anna, chat.bert, type, {{u"from_device"_s, u"BERT"_s}});
    CHECK(Chat::stateOf(chat.anna).cancelCode == cancelCode::unexpectedMessage);
    chat.exchange();
    CHECK(Chat::stateOf(chat.bert).phase == Phase::Cancelled);
}

TEST_CASE("A replay of the keys of the other side under a new event ends the verification", "[verification][people][hostile]")
{
    Chat chat;
    chat.compare();
    for (const auto& event : QList(chat.said)) {
        if (event.sender == chat.bert.user && event.type == u"m.key.verification.key"_s)
            chat.inject(chat.anna, chat.bert, u"key"_s, event.content);
    }
    CHECK(Chat::stateOf(chat.anna).cancelCode == cancelCode::unexpectedMessage);
}

TEST_CASE("A list of keys without the identity of the person verifies nobody", "[verification][people][hostile]")
{
    Chat chat;
    chat.compare();
    chat.inject(chat.anna, chat.bert, u"mac"_s, {{u"mac"_s, QJsonObject()}, {u"keys"_s, u"AAAA"_s}});
    CHECK(Chat::stateOf(chat.anna).cancelCode == cancelCode::keyMismatch);
    CHECK_FALSE(chat.isVerified(chat.anna, chat.bert));
}

TEST_CASE("Requests that are not for this person, not of now, or not of the device they name are not shown",
          "[verification][people][hostile]")
{
    Chat chat;
    auto request = chat.requestOf(chat.bert, chat.anna);
    SECTION("for somebody else")
    {
        request.content["to"_L1] = u"@mallory:example.org"_s;
    }
    SECTION("for nobody")
    {
        request.content.remove("to"_L1);
    }
    SECTION("too old")
    {
        request.sent.ms -= 10 * 60'000 + 1;
    }
    SECTION("from the future")
    {
        request.sent.ms += 5 * 60'000 + 1;
    }
    SECTION("of another device than the one that has sent it")
    {
        request.device = *DeviceId::parse(u"SECOND");
    }
    SECTION("of no device")
    {
        request.content.remove("from_device"_L1);
    }
    SECTION("without a method")
    {
        request.content["methods"_L1] = QJsonArray();
    }
    SECTION("of oneself, as if by another device")
    {
        request.sender = chat.anna.user;
        request.content["to"_L1] = anna;
    }
    chat.hear(chat.anna, request);
    CHECK(chat.anna.machine->verifications().isEmpty());
}

TEST_CASE("A transaction id in a request does not count, its event does", "[verification][people][hostile]")
{
    Chat chat;
    auto request = chat.requestOf(chat.bert, chat.anna);
    request.content["transaction_id"_L1] = u"$another"_s;
    chat.hear(chat.anna, request);
    CHECK(Chat::stateOf(chat.anna).transaction == request.event.toString());
}

TEST_CASE("A thousand requests of a person are one, and do not push out a verification that runs",
          "[verification][people][hostile]")
{
    Chat chat;
    chat.makeReady(chat.anna, chat.bert);
    for (int i = 0; i < 1000; ++i) {
        auto request = chat.requestOf(chat.bert, chat.anna);
        if (i % 2 == 0)
            request.sender = *UserId::parse(u"@stranger%1:example.org"_s.arg(i));
        chat.hear(chat.anna, request);
    }
    const auto states = chat.anna.machine->verifications();
    CHECK(states.size() <= 10);
    CHECK(states.first().phase == Phase::Ready);
    CHECK(std::count_if(states.begin(), states.end(), [](const auto& state) { return state.user.toString() == bert; }) == 1);
}

TEST_CASE("A request that nobody answers here ends after two minutes", "[verification][people]")
{
    Chat chat;
    chat.ask(chat.bert, chat.anna);
    chat.people.clock.advance(2 * 60'000 + 1);
    chat.exchange();
    CHECK(Chat::stateOf(chat.anna).cancelCode == cancelCode::timeout);
    CHECK(Chat::stateOf(chat.bert).phase == Phase::Cancelled);
}

TEST_CASE("Where another own device says yes, this one steps aside without a word", "[verification][people]")
{
    Chat chat;
    party::Party second(chat.people.server, chat.people.clock, bert, u"SECOND"_s);
    chat.join(second, chat.bert);
    chat.ask(chat.anna, chat.bert);
    REQUIRE(Chat::stateOf(second).phase == Phase::Requested);
    chat.act(second, Action::Accept);
    CHECK(Chat::stateOf(chat.bert).phase == Phase::Cancelled);
    CHECK(Chat::stateOf(chat.bert).cancelCode == cancelCode::accepted);
    CHECK(Chat::stateOf(chat.anna).device == second.device);
    chat.act(second, Action::CompareEmoji);
    chat.act(second, Action::Confirm);
    chat.act(chat.anna, Action::Confirm);
    CHECK(chat.isVerified(chat.anna, chat.bert));
    CHECK(chat.isVerified(second, chat.anna));
    for (const auto& event : chat.said)
        CHECK(event.type != u"m.key.verification.cancel"_s);
}

TEST_CASE("Of two own devices that say yes at the same time, the one that is heard first goes on", "[verification][people]")
{
    Chat chat;
    party::Party second(chat.people.server, chat.people.clock, bert, u"SECOND"_s);
    chat.join(second, chat.bert);
    chat.ask(chat.anna, chat.bert);
    for (auto* side : {&chat.bert, &second})
        REQUIRE(side->machine->actInVerification(Chat::stateOf(*side).transaction, Action::Accept));
    // Both are on their way before either is heard.
    QList<VerificationRoomEvent> yes;
    for (auto* side : {&second, &chat.bert}) {
        const auto messages = side->machine->takeVerificationMessages();
        REQUIRE(messages.size() == 1);
        yes.append(chat.eventOf(*side, messages[0].message.type, messages[0].message.content));
    }
    for (const auto& event : yes) {
        for (auto* side : chat.all)
            chat.hear(*side, event);
    }
    CHECK(Chat::stateOf(chat.anna).device == second.device);
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Ready);
    CHECK(Chat::stateOf(second).phase == Phase::Ready);
    CHECK(Chat::stateOf(chat.bert).cancelCode == cancelCode::accepted);
}

TEST_CASE("A no on another own device takes the question away here", "[verification][people]")
{
    Chat chat;
    party::Party second(chat.people.server, chat.people.clock, bert, u"SECOND"_s);
    chat.join(second, chat.bert);
    chat.ask(chat.anna, chat.bert);
    chat.act(second, Action::Cancel);
    CHECK(Chat::stateOf(chat.bert).phase == Phase::Cancelled);
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Cancelled);
    CHECK(Chat::stateOf(chat.anna).cancelCode == cancelCode::user);
}

TEST_CASE("The answer to a request may come before the answer to sending it", "[verification][people]")
{
    Chat chat;
    REQUIRE(chat.anna.machine->requestVerification(chat.bert.user, party::room));
    const auto messages = chat.anna.machine->takeVerificationMessages();
    REQUIRE(messages.size() == 1);
    auto request = chat.eventOf(chat.anna, messages[0].message.type, messages[0].message.content);
    request.transactionId = messages[0].transactionId;
    chat.said.append(request);
    chat.hear(chat.bert, request);
    chat.hear(chat.anna, request, &chat.anna); // its own event with the next sync
    chat.act(chat.bert, Action::Accept);
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Ready);
    REQUIRE(chat.anna.machine->verificationMessageSent(request.transactionId, request.event));
    CHECK(Chat::stateOf(chat.anna).transaction == messages[0].transactionId); // its name stays
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Ready);
}

TEST_CASE("A request that is taken back before it has an event is taken back behind it", "[verification][people]")
{
    Chat chat;
    REQUIRE(chat.anna.machine->requestVerification(chat.bert.user, party::room));
    REQUIRE(chat.anna.machine->actInVerification(Chat::stateOf(chat.anna).transaction, Action::Cancel));
    const auto messages = chat.anna.machine->takeVerificationMessages();
    REQUIRE(messages.size() == 1);
    REQUIRE(chat.anna.machine->verificationMessageSent(messages[0].transactionId, *EventId::parse(u"$request")));
    const auto rest = chat.anna.machine->takeVerificationMessages();
    REQUIRE(rest.size() == 1);
    CHECK(rest[0].message.type == u"m.key.verification.cancel"_s);
    CHECK(rest[0].message.content.value("m.relates_to"_L1).toObject().value("event_id"_L1).toString() == u"$request"_s);
}

TEST_CASE("A message that cannot be sent ends its verification", "[verification][people]")
{
    Chat chat;
    REQUIRE(chat.anna.machine->requestVerification(chat.bert.user, party::room));
    const auto messages = chat.anna.machine->takeVerificationMessages();
    REQUIRE(messages.size() == 1);
    REQUIRE(chat.anna.machine->verificationMessageFailed(messages[0].transactionId));
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Cancelled);
}

TEST_CASE("Nobody is asked or answered while the own identity is not verified here", "[verification][people]")
{
    Chat chat;
    party::Party second(chat.people.server, chat.people.clock, bert, u"SECOND"_s); // without the private keys
    chat.all.append(&second);
    chat.meet(second);
    const auto asked = second.machine->requestVerification(chat.anna.user, party::room);
    REQUIRE_FALSE(asked);
    CHECK(asked.error().code == ErrorCode::Forbidden);
    chat.ask(chat.anna, chat.bert);
    REQUIRE(Chat::stateOf(second).phase == Phase::Requested);
    const auto accepted = second.machine->actInVerification(Chat::stateOf(second).transaction, Action::Accept);
    REQUIRE_FALSE(accepted);
    CHECK(accepted.error().code == ErrorCode::Forbidden);
    CHECK(second.machine->takeVerificationMessages().isEmpty());
}

TEST_CASE("Who has no identity cannot be asked", "[verification][people]")
{
    Chat chat;
    party::Party carla(chat.people.server, chat.people.clock, u"@carla:example.org"_s, u"CARLA"_s);
    REQUIRE(chat.anna.machine->trackUsers({carla.user}));
    chat.anna.flush();
    const auto none = chat.anna.machine->requestVerification(carla.user, party::room);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::NotFound);
}

TEST_CASE("Other keys of somebody verified are compared as they are, and count once both have said yes (S-26)",
          "[verification][people][S-26]")
{
    Chat chat;
    chat.compare();
    chat.act(chat.anna, Action::Confirm);
    chat.act(chat.bert, Action::Confirm);
    REQUIRE(chat.isVerified(chat.anna, chat.bert));
    const auto anew = chat.beginAnew();
    const auto status = [&] { return *chat.anna.machine->identityStatus(anew->user); };
    const auto share = [&](SendPurpose purpose) {
        return chat.anna.machine->shareRoomKey(party::room, {}, chat.people.members, purpose);
    };
    REQUIRE(status() == IdentityStatus::Violated);
    const bool annaAsks = GENERATE(true, false);
    auto& asking = annaAsks ? chat.anna : *anew;
    auto& asked = annaAsks ? *anew : chat.anna;
    chat.makeReady(asking, asked);
    CHECK(share(SendPurpose::Verification));
    const auto message = share(SendPurpose::Message);
    REQUIRE_FALSE(message);
    CHECK(message.error().code == ErrorCode::IdentityChanged);
    SECTION("called off, nothing has changed")
    {
        chat.act(*anew, Action::Cancel);
        CHECK(Chat::stateOf(chat.anna).phase == Phase::Cancelled);
        CHECK(status() == IdentityStatus::Violated);
        chat.anna.reopen();
        CHECK(status() == IdentityStatus::Violated);
        CHECK_FALSE(share(SendPurpose::Message));
    }
    SECTION("both say yes")
    {
        chat.act(asked, Action::CompareEmoji);
        chat.act(*anew, Action::Confirm);
        CHECK(status() == IdentityStatus::Violated);
        chat.act(chat.anna, Action::Confirm);
        CHECK(Chat::stateOf(chat.anna).phase == Phase::Done);
        CHECK(chat.isVerified(chat.anna, *anew));
        CHECK(chat.isVerified(*anew, chat.anna));
        CHECK(share(SendPurpose::Message));
    }
}

TEST_CASE("A verification from before the keys changed says nothing about the new ones (S-26)", "[verification][people][S-26]")
{
    Chat chat;
    chat.compare();
    chat.act(chat.anna, Action::Confirm);
    chat.act(chat.bert, Action::Confirm);
    chat.compare();
    const auto old = Chat::stateOf(chat.anna).transaction;
    const auto anew = chat.beginAnew();
    SECTION("one asks anew")
    {
        const auto asked = chat.anna.machine->requestVerification(anew->user, party::room);
        REQUIRE(asked);
        CHECK(*asked != old);
        chat.exchange();
        CHECK(chat.anna.machine->verifications().first().phase == Phase::Done);
        CHECK(chat.anna.machine->verifications()[1].cancelCode == cancelCode::keyMismatch);
        CHECK(Chat::stateOf(*anew).phase == Phase::Requested);
    }
    SECTION("it goes on to its end")
    {
        chat.all = {&chat.anna, &chat.bert};
        chat.act(chat.anna, Action::Confirm);
        chat.act(chat.bert, Action::Confirm);
        CHECK(Chat::stateOf(chat.anna).phase != Phase::Done);
    }
    CHECK(*chat.anna.machine->identityStatus(anew->user) == IdentityStatus::Violated);
    CHECK_FALSE(chat.anna.machine->shareRoomKey(party::room, {}, chat.people.members));
}

TEST_CASE("A device that its owner has not signed is not verified with", "[verification][people][hostile]")
{
    Chat chat;
    party::Party evil(chat.people.server, chat.people.clock, bert, u"EVIL"_s);
    chat.anna.sync({bert});
    chat.hear(chat.anna, chat.requestOf(evil, chat.anna));
    const auto accepted = chat.anna.machine->actInVerification(Chat::stateOf(chat.anna).transaction, Action::Accept);
    REQUIRE_FALSE(accepted);
    CHECK(accepted.error().code == ErrorCode::DevicesOutdated);
}

TEST_CASE("What is signed is the identity that was compared, whatever the server says in between",
          "[verification][people][hostile]")
{
    Chat chat;
    chat.compare();
    chat.act(chat.anna, Action::Confirm);
    const auto compared = chat.people.server.masterKeys[bert].value("keys"_L1);
    party::Server other;
    party::Party impostor(other, chat.people.clock, bert, u"BERT"_s);
    impostor.bootstrap();
    chat.people.server.masterKeys[bert] = other.masterKeys[bert];
    chat.people.server.selfSigningKeys[bert] = other.selfSigningKeys[bert];
    chat.anna.sync({bert});
    chat.act(chat.bert, Action::Confirm);
    // The signed object holds the old key; the server that shows another one does not make anybody verified.
    CHECK(chat.people.server.masterKeys[bert].value("keys"_L1) == compared);
    CHECK(chat.people.server.masterKeys[bert].value("signatures"_L1).toObject().contains(anna));

    chat.people.server.masterKeys[bert] = other.masterKeys[bert];
    chat.anna.sync({bert});
    CHECK_FALSE(chat.isVerified(chat.anna, chat.bert));
}

TEST_CASE("A person counts as verified only when the server shows the signature", "[verification][people]")
{
    Chat chat;
    chat.compare();
    const auto before = chat.people.server.masterKeys[bert];
    chat.act(chat.anna, Action::Confirm);
    REQUIRE(chat.bert.machine->actInVerification(Chat::stateOf(chat.bert).transaction, Action::Confirm));
    const auto answers = [&](const OutgoingRequest& request) {
        const auto answer = chat.people.server.answer(anna, u"ANNA"_s, request);
        chat.people.server.masterKeys[bert] = before; // the signature gets lost
        REQUIRE(party::answerTo(*chat.anna.machine, request, answer));
    };
    for (int round = 0; round < 4; ++round) {
        chat.say(chat.bert);
        for (const auto& request : chat.anna.machine->outgoingRequests())
            answers(request);
        for (const auto& message : chat.anna.machine->takeVerificationMessages())
            chat.hear(chat.bert, chat.eventOf(chat.anna, message.message.type, message.message.content));
    }
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Signing);
    CHECK_FALSE(chat.isVerified(chat.anna, chat.bert));
    chat.people.clock.advance(10 * 60'000);
    CHECK(chat.anna.machine->outgoingRequests().isEmpty());
    CHECK(Chat::stateOf(chat.anna).phase == Phase::Refused);
}

TEST_CASE("A verified person stays so after a restart, and is not when the identity changes", "[verification][people]")
{
    Chat chat;
    chat.compare();
    chat.act(chat.anna, Action::Confirm);
    chat.act(chat.bert, Action::Confirm);
    REQUIRE(chat.isVerified(chat.anna, chat.bert));
    chat.anna.reopen();
    CHECK(chat.isVerified(chat.anna, chat.bert));
    party::Server other;
    party::Party impostor(other, chat.people.clock, bert, u"BERT"_s);
    impostor.bootstrap();
    chat.people.server.masterKeys[bert] = other.masterKeys[bert];
    chat.people.server.selfSigningKeys[bert] = other.selfSigningKeys[bert];
    chat.anna.sync({bert});
    CHECK(*chat.anna.machine->identityStatus(chat.bert.user) == IdentityStatus::Violated);
}
