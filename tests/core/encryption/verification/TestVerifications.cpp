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

/// Anna's old device, which has the private keys of her identity, and a new one.
struct TwoDevices {
    party::Server server;
    party::ManualClock clock;
    party::Party old{server, clock, u"@anna:example.org"_s, u"OLD"_s};
    party::Party fresh{server, clock, u"@anna:example.org"_s, u"NEW"_s};

    TwoDevices()
    {
        old.bootstrap();
        old.sync({u"@anna:example.org"_s});
        fresh.sync({u"@anna:example.org"_s});
    }

    static VerificationState stateOf(const party::Party& device)
    {
        const auto states = device.machine->verifications();
        return states.isEmpty() ? VerificationState() : states.last();
    }
    // The other side gets what was sent.
    void exchange()
    {
        for (int round = 0; round < 3; ++round) {
            old.flush();
            fresh.sync();
            old.sync();
        }
    }
    QString ask(party::Party& asking)
    {
        const auto transaction = asking.machine->requestVerification({});
        REQUIRE(transaction);
        exchange();
        return *transaction;
    }
    void act(party::Party& device, Action action)
    {
        REQUIRE(device.machine->actInVerification(stateOf(device).transaction, action));
        device.flush();
        exchange();
    }
    // Until both have said that they want it.
    void makeReady(party::Party& asking, party::Party& asked)
    {
        ask(asking);
        act(asked, Action::Accept);
        REQUIRE(stateOf(old).phase == Phase::Ready);
        REQUIRE(stateOf(fresh).phase == Phase::Ready);
    }
    bool isFreshSigned()
    {
        old.sync({u"@anna:example.org"_s});
        const auto devices = old.machine->devices(old.user);
        REQUIRE(devices);
        for (const auto& device : *devices) {
            if (device.device == fresh.device)
                return device.signedByOwner;
        }
        return false;
    }
    // A message that the server makes up in the name of `from`.
    void inject(party::Party& to, const QString& type, QJsonObject content, const QString& from = u"@anna:example.org"_s)
    {
        content.insert(u"transaction_id"_s, stateOf(to).transaction);
        to.receive(party::toJson({{u"type"_s, u"m.key.verification."_s + type}, {u"sender"_s, from}, {u"content"_s, content}}));
        to.flush();
    }
};

} // namespace

TEST_CASE("A new device is signed after both sides have seen the same emoji", "[verification]")
{
    TwoDevices anna;
    const bool oldAsks = GENERATE(true, false);
    auto& asking = oldAsks ? anna.old : anna.fresh;
    auto& asked = oldAsks ? anna.fresh : anna.old;
    anna.makeReady(asking, asked);

    anna.act(asking, Action::CompareEmoji);
    REQUIRE(TwoDevices::stateOf(anna.old).phase == Phase::Comparing);
    REQUIRE(TwoDevices::stateOf(anna.fresh).phase == Phase::Comparing);
    REQUIRE(TwoDevices::stateOf(anna.old).sas);
    CHECK(TwoDevices::stateOf(anna.old).sas == TwoDevices::stateOf(anna.fresh).sas);
    CHECK_FALSE(anna.isFreshSigned());

    anna.act(anna.old, Action::Confirm);
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Waiting);
    CHECK_FALSE(anna.isFreshSigned()); // one yes is not enough
    anna.act(anna.fresh, Action::Confirm);
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Done);
    CHECK(TwoDevices::stateOf(anna.fresh).phase == Phase::Done);
    CHECK(anna.isFreshSigned());
}

TEST_CASE("A new device is signed after one device has scanned the code of the other", "[verification]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    const bool oldShows = GENERATE(true, false);
    auto& shows = oldShows ? anna.old : anna.fresh;
    auto& scans = oldShows ? anna.fresh : anna.old;
    const auto shown = TwoDevices::stateOf(shows);
    REQUIRE_FALSE(shown.qrCode.isEmpty());
    REQUIRE(TwoDevices::stateOf(scans).canScan);

    REQUIRE(scans.machine->scanInVerification(shown.transaction, shown.qrCode));
    scans.flush();
    anna.exchange();
    REQUIRE(TwoDevices::stateOf(shows).phase == Phase::Scanned);
    CHECK_FALSE(anna.isFreshSigned());
    anna.act(shows, Action::Confirm);
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Done);
    CHECK(TwoDevices::stateOf(anna.fresh).phase == Phase::Done);
    CHECK(anna.isFreshSigned());
}

