#include "core/api/endpoints/AccountData.h"
#include "core/api/endpoints/Login.h"
#include "core/api/endpoints/Profile.h"
#include "core/api/endpoints/Rooms.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const auto alice = UserId::parse(u"@alice:x.de"_s).value();
const auto room = RoomId::parse(u"!a/b?c:x.de"_s).value();
const Timestamp now{1'000'000};

template <typename T>
Result<T> read(const Endpoint<T>& endpoint, const QByteArray& body)
{
    return endpoint.parse(withJsonPadding(body));
}

QJsonObject bodyOf(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray plain(const std::shared_ptr<const crypto::SecretBytes>& secret)
{
    return secret ? secret->bytes().toByteArray() : QByteArray("null");
}

} // namespace

TEST_CASE("every piece of a path is percent-encoded")
{
    CHECK(pathSegment(u"!a/b?c#d%e f:x.de"_s) == u"%21a%2Fb%3Fc%23d%25e%20f%3Ax.de"_s);
    CHECK(pathSegment(u".."_s) == u".."_s); // no identifier is like that; transaction ids and types never start with a dot
    CHECK(pathSegment(u"ä€😀"_s) == u"%C3%A4%E2%82%AC%F0%9F%98%80"_s);
    const auto send = endpoints::sendEvent(room, u"m.room/../x"_s, u"t?1"_s, "{}");
    CHECK(send.path == u"/_matrix/client/v3/rooms/"_s + pathSegment(room.toString()) + u"/send/m.room%2F..%2Fx/t%3F1"_s);
    CHECK(endpoints::profile(alice).path == u"/_matrix/client/v3/profile/%40alice%3Ax.de"_s);
    CHECK(endpoints::accountData(alice, u"a/b"_s).path == u"/_matrix/client/v3/user/%40alice%3Ax.de/account_data/a%2Fb"_s);
}

TEST_CASE("a path goes below the server's address with one slash in between")
{
    for (const auto& base : {u"https://x.de"_s, u"https://x.de/"_s, u"https://x.de//"_s, u"https://x.de/?a=b#c"_s})
        CHECK(urlBelow(QUrl(base), u"/_matrix/%2Fa?b=c%26"_s).toEncoded() == "https://x.de/_matrix/%2Fa?b=c%26");
    CHECK(urlBelow(QUrl(u"https://x.de:8448/p%2Fq/"_s), u"/a"_s).toEncoded() == "https://x.de:8448/p%2Fq/a");
}

TEST_CASE("a login names user, device and wish for a refresh token, and is never repeated by itself")
{
    const auto first = endpoints::loginWithPassword(u"alice"_s, u"pass \"word"_s, {}, u"TIM"_s, now);
    CHECK(first.method == "POST");
    CHECK(first.retry == Retry::Never);
    CHECK(first.token == Endpoint<LoginAnswer>::Token::None);
    CHECK(bodyOf(first.body) == QJsonObject{{u"type"_s, u"m.login.password"_s},
                                            {u"identifier"_s, QJsonObject{{u"type"_s, u"m.id.user"_s}, {u"user"_s, u"alice"_s}}},
                                            {u"password"_s, u"pass \"word"_s},
                                            {u"initial_device_display_name"_s, u"TIM"_s},
                                            {u"refresh_token"_s, true}});
    const auto again = endpoints::loginWithToken(u"tok"_s, DeviceId::parse(u"DEV"_s).value(), u"TIM"_s, now);
    CHECK(bodyOf(again.body)[u"device_id"_s].toString() == u"DEV"_s);
    CHECK(bodyOf(again.body)[u"token"_s].toString() == u"tok"_s);
}

TEST_CASE("a login's answer must name user, device and token")
{
    const auto endpoint = endpoints::loginWithPassword(u"a"_s, u"b"_s, {}, u"c"_s, now);
    const auto whole =
        read(endpoint,
             R"({"user_id":"@alice:x.de","device_id":"DEV","access_token":"at","refresh_token":"rt","expires_in_ms":300000})");
    REQUIRE(whole);
    CHECK(whole->user == alice);
    CHECK(whole->device.toString() == u"DEV"_s);
    CHECK(plain(whole->tokens.access) == "at");
    CHECK(plain(whole->tokens.refresh) == "rt");
    CHECK(whole->tokens.expiresAt == Timestamp{1'300'000});

    const auto least = read(endpoint, R"({"user_id":"@alice:x.de","device_id":"DEV","access_token":"at"})");
    REQUIRE(least);
    CHECK(!least->tokens.refresh);
    CHECK(least->tokens.expiresAt == Timestamp{});

    for (const char* bad : {R"({})", R"([])", R"({"user_id":"alice","device_id":"DEV","access_token":"at"})",
                            R"({"user_id":"@alice:x.de","access_token":"at"})", R"({"user_id":"@alice:x.de","device_id":"DEV"})",
                            R"({"user_id":"@alice:x.de","device_id":"DEV","access_token":""})",
                            R"({"user_id":"@alice:x.de","device_id":"DEV","access_token":7})"}) {
        INFO(bad);
        CHECK(!read(endpoint, bad));
    }
}

TEST_CASE("a refresh without a new refresh token leaves the old one to its owner")
{
    const auto endpoint = endpoints::refresh(crypto::SecretBytes::fromBytes("old"), now);
    CHECK(bodyOf(endpoint.body) == QJsonObject{{u"refresh_token"_s, u"old"_s}});
    CHECK(endpoint.token == Endpoint<Tokens>::Token::None);
    CHECK(endpoint.retry == Retry::Never);
    const auto tokens = read(endpoint, R"({"access_token":"at","expires_in_ms":-5})");
    REQUIRE(tokens);
    CHECK(!tokens->refresh);
    CHECK(tokens->expiresAt == Timestamp{});
    CHECK(!read(endpoint, R"({"refresh_token":"rt"})"));
}

