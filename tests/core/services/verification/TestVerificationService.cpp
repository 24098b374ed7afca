#include "core/api/Api.h"
#include "core/services/send/SendService.h"
#include "core/services/verification/VerificationService.h"
#include "tests/core/services/sync/SyncedAccount.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

using Phase = VerificationState::Phase;

/// A device with a service, and another device of the same person on a server that answers both.
struct Account {
    party::Server server;
    party::ManualClock clock;
    party::Party here{server, clock, u"@anna:example.org"_s, u"HERE"_s};
    party::Party other{server, clock, u"@anna:example.org"_s, u"OTHER"_s};
    FakeHomeserver http;
    Api api{http, QUrl(u"https://example.org"_s), nullptr};
    CryptoRequestSender requests{api, *here.machine};
    SyncedAccount stores; // of nobody
    VerificationService service{{.machine = *here.machine,
                                 .requests = requests,
                                 .rooms = *stores.rooms,
                                 .accountData = *stores.accountData,
                                 .clock = clock,
                                 .send = {}}};
    QList<ShownVerification> shown;
    QList<Error> errors;
    int emissions = 0;

    Account()
    {
        http.on("PUT", u"/_matrix/client/v3/sendToDevice/*/*"_s, {FakeHomeserver::json("{}")});
        here.bootstrap();
        QObject::connect(&service, &VerificationService::changed, &service, [this](const QList<ShownVerification>& all) {
            shown = all;
            ++emissions;
        });
        QObject::connect(&service, &VerificationService::failed, &service, [this](const Error& error) { errors.append(error); });
    }
    [[nodiscard]] QStringList sent() const
    {
        QStringList types;
        for (const auto& request : http.requests()) {
            if (request.method == "PUT")
                types.append(request.url.path().section(u'/', -2, -2));
        }
        return types;
    }
    void receiveRequest(const QString& device)
    {
        here.receive(party::toJson({{u"type"_s, u"m.key.verification.request"_s},
                                    {u"sender"_s, u"@anna:example.org"_s},
                                    {u"content"_s, QJsonObject{{u"from_device"_s, device},
                                                               {u"transaction_id"_s, u"t"_s},
                                                               {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
                                                               {u"timestamp"_s, clock.time.ms}}}}));
        service.check();
    }
};

/// Erika's chat with a practice, and a server that takes what is sent there.
struct ChatWithPractice {
    SyncedAccount account;
    FakeHomeserver http;
    Api api{http, QUrl(u"https://example.org"_s), nullptr};
    CryptoRequestSender requests{api, *account.own.machine};
    SendService sending{SendEventJob::Parts{api, *account.database, *account.own.machine, requests, *account.queue,
                                            *account.rooms,
                                            [this](const RoomId& room, const std::vector<std::string_view>& events) {
                                                return account.processor->applyMembers(room, events);
                                            }},
                        account.clock};
    VerificationService service{{.machine = *account.own.machine,
                                 .requests = requests,
                                 .rooms = *account.rooms,
                                 .accountData = *account.accountData,
                                 .clock = account.clock,
                                 .send = [this](const VerificationRoomMessage& message) { sending.sendVerification(message); }}};
    QList<ShownVerification> shown;
    QList<Error> errors;
    QList<UserId> members{account.own.user, account.practice.user};

    explicit ChatWithPractice(bool encrypted = true)
    {
        account.exchangeKeys();
        account.meet({}, encrypted);
        if (encrypted)
            account.own.share(members);
        QJsonArray chunk{events::member(account.own.user.toString(), u"join"_s, u"Erika"_s),
                         events::member(account.practice.user.toString(), u"join"_s, u"Praxis"_s)};
        http.on("GET", u"/_matrix/client/v3/rooms/*/members"_s,
                {FakeHomeserver::json(QJsonDocument(QJsonObject{{u"chunk"_s, chunk}}).toJson())});
        answer(FakeHomeserver::json(R"({"event_id":"$sent"})"));
        QObject::connect(&service, &VerificationService::changed, &service,
                         [this](const QList<ShownVerification>& all) { shown = all; });
        QObject::connect(&service, &VerificationService::failed, &service, [this](const Error& error) { errors.append(error); });
        QObject::connect(&sending, &SendService::sent, &service,
                         [this](const RoomId&, const QString& transactionId, const EventId& event) {
                             service.messageSent(transactionId, event);
                         });
        QObject::connect(&sending, &SendService::failed, &service,
                         [this](const RoomId&, const QString& transactionId, const Error& error) {
                             service.messageFailed(transactionId, error);
                         });
        sending.start();
    }
    void answer(const FakeHomeserver::Answer& answer)
    {
        http.on("PUT", u"/_matrix/client/v3/rooms/*/send/m.room.encrypted/*"_s, {answer});
    }
    // What the practice reads of what was sent.
    [[nodiscard]] QList<QJsonObject> read()
    {
        account.practice.sync();
        QList<QJsonObject> contents;
        for (const auto& request : http.requests()) {
            if (request.method != "PUT" || !request.url.path().contains(u"/send/"_s))
                continue;
            const auto sealed = QJsonDocument::fromJson(request.body).object();
            const auto decryption =
                account.practice.read(sealed, account.own.user, u"$e%1"_s.arg(contents.size()), 1000 + contents.size());
            const auto* event = std::get_if<DecryptedEvent>(&decryption);
            contents.append(event ? QJsonDocument::fromJson(event->json).object() : QJsonObject());
        }
        return contents;
    }
    [[nodiscard]] QList<QueuedMessage> queued() const { return *account.queue->messages(SyncedAccount::room); }
};

} // namespace