TEST_CASE("A code of another verification, with swapped keys, or of another kind signs nothing", "[verification][hostile]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    auto code = *QrVerificationCode::parse(TwoDevices::stateOf(anna.fresh).qrCode);
    QByteArray bytes = code.toBytes();
    QString expected = cancelCode::keyMismatch;
    SECTION("another transaction")
    {
        code.transaction = u"other"_s;
        bytes = code.toBytes();
    }
    SECTION("swapped keys")
    {
        std::swap(code.first, code.second);
        bytes = code.toBytes();
    }
    SECTION("four bytes of secret")
    {
        bytes.chop(12);
        expected = cancelCode::invalidMessage;
    }
    SECTION("a recovery code")
    {
        bytes = "EsTj3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd";
        expected = cancelCode::invalidMessage;
    }
    REQUIRE(anna.old.machine->scanInVerification(TwoDevices::stateOf(anna.old).transaction, bytes));
    anna.old.flush();
    CHECK(TwoDevices::stateOf(anna.old).cancelCode == expected);
    for (const auto& request : anna.server.toDeviceLog)
        CHECK_FALSE(party::toJson(request.body).contains("EsTj3yST"));
    anna.exchange();
    CHECK(TwoDevices::stateOf(anna.fresh).phase == Phase::Cancelled);
    CHECK_FALSE(anna.isFreshSigned());
}

TEST_CASE("A wrong secret from the device that claims to have scanned signs nothing", "[verification][hostile]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    anna.inject(anna.old, u"start"_s,
                {{u"from_device"_s, u"NEW"_s}, {u"method"_s, u"m.reciprocate.v1"_s}, {u"secret"_s, u"AAAAAAAAAAAAAAAAAAAAAA"_s}});
    CHECK(TwoDevices::stateOf(anna.old).cancelCode == cancelCode::keyMismatch);
    CHECK_FALSE(anna.isFreshSigned());
}

TEST_CASE("Different emoji end the verification on both sides", "[verification]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    anna.act(anna.old, Action::CompareEmoji);
    anna.act(anna.fresh, Action::Deny);
    CHECK(TwoDevices::stateOf(anna.fresh).isCancelledByUs);
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Cancelled);
    CHECK(TwoDevices::stateOf(anna.old).cancelCode == cancelCode::mismatchedSas);
    CHECK_FALSE(TwoDevices::stateOf(anna.old).isCancelledByUs);
    CHECK_FALSE(anna.isFreshSigned());
}

TEST_CASE("Both may begin with the emoji at the same time", "[verification]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    const auto transaction = TwoDevices::stateOf(anna.old).transaction;
    REQUIRE(anna.old.machine->actInVerification(transaction, Action::CompareEmoji));
    REQUIRE(anna.fresh.machine->actInVerification(transaction, Action::CompareEmoji));
    anna.fresh.flush();
    anna.exchange();
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Comparing);
    CHECK(TwoDevices::stateOf(anna.fresh).phase == Phase::Comparing);
    CHECK(TwoDevices::stateOf(anna.old).sas == TwoDevices::stateOf(anna.fresh).sas);
}

TEST_CASE("What comes out of order ends the verification", "[verification][hostile]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    const auto type = GENERATE(u"accept"_s, u"key"_s, u"mac"_s, u"done"_s, u"ready"_s, u"nonsense"_s);
    anna.inject(anna.old, type, {{u"from_device"_s, u"NEW"_s}});
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Cancelled);
    CHECK(TwoDevices::stateOf(anna.old).cancelCode == cancelCode::unexpectedMessage);
}

TEST_CASE("A second start of the same device, and one of another device, end the verification", "[verification][hostile]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    SECTION("a second one")
    {
        anna.act(anna.fresh, Action::CompareEmoji);
        REQUIRE(TwoDevices::stateOf(anna.old).phase == Phase::Comparing);
        anna.inject(anna.old, u"start"_s, {{u"from_device"_s, u"NEW"_s}, {u"method"_s, u"m.sas.v1"_s}});
    }
    SECTION("of another device")
    {
        anna.inject(anna.old, u"start"_s, {{u"from_device"_s, u"THIRD"_s}, {u"method"_s, u"m.sas.v1"_s}});
    }
    CHECK(TwoDevices::stateOf(anna.old).cancelCode == cancelCode::unexpectedMessage);
}

TEST_CASE("Messages of another user about a verification have no effect", "[verification][hostile]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    anna.inject(anna.old, u"cancel"_s, {{u"code"_s, u"m.user"_s}}, u"@mallory:example.org"_s);
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Ready);
}

