#include "core/api/endpoints/Login.h"
#include "core/session/TokenRefresher.h"
#include "core/store/SessionStore.h"
#include "tests/core/session/ManualClock.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"
#include "tests/support/TemporaryDatabase.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const crypto::SecretBytes> secret(const QByteArray& text)
{
    return std::make_shared<const crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text));
}

QByteArray textOf(const std::shared_ptr<const crypto::SecretBytes>& token)
{
    return token ? token->bytes().toByteArray() : QByteArray();
}

const auto endedToken = FakeHomeserver::errcode(401, u"M_UNKNOWN_TOKEN"_s);
const auto softLogout = FakeHomeserver::errcode(401, u"M_UNKNOWN_TOKEN"_s, {{u"soft_logout"_s, true}});
const auto newPair = FakeHomeserver::json(R"({"access_token":"access 2","refresh_token":"refresh 2","expires_in_ms":300000})");
const QString refreshPath = u"/_matrix/client/v3/refresh"_s;
const QString whoAmIPath = u"/_matrix/client/v3/account/whoami"_s;
const auto me = FakeHomeserver::json(R"({"user_id":"@anna:example.org","device_id":"ANNA"})");

struct Fixture {
    TemporaryDatabase database;
    SessionStore store{*database};
    FakeHomeserver server;
    ManualClock clock;
    QUrl baseUrl{u"https://m.example"_s};
    QObject context;

