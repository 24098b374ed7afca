#include "core/api/CryptoRequestSender.h"
#include "core/services/send/SendService.h"
#include "tests/core/services/sync/SyncedAccount.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString sendPath = u"/_matrix/client/v3/rooms/*/send/m.room.encrypted/*"_s;

// An encrypted chat with the practice whose room key is shared already, and a queue that sends to a scripted server.
struct Sending {
    Sending()
    {
        for (auto* side : {&account.own, &account.practice}) {
            side->bootstrap();
            REQUIRE(side->machine->trackUsers(members));
        }
        for (auto* side : {&account.own, &account.practice})
            side->sync({account.own.user.toString(), account.practice.user.toString()});
        enterRoom({events::encryption()});
        account.own.share(members);
        answer({FakeHomeserver::json(R"({"event_id":"$sent"})")});
        start();
    }

    void enterRoom(QJsonArray state)
    {
        state.append(events::member(account.own.user.toString(), u"join"_s, u"Erika"_s));
        state.append(events::member(account.practice.user.toString(), u"join"_s, u"Praxis"_s));
        REQUIRE(account.applyRoom({{u"state"_s, QJsonObject{{u"events"_s, state}}}}));
        QJsonArray chunk;
        for (const auto& event : state)
            chunk.append(event);
        server.on("GET", u"/_matrix/client/v3/rooms/*/members"_s,
                  {FakeHomeserver::json(QJsonDocument(QJsonObject{{u"chunk"_s, chunk}}).toJson())});
    }

    void answer(std::vector<FakeHomeserver::Answer> answers) { server.on("PUT", sendPath, std::move(answers)); }

    // What a new start of the program does.
    void start()
    {
        service.reset();
        service = std::make_unique<SendService>(
            SendEventJob::Parts{api, *account.database, *account.own.machine, requests, *account.queue, *account.rooms,
                                [this](const RoomId& room, const std::vector<std::string_view>& events) {
                                    return account.processor->applyMembers(room, events);
                                }},
            account.clock);
        service->start();
    }

    [[nodiscard]] QList<QueuedMessage> queued() const { return *account.queue->messages(SyncedAccount::room); }
    [[nodiscard]] std::vector<HttpRequest> puts() const
    {
        std::vector<HttpRequest> found;
        for (const auto& request : server.requests()) {
            if (request.method == "PUT" && request.url.path().contains(u"/send/"_s))
                found.push_back(request);
        }
        return found;
    }

    SyncedAccount account;
    QList<UserId> members{account.own.user, account.practice.user};
    FakeHomeserver server;
    Api api{server, QUrl(u"https://example.org"_s), nullptr};
    CryptoRequestSender requests{api, *account.own.machine};
    std::unique_ptr<SendService> service;
};

QString lastPiece(const HttpRequest& request)
{
    return request.url.path().section(u'/', -1);
}

} // namespace

TEST_CASE("a message is kept, encrypted, sent, and waits for its event", "[send]")
{
    Sending sending;
    sending.service->sendText(SyncedAccount::room, u"Mein geheimer Befund"_s);
    REQUIRE(sending.queued().size() == 1);
    REQUIRE(runUntil([&] { return sending.queued().first().state == QueuedMessage::State::Sent; }));
    CHECK(sending.queued().first().eventId.toString() == u"$sent"_s);
    REQUIRE(sending.puts().size() == 1);
    CHECK_FALSE(sending.puts()[0].body.contains("geheimer"));
    CHECK(lastPiece(sending.puts()[0]) == sending.queued().first().transactionId);
    for (const auto& request : sending.server.requests())
        CHECK_FALSE(request.body.contains("geheimer"));
}

TEST_CASE("blank texts are not sent", "[send]")
{
    Sending sending;
    sending.service->sendText(SyncedAccount::room, u" \n\t"_s);
    CHECK(sending.queued().isEmpty());
}

TEST_CASE("a later message waits for the one before it", "[send]")
{
    Sending sending;
    sending.answer({FakeHomeserver::errcode(429, u"M_LIMIT_EXCEEDED"_s, {{u"retry_after_ms"_s, 3'000'000}}),
                    FakeHomeserver::json(R"({"event_id":"$one"})"), FakeHomeserver::json(R"({"event_id":"$two"})")});
    sending.service->sendText(SyncedAccount::room, u"eins"_s);
    sending.service->sendText(SyncedAccount::room, u"zwei"_s);
    REQUIRE(runUntil([&] { return sending.puts().size() == 1; }));
    runAll();
    CHECK(sending.puts().size() == 1);

    sending.service->resume();
    REQUIRE(runUntil([&] { return sending.queued().last().state == QueuedMessage::State::Sent; }));
    const auto puts = sending.puts();
    REQUIRE(puts.size() == 3);
    CHECK(lastPiece(puts[0]) == lastPiece(puts[1]));
    CHECK(lastPiece(puts[2]) == sending.queued()[1].transactionId);
    CHECK(sending.queued()[0].eventId.toString() == u"$one"_s);
}

