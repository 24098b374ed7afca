#include "core/services/rooms/InvitationService.h"
#include "core/services/rooms/NewChatService.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString base = u"/_matrix/client/v3"_s;

struct Chats {
    Chats()
    {
        server.on("POST", base + u"/createRoom"_s, {FakeHomeserver::json(R"({"room_id":"!new:example.org"})")});
        for (const auto& what : {u"invite"_s, u"leave"_s, u"forget"_s})
            server.on("POST", base + u"/rooms/*/"_s + what, {FakeHomeserver::json("{}")});
        server.on("GET", base + u"/user/*/account_data/m.direct"_s,
                  {FakeHomeserver::json(R"({"@anna:example.org":["!other:example.org"]})")});
        server.on("PUT", base + u"/user/*/account_data/m.direct"_s, {FakeHomeserver::json("{}")});
        QObject::connect(&service, &NewChatService::created, &service, [this](quint64, const RoomId& room) { created = room; });
        QObject::connect(&service, &NewChatService::failed, &service, [this](quint64, const Error& error) { failure = error; });
    }

    [[nodiscard]] QJsonObject bodyOf(const QByteArray& method, const QString& end) const
    {
        for (const auto& request : server.requests()) {
            if (request.method == method && request.url.path().endsWith(end))
                return QJsonDocument::fromJson(request.body).object();
        }
        return {};
    }

    FakeHomeserver server;
    Api api{server, QUrl(u"https://example.org"_s), nullptr};
    NewChatService service{api, *UserId::parse(u"@erika:example.org"_s)};
    const UserId practice = *UserId::parse(u"@praxis:practice.example"_s);
    RoomId created;
    std::optional<Error> failure;
};

} // namespace

TEST_CASE("a chat of two is made encrypted, without the other, who is invited afterwards and remembered", "[rooms]")
{
    Chats chats;
    chats.service.createDirect(1, chats.practice);
    REQUIRE(runUntil([&] { return !chats.created.isEmpty(); }));
    const auto body = chats.bodyOf("POST", u"/createRoom"_s);
    CHECK_FALSE(body.contains("invite"_L1));
    CHECK(QJsonDocument(body).toJson().contains("m.megolm.v1.aes-sha2"));
    CHECK(chats.bodyOf("POST", u"/invite"_s).value("user_id"_L1) == chats.practice.toString());
    const auto direct = chats.bodyOf("PUT", u"/m.direct"_s);
    CHECK(direct.value(chats.practice.toString()).toArray() == QJsonArray{u"!new:example.org"_s});
    CHECK(direct.contains("@anna:example.org"_L1));
}

TEST_CASE("a refused invitation leaves no room behind", "[rooms]")
{
    Chats chats;
    chats.server.on("POST", base + u"/rooms/*/invite"_s, {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)});
    chats.service.createDirect(1, chats.practice);
    REQUIRE(runUntil([&] { return chats.failure.has_value(); }));
    CHECK(chats.failure->code == ErrorCode::Forbidden);
    CHECK(chats.created.isEmpty());
    CHECK(chats.server.count("POST", base + u"/rooms/*/leave"_s) == 1);
    CHECK(chats.server.count("POST", base + u"/rooms/*/forget"_s) == 1);
}

TEST_CASE("m.direct that cannot be read is not overwritten", "[rooms]")
{
    Chats chats;
    chats.server.on("GET", base + u"/user/*/account_data/m.direct"_s, {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)});
    chats.service.createDirect(1, chats.practice);
    REQUIRE(runUntil([&] { return !chats.created.isEmpty(); }));
    CHECK(chats.server.count("PUT", base + u"/user/*/account_data/m.direct"_s) == 0);
}

TEST_CASE("an invitation that the server does not know yet is accepted a moment later", "[rooms]")
{
    FakeHomeserver server;
    Api api{server, QUrl(u"https://example.org"_s), nullptr};
    server.on("POST", base + u"/rooms/*/join"_s,
              {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s), FakeHomeserver::json(R"({"room_id":"!r:example.org"})")});
    server.on("POST", base + u"/join/*"_s,
              {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s), FakeHomeserver::json(R"({"room_id":"!r:example.org"})")});
    InvitationService service(api);
    bool accepted = false;
    QObject::connect(&service, &InvitationService::accepted, &service, [&] { accepted = true; });
    service.accept(*RoomId::parse(u"!r:example.org"_s));
    CHECK(runUntil([&] { return accepted; }));
    CHECK(server.requests().size() == 2);
}