TEST_CASE("A verification ends after ten minutes, one that nobody answered here after two", "[verification]")
{
    TwoDevices anna;
    anna.ask(anna.fresh);
    REQUIRE(TwoDevices::stateOf(anna.old).phase == Phase::Requested);
    anna.clock.advance(2 * 60'000 + 1);
    anna.old.flush();
    CHECK(TwoDevices::stateOf(anna.old).cancelCode == cancelCode::timeout);
    anna.exchange();
    CHECK(TwoDevices::stateOf(anna.fresh).phase == Phase::Cancelled);

    anna.makeReady(anna.fresh, anna.old);
    anna.clock.advance(10 * 60'000);
    anna.fresh.flush();
    CHECK(TwoDevices::stateOf(anna.fresh).cancelCode == cancelCode::timeout);
}

TEST_CASE("A request that is too old, from the future, or of a device to itself is not shown", "[verification]")
{
    TwoDevices anna;
    const auto now = anna.clock.time.ms;
    const auto [from, sent] = GENERATE_COPY(table<QString, qint64>({
        {u"NEW"_s, now - 11 * 60'000},
        {u"NEW"_s, now + 6 * 60'000},
        {u"OLD"_s, now},
        {QString(), now},
    }));
    anna.old.receive(party::toJson({{u"type"_s, u"m.key.verification.request"_s},
                                    {u"sender"_s, u"@anna:example.org"_s},
                                    {u"content"_s, QJsonObject{{u"from_device"_s, from},
                                                               {u"transaction_id"_s, u"t"_s},
                                                               {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
                                                               {u"timestamp"_s, sent}}}}));
    CHECK(anna.old.machine->verifications().isEmpty());
}

TEST_CASE("A thousand requests are one, and those of other users none", "[verification][hostile]")
{
    TwoDevices anna;
    for (int i = 0; i < 1000; ++i) {
        anna.old.receive(party::toJson({{u"type"_s, u"m.key.verification.request"_s},
                                        {u"sender"_s, i % 2 == 0 ? u"@anna:example.org"_s : u"@mallory:example.org"_s},
                                        {u"content"_s, QJsonObject{{u"from_device"_s, i % 4 == 0 ? u"NEW"_s : u"X%1"_s.arg(i)},
                                                                   {u"transaction_id"_s, u"t%1"_s.arg(i)},
                                                                   {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
                                                                   {u"timestamp"_s, anna.clock.time.ms}}}}));
    }
    CHECK(anna.old.machine->verifications().size() == 1);
}

TEST_CASE("An unknown device is not accepted before its keys are known", "[verification]")
{
    TwoDevices anna;
    party::Party third(anna.server, anna.clock, u"@anna:example.org"_s, u"THIRD"_s);
    third.sync({u"@anna:example.org"_s});
    REQUIRE(third.machine->requestVerification({*DeviceId::parse(u"OLD")}));
    third.flush();
    anna.old.sync();
    const auto transaction = TwoDevices::stateOf(anna.old).transaction;
    const auto early = anna.old.machine->actInVerification(transaction, Action::Accept);
    REQUIRE_FALSE(early);
    CHECK(early.error().code == ErrorCode::DevicesOutdated);
    anna.old.sync({u"@anna:example.org"_s});
    CHECK(anna.old.machine->actInVerification(transaction, Action::Accept));
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Ready);
}

TEST_CASE("A device that is named like the master key is not verified", "[verification][hostile]")
{
    TwoDevices anna;
    const QString master = anna.server.masterKeys.begin()->second.value("keys"_L1).toObject().begin().value().toString();
    party::Party evil(anna.server, anna.clock, u"@anna:example.org"_s, master);
    evil.sync({u"@anna:example.org"_s});
    anna.old.sync({u"@anna:example.org"_s});
    REQUIRE(evil.machine->requestVerification({*DeviceId::parse(u"OLD")}));
    evil.flush();
    anna.old.sync();
    CHECK_FALSE(anna.old.machine->actInVerification(TwoDevices::stateOf(anna.old).transaction, Action::Accept));
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Requested);
}

TEST_CASE("All own devices are asked; the first that says yes is it, the others are told", "[verification]")
{
    TwoDevices anna;
    party::Party third(anna.server, anna.clock, u"@anna:example.org"_s, u"THIRD"_s);
    third.sync({u"@anna:example.org"_s});
    anna.old.sync({u"@anna:example.org"_s});
    anna.fresh.sync({u"@anna:example.org"_s});
    REQUIRE(anna.fresh.machine->requestVerification({}));
    anna.fresh.flush();
    third.sync();
    anna.exchange();
    REQUIRE(TwoDevices::stateOf(third).phase == Phase::Requested);
    anna.act(anna.old, Action::Accept);
    third.sync();
    CHECK(TwoDevices::stateOf(third).cancelCode == cancelCode::accepted);
    CHECK(TwoDevices::stateOf(anna.fresh).device == anna.old.device);
}

TEST_CASE("What is signed are the keys that were compared, whatever the server says in between", "[verification][hostile]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    anna.act(anna.old, Action::CompareEmoji);
    anna.act(anna.old, Action::Confirm);
    const auto compared = anna.server.deviceKeys[{u"@anna:example.org"_s, u"NEW"_s}].value("keys"_L1);
    // The server shows other keys under the same name from now on.
    party::Server elsewhere;
    party::Party impostor(elsewhere, anna.clock, u"@anna:example.org"_s, u"NEW"_s);
    anna.server.deviceKeys[{u"@anna:example.org"_s, u"NEW"_s}] = elsewhere.deviceKeys[{u"@anna:example.org"_s, u"NEW"_s}];
    anna.old.sync({u"@anna:example.org"_s});
    anna.act(anna.fresh, Action::Confirm);
    const auto uploaded = anna.server.deviceKeys[{u"@anna:example.org"_s, u"NEW"_s}];
    CHECK(uploaded.value("keys"_L1) == compared);
    CHECK(uploaded.value("signatures"_L1).toObject().value("@anna:example.org"_L1).toObject().size() == 2);
}

TEST_CASE("A signature that the server refuses is said, and nothing counts as verified", "[verification]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    anna.act(anna.old, Action::CompareEmoji);
    anna.act(anna.old, Action::Confirm);
    const auto transaction = TwoDevices::stateOf(anna.fresh).transaction;
    REQUIRE(anna.fresh.machine->actInVerification(transaction, Action::Confirm));
    anna.fresh.flush();
    const party::Server::Device self{u"@anna:example.org"_s, u"OLD"_s};
    for (const auto& event : std::exchange(anna.server.inbox[self], {}))
        anna.old.receive(event);
    bool refused = false;
    for (int round = 0; round < 5 && !refused; ++round) {
        for (const auto& request : anna.old.machine->outgoingRequests()) {
            if (request.kind != OutgoingRequest::Kind::SignatureUpload) {
                REQUIRE(party::answerTo(*anna.old.machine, request, anna.server.answer(self.first, self.second, request)));
                if (request.kind == OutgoingRequest::Kind::ToDevice)
                    anna.fresh.sync();
                continue;
            }
            const QJsonObject error{{u"errcode"_s, u"M_INVALID_SIGNATURE"_s}};
            REQUIRE(party::answerTo(*anna.old.machine, request,
                                    {{u"failures"_s, QJsonObject{{self.first, QJsonObject{{u"NEW"_s, error}}}}}}));
            refused = true;
        }
        for (const auto& event : std::exchange(anna.server.inbox[self], {}))
            anna.old.receive(event);
    }
    REQUIRE(refused);
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Refused);
    CHECK_FALSE(anna.isFreshSigned());
}

TEST_CASE("A signature that did not reach the server is sent by the next run", "[verification]")
{
    TwoDevices anna;
    anna.makeReady(anna.fresh, anna.old);
    anna.act(anna.old, Action::CompareEmoji);
    anna.act(anna.old, Action::Confirm);
    REQUIRE(anna.fresh.machine->actInVerification(TwoDevices::stateOf(anna.fresh).transaction, Action::Confirm));
    anna.fresh.flush();
    const party::Server::Device self{u"@anna:example.org"_s, u"OLD"_s};
    for (const auto& event : std::exchange(anna.server.inbox[self], {}))
        anna.old.receive(event); // the other one's MACs: this side says "done"
    for (const auto& request : anna.old.machine->outgoingRequests())
        REQUIRE(party::answerTo(*anna.old.machine, request, anna.server.answer(self.first, self.second, request)));
    anna.fresh.sync();
    for (const auto& event : std::exchange(anna.server.inbox[self], {}))
        anna.old.receive(event); // "done" from the other side
    REQUIRE(TwoDevices::stateOf(anna.old).phase == Phase::Signing);
    anna.clock.advance(10 * 60'000);
    CHECK_FALSE(anna.old.machine->outgoingRequests().isEmpty());
    CHECK(TwoDevices::stateOf(anna.old).phase == Phase::Refused); // it does not stand in the way of others for ever
    anna.old.reopen();
    anna.old.flush();
    CHECK(anna.isFreshSigned());
}