TEST_CASE("the server's own description gives its address or nothing")
{
    CHECK(endpoints::parseWellKnown(R"({"m.homeserver":{"base_url":"https://m.x.de"},"m.identity_server":{}})") ==
          u"https://m.x.de"_s);
    for (const char* bad : {"", "{}", "[]", "<html>", R"({"m.homeserver":"https://x"})", R"({"m.homeserver":{"base_url":7}})",
                            R"({"m.homeserver":{"base_url":""}})"})
        CHECK(!endpoints::parseWellKnown(bad));
    CHECK(!endpoints::parseWellKnown("{\"m.homeserver\":{\"base_url\":\"https://m.x.de\"},\"x\":\"" + QByteArray(64 * 1024, 'x') +
                                     "\"}"));
}

TEST_CASE("the ways of login are read, and unknown ones are no obstacle")
{
    const auto flows = read(endpoints::loginFlows(), R"({"flows":[{"type":"m.login.password"},{"type":"org.new"},7,{},
        {"type":"m.login.sso","identity_providers":[{"id":"p","name":"Provider"},{"id":"q"}]}]})");
    REQUIRE(flows);
    CHECK(flows->password);
    CHECK(flows->sso);
    CHECK(!flows->token);
    REQUIRE(flows->providers.size() == 2);
    CHECK(flows->providers[0].name == u"Provider"_s);
    const auto none = read(endpoints::loginFlows(), "{}");
    REQUIRE(none);
    CHECK(!(none->password || none->sso || none->token));
    CHECK(read(endpoints::versions(), R"({"versions":["v1.1","v1.11"]})") == QStringList{u"v1.1"_s, u"v1.11"_s});
    CHECK(!read(endpoints::versions(), R"({"versions":[]})"));
    CHECK(!read(endpoints::versions(), "{}"));
}

TEST_CASE("the way back from the browser survives inside the address that leads to it")
{
    const QUrl back(u"http://127.0.0.1:4711/path?state=a%26b+c"_s);
    const QUrl url = endpoints::ssoRedirect(QUrl(u"https://m.x.de/"_s), u"oidc-a/b"_s, back);
    CHECK(url.toEncoded().toStdString() == "https://m.x.de/_matrix/client/v3/login/sso/redirect/oidc-a%2Fb"
                                           "?redirectUrl=http%3A%2F%2F127.0.0.1%3A4711%2Fpath%3Fstate%3Da%2526b%2Bc");
    CHECK(endpoints::ssoRedirect(QUrl(u"https://m.x.de"_s), {}, back).path() == u"/_matrix/client/v3/login/sso/redirect"_s);
}

TEST_CASE("a page of history gives raw events, their senders' members and the way back")
{
    const auto endpoint = endpoints::messages(room, u"t1&2"_s, 50);
    CHECK(endpoint.path.contains(u"dir=b&limit=50&from=t1%262&filter=%7B%22lazy_load_members%22%3Atrue%7D"_s));
    const auto page = read(endpoint, R"({"start":"t1","end":"t\u00e4","chunk":[{"a":1},{"b":2}],"state":[{"c":3}]})");
    REQUIRE(page);
    CHECK(page->events == std::vector<std::string_view>{R"({"a":1})", R"({"b":2})"});
    CHECK(page->state == std::vector<std::string_view>{R"({"c":3})"});
    CHECK(page->end == u"tä"_s);
    const auto last = read(endpoint, R"({"start":"t1","chunk":[]})");
    REQUIRE(last);
    CHECK(last->end.isEmpty());
    CHECK(!read(endpoint, R"({"chunk":{}})"));
    CHECK(!read(endpoint, "[]"));
    CHECK(!read(endpoint, "<html>"));
}

TEST_CASE("what must happen once is sent once, what is safe to repeat says so")
{
    CHECK(endpoints::createRoom({}).retry == Retry::Never);
    CHECK(endpoints::sendEvent(room, u"m.room.encrypted"_s, u"t1"_s, "{}").retry == Retry::Idempotent);
    CHECK(endpoints::sendEvent(room, u"m.room.encrypted"_s, u"t1"_s, "{}").method == "PUT");
    CHECK(endpoints::leaveRoom(room).retry == Retry::Idempotent);
    CHECK(endpoints::members(room).retry == Retry::Idempotent);
    CHECK(read(endpoints::createRoom({}), R"({"room_id":"!new:x.de"})").value().toString() == u"!new:x.de"_s);
    CHECK(!read(endpoints::createRoom({}), R"({"room_id":"new"})"));
    CHECK(!read(endpoints::sendEvent(room, u"m"_s, u"t"_s, "{}"), R"({})"));
    CHECK(bodyOf(endpoints::invite(room, alice).body) == QJsonObject{{u"user_id"_s, u"@alice:x.de"_s}});
}

TEST_CASE("members come as raw events")
{
    CHECK(read(endpoints::members(room), R"({"chunk":[{"a":1}]})").value().events == std::vector<std::string_view>{R"({"a":1})"});
    CHECK(!read(endpoints::members(room), "[]"));
    CHECK(!read(endpoints::members(room), R"({"chunk":7})"));
    CHECK(!read(endpoints::members(room), "{}")); // would look like a room without people
}