    explicit Fixture(const char* refresh = "refresh 1")
    {
        const Tokens tokens{
            .access = secret("access 1"), .refresh = refresh ? secret(refresh) : nullptr, .expiresAt = {clock.time.ms + 300'000}};
        REQUIRE(store.save({.user = *UserId::parse(u"@anna:example.org"),
                            .device = *DeviceId::parse(u"ANNA"),
                            .deviceName = {},
                            .serverName = u"example.org"_s,
                            .baseUrl = baseUrl},
                           tokens));
        server.on("POST", refreshPath, {newPair});
    }
    std::unique_ptr<TokenRefresher> load()
    {
        auto tokens = std::make_unique<TokenRefresher>(server, baseUrl, store, clock);
        REQUIRE(tokens->load());
        return tokens;
    }
    Result<> renew(TokenRefresher& tokens, ErrorCode code = ErrorCode::Unauthorized)
    {
        std::optional<Result<>> result;
        const QByteArray used = tokens.accessToken();
        tokens.renew(used, fail(code).error(), &context, [&](const Result<>& renewed) { result = renewed; });
        CHECK_FALSE(result);
        REQUIRE(runUntil([&] { return result.has_value(); }));
        runAll();
        return *result;
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "a refused token is renewed, and the new pair is stored")
{
    const auto tokens = load();
    CHECK(renew(*tokens));
    CHECK(tokens->accessToken() == "access 2");
    CHECK(textOf(store.tokens()->access) == "access 2");
    CHECK(textOf(store.tokens()->refresh) == "refresh 2");
    CHECK(store.tokens()->expiresAt.ms == clock.time.ms + 300'000);
    const auto& request = server.requests().at(0);
    CHECK(request.accessToken.isEmpty());
    CHECK(QJsonDocument::fromJson(request.body).object().value("refresh_token"_L1) == u"refresh 1"_s);
}

TEST_CASE_METHOD(Fixture, "fifty requests that are refused at once share one refresh")
{
    const auto tokens = load();
    server.on("GET", whoAmIPath, std::vector<FakeHomeserver::Answer>(50, endedToken));
    server.on("POST", refreshPath, {FakeHomeserver::held(newPair)});
    Api api(server, baseUrl, tokens.get());
    int answered = 0;
    for (int i = 0; i < 50; ++i)
        api.call<WhoAmI>(endpoints::whoAmI(), &context, [&](const Result<WhoAmI>& answer) { answered += answer ? 1 : 1000; });
    REQUIRE(runUntil([&] { return server.heldCount() > 0; }));
    runAll();
    server.on("GET", whoAmIPath, {me});
    server.release();
    REQUIRE(runUntil([&] { return answered >= 50; }));
    CHECK(answered == 50);
    CHECK(server.count("POST", refreshPath) == 1);
    CHECK(server.requests().back().accessToken == "access 2");
}

TEST_CASE_METHOD(Fixture, "who was refused with the token of before is told at once that there is another one")
{
    const auto tokens = load();
    REQUIRE(renew(*tokens));
    std::optional<Result<>> result;
    tokens->renew("access 1", fail(ErrorCode::Unauthorized).error(), &context,
                  [&](const Result<>& renewed) { result = renewed; });
    REQUIRE(runUntil([&] { return result.has_value(); }));
    CHECK(*result);
    CHECK(server.count("POST", refreshPath) == 1);
}

TEST_CASE_METHOD(Fixture, "a new pair is on disk before anybody can use it")
{
    const auto tokens = load();
    server.on("POST", refreshPath, {FakeHomeserver::held(newPair)});
    std::unique_ptr<TemporaryDatabase> asKilled;
    tokens->renew("access 1", fail(ErrorCode::Unauthorized).error(), &context,
                  [&](const Result<>&) { asKilled = database.killed(); });
    REQUIRE(runUntil([&] { return server.heldCount() == 1; }));
    CHECK(tokens->accessToken() == "access 1");
    server.release();
    REQUIRE(runUntil([&] { return asKilled != nullptr; }));
    SessionStore later(**asKilled);
    CHECK(textOf(later.tokens()->access) == "access 2");
}

TEST_CASE_METHOD(Fixture, "a crash between the answer and its commit leaves a session that goes on")
{
    auto tokens = load();
    server.on("POST", refreshPath, {FakeHomeserver::held(newPair)});
    tokens->renew("access 1", fail(ErrorCode::Unauthorized).error(), &context, [](const Result<>&) {});
    REQUIRE(runUntil([&] { return server.heldCount() == 1; }));
    const auto asKilled = database.killed(); // the server has made the new pair; the answer is never read
    SessionStore later(**asKilled);
    TokenRefresher next(server, baseUrl, later, clock);
    REQUIRE(next.load());
    server.on("POST", refreshPath, {newPair});
    CHECK(renew(next));
    CHECK(QJsonDocument::fromJson(server.requests().back().body).object().value("refresh_token"_L1) == u"refresh 1"_s);
    CHECK(next.accessToken() == "access 2");
}

TEST_CASE_METHOD(Fixture, "a pair that cannot be stored is not used")
{
    const auto tokens = load();
    REQUIRE(database->run("CREATE TRIGGER full BEFORE INSERT ON values_by_key BEGIN SELECT RAISE(ABORT, 'full'); END"));
    const auto renewed = renew(*tokens);
    REQUIRE_FALSE(renewed);
    CHECK(renewed.error().code == ErrorCode::Storage);
    CHECK(tokens->accessToken() == "access 1");
    REQUIRE(database->run("DROP TRIGGER full"));
    CHECK(renew(*tokens)); // the refresh token of before still works
    CHECK(tokens->accessToken() == "access 2");
}

TEST_CASE_METHOD(Fixture, "a lost answer is asked for once more with the same token")
{
    const auto tokens = load();
    server.on("POST", refreshPath, {FakeHomeserver::failure(ErrorCode::Network), newPair});
    CHECK(renew(*tokens));
    CHECK(server.count("POST", refreshPath) == 2);

    server.on("POST", refreshPath, {FakeHomeserver::failure(ErrorCode::Timeout)});
    const auto failed = renew(*tokens);
    CHECK(failed.error().code == ErrorCode::Timeout);
    CHECK(server.count("POST", refreshPath) == 4);
    CHECK(textOf(store.tokens()->refresh) == "refresh 2"); // nobody is logged out by a bad network
}

TEST_CASE_METHOD(Fixture, "an answer without a new refresh token leaves the old one")
{
    const auto tokens = load();
    server.on("POST", refreshPath, {FakeHomeserver::json(R"({"access_token":"access 2"})")});
    CHECK(renew(*tokens));
    CHECK(textOf(store.tokens()->refresh) == "refresh 1");
}

TEST_CASE_METHOD(Fixture, "a server in trouble does not end the session")
{
    const auto tokens = load();
    bool ended = false;
    QObject::connect(tokens.get(), &TokenRefresher::ended, &context, [&] { ended = true; });
    for (const auto& answer : {FakeHomeserver::json("{}", 500), FakeHomeserver::json("nonsense"), FakeHomeserver::json("{}", 404),
                               FakeHomeserver::html("login"), FakeHomeserver::errcode(429, u"M_LIMIT_EXCEEDED"_s)}) {
        server.on("POST", refreshPath, {answer});
        const auto renewed = renew(*tokens);
        REQUIRE_FALSE(renewed);
        const auto code = renewed.error().code;
        CHECK((code == ErrorCode::Server || code == ErrorCode::Network || code == ErrorCode::RateLimited));
    }
    CHECK_FALSE(ended);
    CHECK(tokens->accessToken() == "access 1");
}

TEST_CASE_METHOD(Fixture, "a refused refresh ends the session, softly only if the server says so")
{
    struct Case {
        ErrorCode refusal;
        FakeHomeserver::Answer answer;
        ErrorCode expected;
    };
    for (const auto& one :
         {Case{ErrorCode::Unauthorized, endedToken, ErrorCode::Unauthorized},
          Case{ErrorCode::Unauthorized, FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s), ErrorCode::Unauthorized},
          Case{ErrorCode::Unauthorized, softLogout, ErrorCode::SoftLoggedOut},
          Case{ErrorCode::SoftLoggedOut, endedToken, ErrorCode::SoftLoggedOut}}) {
        const auto tokens = load();
        QList<Error> ends;
        QObject::connect(tokens.get(), &TokenRefresher::ended, &context, [&](const Error& error) { ends.append(error); });
        server.on("POST", refreshPath, {one.answer});
        CHECK(renew(*tokens, one.refusal).error().code == one.expected);
        REQUIRE(ends.size() == 1);
        CHECK(ends.first().code == one.expected);
        CHECK(tokens->accessToken().isEmpty());
        const auto asked = server.requests().size();
        CHECK(renew(*tokens).error().code == one.expected); // once more: nobody is asked
        CHECK(server.requests().size() == asked);
        CHECK(ends.size() == 1);
    }
}

TEST_CASE("a session without refresh token ends with its access token")
{
    Fixture fixture(nullptr);
    const auto tokens = fixture.load();
    std::optional<Error> ended;
    QObject::connect(tokens.get(), &TokenRefresher::ended, &fixture.context, [&](const Error& error) { ended = error; });
    CHECK(fixture.renew(*tokens, ErrorCode::SoftLoggedOut).error().code == ErrorCode::SoftLoggedOut);
    REQUIRE(ended);
    CHECK(ended->code == ErrorCode::SoftLoggedOut);
    CHECK(fixture.server.requests().empty());
}

TEST_CASE_METHOD(Fixture, "a token is renewed before it ends, and a failure then ends nothing")
{
    REQUIRE(
        store.saveTokens({.access = secret("access 1"), .refresh = secret("refresh 1"), .expiresAt = {clock.time.ms + 2'100}}));
    server.on("POST", refreshPath, {endedToken});
    const auto tokens = load(); // half of 2.1 s
    bool ended = false;
    QObject::connect(tokens.get(), &TokenRefresher::ended, &context, [&] { ended = true; });
    REQUIRE(runUntil([&] { return server.count("POST", refreshPath) == 1; }));
    runAll();
    CHECK_FALSE(ended);
    CHECK(tokens->accessToken() == "access 1"); // still good until somebody refuses it
}

TEST_CASE_METHOD(Fixture, "who stops waiting is not called")
{
    const auto tokens = load();
    server.on("POST", refreshPath, {FakeHomeserver::held(newPair)});
    auto impatient = std::make_unique<QObject>();
    bool called = false;
    tokens->renew("access 1", fail(ErrorCode::Unauthorized).error(), impatient.get(), [&](const Result<>&) { called = true; });
    REQUIRE(runUntil([&] { return server.heldCount() == 1; }));
    impatient.reset();
    server.release();
    REQUIRE(runUntil([&] { return tokens->accessToken() == "access 2"; }));
    runAll();
    CHECK_FALSE(called);
}