TEST_CASE("a repeated send is the same bytes under the same transaction id, also after a restart", "[send][S-16]")
{
    Sending sending;
    sending.answer({FakeHomeserver::errcode(429, u"M_LIMIT_EXCEEDED"_s, {{u"retry_after_ms"_s, 3'000'000}}),
                    FakeHomeserver::json(R"({"event_id":"$one"})")});
    sending.service->sendText(SyncedAccount::room, u"eins"_s);
    REQUIRE(runUntil([&] { return sending.puts().size() == 1; }));
    runAll();
    sending.start();
    REQUIRE(runUntil([&] { return sending.queued().first().state == QueuedMessage::State::Sent; }));
    const auto puts = sending.puts();
    REQUIRE(puts.size() == 2);
    CHECK(puts[0].body == puts[1].body);
    CHECK(puts[0].url == puts[1].url);
}

TEST_CASE("what the server refuses waits for the person, the others go on", "[send]")
{
    Sending sending;
    sending.answer({FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s), FakeHomeserver::json(R"({"event_id":"$two"})")});
    ErrorCode told = ErrorCode::Cancelled;
    QObject::connect(sending.service.get(), &SendService::failed, sending.service.get(),
                     [&](const RoomId&, const QString&, const Error& error) { told = error.code; });
    sending.service->sendText(SyncedAccount::room, u"eins"_s);
    sending.service->sendText(SyncedAccount::room, u"zwei"_s);
    REQUIRE(runUntil([&] { return sending.queued().last().state == QueuedMessage::State::Sent; }));
    CHECK(told == ErrorCode::Forbidden);
    const auto refused = sending.queued().first();
    CHECK(refused.state == QueuedMessage::State::Failed);
    CHECK(refused.failure == static_cast<int>(ErrorCode::Forbidden));

    SECTION("tried again, it is sent")
    {
        sending.service->retry(SyncedAccount::room, refused.transactionId);
        REQUIRE(runUntil([&] { return sending.queued().first().state == QueuedMessage::State::Sent; }));
        CHECK(sending.queued().first().transactionId == refused.transactionId);
    }
    SECTION("given up, it is gone")
    {
        sending.service->discard(SyncedAccount::room, refused.transactionId);
        CHECK(sending.queued().size() == 1);
    }
}

TEST_CASE("a message that was sent cannot be given up any more", "[send]")
{
    Sending sending;
    sending.service->sendText(SyncedAccount::room, u"eins"_s);
    REQUIRE(runUntil([&] { return sending.queued().first().state == QueuedMessage::State::Sent; }));
    sending.service->discard(SyncedAccount::room, sending.queued().first().transactionId);
    CHECK(sending.queued().size() == 1);
}

TEST_CASE("nothing leaves for a room without encryption", "[send][S-25]")
{
    Sending sending;
    const auto open = *RoomId::parse(u"!open:example.org"_s);
    const QJsonArray state{events::member(sending.account.own.user.toString(), u"join"_s, u"Erika"_s)};
    const QJsonObject joined{{open.toString(), QJsonObject{{u"state"_s, QJsonObject{{u"events"_s, state}}}}}};
    REQUIRE(sending.account.apply({{u"rooms"_s, QJsonObject{{u"join"_s, joined}}}}));
    sending.service->sendText(open, u"im Klartext"_s);
    REQUIRE(runUntil([&] { return sending.account.queue->messages(open)->first().state == QueuedMessage::State::Failed; }));
    CHECK(sending.account.queue->messages(open)->first().failure == static_cast<int>(ErrorCode::NotEncrypted));
    CHECK(sending.puts().empty());
}

TEST_CASE("all members are loaded before the first message, and only once", "[send][S-23]")
{
    Sending sending;
    sending.service->sendText(SyncedAccount::room, u"eins"_s);
    sending.service->sendText(SyncedAccount::room, u"zwei"_s);
    REQUIRE(runUntil([&] { return sending.puts().size() == 2; }));
    CHECK(sending.server.count("GET", u"/_matrix/client/v3/rooms/*/members"_s) == 1);
    CHECK(sending.account.record().memberList == MemberList::Complete);
}