TEST_CASE("A verification that a person asks for goes out at once, and is said once", "[verification]")
{
    Account account;
    account.here.sync({u"@anna:example.org"_s});
    account.service.request({});
    REQUIRE(account.shown.size() == 1);
    CHECK(account.shown[0].state.isOurs);
    CHECK(account.shown[0].state.phase == Phase::Requested);
    REQUIRE(runUntil([&] { return account.sent().contains(u"m.key.verification.request"_s); }));
    account.service.check();
    CHECK(account.emissions == 1); // nothing has changed

    account.service.act(account.shown[0].state.transaction, VerificationAction::Cancel);
    CHECK(account.shown[0].state.phase == Phase::Cancelled);
    CHECK(runUntil([&] { return account.sent().contains(u"m.key.verification.cancel"_s); }));
}

TEST_CASE("A verification whose time has run out ends at once, without a sync and without a connection (S-33)",
          "[verification][S-33]")
{
    Account account;
    account.http.on("PUT", u"/_matrix/client/v3/sendToDevice/*/*"_s, {FakeHomeserver::failure(ErrorCode::Network)});
    account.here.sync({u"@anna:example.org"_s});
    account.service.request({});
    REQUIRE(account.shown.size() == 1);
    account.clock.advance(10 * 60'000 - 20);
    account.service.check();
    CHECK(account.shown[0].state.phase == Phase::Requested);
    account.clock.advance(20);
    REQUIRE(runUntil([&] { return account.shown[0].state.phase == Phase::Cancelled; }));
    CHECK(account.shown[0].state.cancelCode == cancelCode::timeout);
    CHECK(account.shown[0].state.isCancelledByUs);
}

TEST_CASE("A request that nobody here answers ends after two minutes, without a sync (S-37)", "[verification][S-37]")
{
    Account account;
    account.receiveRequest(u"OTHER"_s);
    REQUIRE(account.shown.size() == 1);
    account.clock.advance(2 * 60'000 - 20);
    account.service.check();
    CHECK(account.shown[0].state.phase == Phase::Requested);
    account.clock.advance(20);
    CHECK(runUntil([&] { return account.shown[0].state.phase == Phase::Cancelled; }));
}

TEST_CASE("What is not possible is said with its reason", "[verification]")
{
    Account account;
    account.service.request({*DeviceId::parse(u"NOBODY")});
    account.service.act(u"unknown"_s, VerificationAction::Confirm);
    REQUIRE(account.errors.size() == 2);
    CHECK(account.errors[0].code == ErrorCode::NotFound);
    CHECK(account.errors[1].code == ErrorCode::NotFound);
    CHECK(account.shown.isEmpty());
}

TEST_CASE("A device whose keys are not here yet is accepted as soon as they are", "[verification]")
{
    Account account;
    party::Party late(account.server, account.clock, u"@anna:example.org"_s, u"LATE"_s);
    account.receiveRequest(u"LATE"_s);
    REQUIRE(account.shown.size() == 1);
    account.service.act(u"t"_s, VerificationAction::Accept);
    CHECK(account.errors.isEmpty());
    CHECK(account.shown[0].state.phase == Phase::Requested);

    CHECK(runUntil([&] {
        account.here.sync({u"@anna:example.org"_s});
        account.service.check();
        return account.shown[0].state.phase == Phase::Ready;
    }));
}

TEST_CASE("A person is asked in the chat with them, encrypted, and the answer is waited for", "[verification][people]")
{
    ChatWithPractice chat;
    chat.service.requestPerson(chat.account.practice.user);
    REQUIRE(chat.errors.isEmpty());
    REQUIRE(chat.shown.size() == 1);
    CHECK(chat.shown[0].state.user == chat.account.practice.user);
    CHECK(chat.shown[0].state.room == SyncedAccount::room);
    CHECK(chat.shown[0].personName == u"Praxis Dr. Müller"_s);
    CHECK(chat.account.summary().sending == RoomSummary::Sending::None); // nothing that a person has written
    REQUIRE(runUntil([&] { return !chat.queued().isEmpty() && chat.queued()[0].state == QueuedMessage::State::Sent; }));
    const auto read = chat.read();
    REQUIRE(read.size() == 1);
    CHECK(read[0].value("type"_L1).toString() == u"m.room.message"_s);
    CHECK(read[0].value("content"_L1).toObject().value("msgtype"_L1).toString() == u"m.key.verification.request"_s);

    // What follows refers to the event that the server has named.
    chat.service.act(chat.shown[0].state.transaction, VerificationAction::Cancel);
    REQUIRE(runUntil([&] { return chat.read().size() == 2; }));
    const auto cancel = chat.read()[1].value("content"_L1).toObject();
    CHECK(cancel.value("m.relates_to"_L1).toObject().value("event_id"_L1).toString() == u"$sent"_s);
}

TEST_CASE("A person with whom there is no encrypted chat of two cannot be asked", "[verification][people]")
{
    const bool encrypted = GENERATE(true, false);
    ChatWithPractice chat(encrypted);
    if (encrypted) // a third person is there
        REQUIRE(chat.account.applyRoom({{u"summary"_s, QJsonObject{{u"m.joined_member_count"_s, 3}}}}));
    chat.service.requestPerson(chat.account.practice.user);
    REQUIRE(chat.errors.size() == 1);
    CHECK(chat.errors[0].code == ErrorCode::NotFound);
    CHECK(chat.shown.isEmpty());
    CHECK(chat.queued().isEmpty());
}

TEST_CASE("The chat that the account data name is taken, also if another one was used later", "[verification][people]")
{
    ChatWithPractice chat;
    const QString named = u"!named:example.org"_s;
    const QJsonArray state{events::member(chat.account.own.user.toString(), u"join"_s, u"Erika"_s),
                           events::member(chat.account.practice.user.toString(), u"join"_s, u"Praxis"_s), events::encryption()};
    const QJsonObject room{{u"state"_s, QJsonObject{{u"events"_s, state}}},
                           {u"summary"_s, QJsonObject{{u"m.joined_member_count"_s, 2}}}};
    const QJsonObject direct{{u"type"_s, u"m.direct"_s},
                             {u"content"_s, QJsonObject{{chat.account.practice.user.toString(), QJsonArray{named}}}}};
    REQUIRE(chat.account.apply({{u"account_data"_s, QJsonObject{{u"events"_s, QJsonArray{direct}}}},
                                {u"rooms"_s, QJsonObject{{u"join"_s, QJsonObject{{named, room}}}}}}));
    chat.service.requestPerson(chat.account.practice.user);
    REQUIRE(chat.shown.size() == 1);
    CHECK(chat.shown[0].state.room.toString() == named);
}

TEST_CASE("A request that the server does not take is given up and said", "[verification][people]")
{
    ChatWithPractice chat;
    chat.answer(FakeHomeserver::json(R"({"errcode":"M_FORBIDDEN"})", 403));
    chat.service.requestPerson(chat.account.practice.user);
    REQUIRE(runUntil([&] { return !chat.errors.isEmpty(); }));
    CHECK(chat.errors[0].code == ErrorCode::Forbidden);
    CHECK(chat.shown[0].state.phase == Phase::Cancelled);
    CHECK(chat.queued().isEmpty());
}

TEST_CASE("A request of an earlier run is not sent after all", "[verification][people]")
{
    ChatWithPractice chat;
    const VerificationRoomMessage message{
        SyncedAccount::room, verificationTransactions + u"1"_s, {u"m.room.message"_s, QJsonObject()}};
    SendService before{SendEventJob::Parts{chat.api,
                                           *chat.account.database,
                                           *chat.account.own.machine,
                                           chat.requests,
                                           *chat.account.queue,
                                           *chat.account.rooms,
                                           {}},
                       chat.account.clock};
    before.sendVerification(message); // not started: it ended before it sent anything
    REQUIRE(chat.queued().size() == 1);
    before.start();
    CHECK(chat.queued().isEmpty());
}

TEST_CASE("After a verification a device asks for what it does not have, and for nothing else", "[verification]")
{
    Account account;
    const bool hasBackupKey = GENERATE(true, false);
    if (hasBackupKey)
        account.here.machine->setBackupKey(crypto::SecretBytes::fromBytes(QByteArray(32, 'k')));
    account.here.sync({u"@anna:example.org"_s});
    account.other.sync({u"@anna:example.org"_s});
    const auto exchange = [&] {
        for (int round = 0; round < 4; ++round) {
            account.here.sync();
            account.other.sync();
        }
        account.here.sync({u"@anna:example.org"_s});
        account.service.check();
    };
    const auto act = [&](VerificationAction action) {
        REQUIRE(account.other.machine->actInVerification(account.shown[0].state.transaction, action));
        account.other.flush();
        exchange();
    };
    REQUIRE(account.here.machine->requestVerification({}));
    exchange();
    act(VerificationAction::Accept);
    act(VerificationAction::CompareEmoji);
    act(VerificationAction::Confirm);
    REQUIRE(account.here.machine->actInVerification(account.shown[0].state.transaction, VerificationAction::Confirm));
    exchange();
    exchange();
    REQUIRE(account.shown[0].state.phase == Phase::Done);
    runAll();
    CHECK(account.sent().count(u"m.secret.request"_s) == (hasBackupKey ? 0 : 1));
}
