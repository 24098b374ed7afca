#include "core/session/LoginJob.h"
#include "tests/core/session/ManualClock.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"
#include "tests/support/TemporaryDatabase.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QString loginPath = u"/_matrix/client/v3/login"_s;
const QString logoutPath = u"/_matrix/client/v3/logout"_s;
const QString whoAmIPath = u"/_matrix/client/v3/account/whoami"_s;

FakeHomeserver::Answer loginAs(const QByteArray& user, const QByteArray& device = "ANNA")
{
    return FakeHomeserver::json(R"({"user_id":")" + user + R"(","device_id":")" + device +
                                R"(","access_token":"secret","refresh_token":"more"})");
}
FakeHomeserver::Answer iAm(const QByteArray& user, const QByteArray& device = "ANNA")
{
    return FakeHomeserver::json(R"({"user_id":")" + user + R"(","device_id":")" + device + R"("})");
}

struct Fixture {
    TemporaryDatabase database;
    SessionStore store{*database};
    FakeHomeserver server;
    ManualClock clock;
    LoginTarget target{.baseUrl = QUrl(u"https://m.example.org"_s),
                       .serverName = u"example.org"_s,
                       .deviceName = u"Test"_s,
                       .ownName = u"example.org"_s,
                       .expectedUser = {},
                       .device = {}};

    Fixture()
    {
        server.on("POST", loginPath, {loginAs("@anna:example.org")});
        server.on("POST", logoutPath, {FakeHomeserver::json("{}")});
        server.on("GET", whoAmIPath, {iAm("@anna:example.org")});
    }
    Result<StoredSession> logIn(const QString& token = {})
    {
        std::optional<Result<StoredSession>> finished;
        auto* job = new LoginJob(server, store, clock, target);
        QObject::connect(job, &LoginJob::finished, job, [&](const auto& session) { finished = session; });
        if (token.isEmpty())
            job->startWithPassword(u"anna"_s, u"secret"_s);
        else
            job->startWithToken(token);
        REQUIRE(runUntil([&] { return finished.has_value(); }));
        runAll();
        return *finished;
    }
    std::optional<ErrorCode> failure()
    {
        const auto session = logIn();
        CHECK_FALSE(*store.session());
        return session ? std::nullopt : std::optional(session.error().code);
    }
    [[nodiscard]] QJsonObject asked() const { return QJsonDocument::fromJson(server.requests().at(0).body).object(); }
    void logsInAgain()
    {
        target.expectedUser = *UserId::parse(u"@anna:example.org");
        target.device = *DeviceId::parse(u"ANNA");
        target.ownName.clear();
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "a login with a password is checked and stored")
{
    const auto session = logIn();
    REQUIRE(session);
    CHECK(session->user == *UserId::parse(u"@anna:example.org"));
    CHECK(session->device == *DeviceId::parse(u"ANNA"));
    CHECK(session->serverName == u"example.org");
    CHECK(*store.session() == *session);
    CHECK(store.tokens()->access->bytes() == "secret");
    CHECK(asked().value("refresh_token"_L1) == true);
    CHECK_FALSE(asked().contains("device_id"_L1));
    CHECK(server.requests().at(1).accessToken == "secret"); // whoami
    CHECK(server.count("POST", logoutPath) == 0);
}

TEST_CASE_METHOD(Fixture, "a login with the browser's token")
{
    REQUIRE(logIn(u"syl_token"_s));
    CHECK(asked().value("type"_L1) == u"m.login.token"_s);
    CHECK(asked().value("token"_L1) == u"syl_token"_s);
}

TEST_CASE_METHOD(Fixture, "each refusal of a login has its own reason")
{
    server.on("POST", loginPath, {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)});
    CHECK(failure() == ErrorCode::WrongCredentials);
    CHECK(logIn(u"used before"_s).error().code == ErrorCode::SoftLoggedOut);
    server.on("POST", loginPath, {FakeHomeserver::errcode(403, u"M_USER_DEACTIVATED"_s)});
    CHECK(failure() == ErrorCode::Forbidden);
    server.on("POST", loginPath, {FakeHomeserver::errcode(429, u"M_LIMIT_EXCEEDED"_s, {{u"retry_after_ms"_s, 9000}})});
    CHECK(failure() == ErrorCode::RateLimited);
    server.on("POST", loginPath, {FakeHomeserver::json("{}", 500)});
    CHECK(failure() == ErrorCode::Server);
    server.on("POST", loginPath, {FakeHomeserver::failure(ErrorCode::Network)});
    CHECK(failure() == ErrorCode::Network);
    server.on("POST", loginPath, {FakeHomeserver::json(R"({"user_id":"nobody"})")});
    CHECK(failure() == ErrorCode::Protocol);
    CHECK(server.count("POST", logoutPath) == 0);
}

TEST_CASE_METHOD(Fixture, "a login for somebody else is revoked and nothing of it kept")
{
    SECTION("of another server than the chosen one")
    {
        server.on("POST", loginPath, {loginAs("@anna:evil.example")});
        server.on("GET", whoAmIPath, {iAm("@anna:evil.example")});
    }
    SECTION("the token is somebody else's")
    {
        server.on("GET", whoAmIPath, {iAm("@bert:example.org")});
    }
    SECTION("the token is another device's")
    {
        server.on("GET", whoAmIPath, {iAm("@anna:example.org", "OTHER")});
    }
    CHECK(failure() == ErrorCode::WrongAccount);
    CHECK(server.count("POST", logoutPath) == 1);
    CHECK(server.requests().back().accessToken == "secret");
}

TEST_CASE_METHOD(Fixture, "a login that cannot be checked or stored is revoked")
{
    server.on("GET", whoAmIPath, {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)});
    CHECK(failure() == ErrorCode::Forbidden);
    CHECK(server.count("POST", logoutPath) == 1);
    server.on("GET", whoAmIPath, {iAm("@anna:example.org")});
    REQUIRE(database->run("CREATE TRIGGER full BEFORE INSERT ON values_by_key BEGIN SELECT RAISE(ABORT, 'full'); END"));
    CHECK(failure() == ErrorCode::Storage);
    CHECK(server.count("POST", logoutPath) == 2);
}

TEST_CASE_METHOD(Fixture, "somebody logs in again on the same device")
{
    logsInAgain();
    REQUIRE(logIn());
    CHECK(asked().value("device_id"_L1) == u"ANNA"_s);
}

TEST_CASE_METHOD(Fixture, "nobody else is let into an existing profile")
{
    logsInAgain();
    SECTION("another user")
    {
        server.on("POST", loginPath, {loginAs("@bert:example.org")});
        server.on("GET", whoAmIPath, {iAm("@bert:example.org")});
    }
    SECTION("another device")
    {
        server.on("POST", loginPath, {loginAs("@anna:example.org", "OTHER")});
        server.on("GET", whoAmIPath, {iAm("@anna:example.org", "OTHER")});
    }
    CHECK(failure() == ErrorCode::WrongAccount);
    CHECK(server.count("POST", logoutPath) == 1);
}

TEST_CASE_METHOD(Fixture, "the device whose messages are here is never removed by a login that fails")
{
    logsInAgain();
    server.on("GET", whoAmIPath, {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)});
    CHECK(failure() == ErrorCode::Forbidden);
    CHECK(server.count("POST", logoutPath) == 0);
}

TEST_CASE_METHOD(Fixture, "a login that is given up while the server works on it is revoked")
{
    const bool duringLogin = GENERATE(true, false);
    server.on("POST", loginPath,
              {duringLogin ? FakeHomeserver::held(loginAs("@anna:example.org")) : loginAs("@anna:example.org")});
    server.on("GET", whoAmIPath, {FakeHomeserver::held(iAm("@anna:example.org"))});
    bool called = false;
    auto* job = new LoginJob(server, store, clock, target);
    QObject::connect(job, &LoginJob::finished, job, [&] { called = true; });
    job->startWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(runUntil([&] { return server.heldCount() == 1; }));
    job->abandon();
    server.release();
    REQUIRE(runUntil([&] { return server.count("POST", logoutPath) == 1; }));
    runAll();
    CHECK_FALSE(called);
    CHECK_FALSE(*store.session());
    CHECK(server.requests().back().accessToken == "secret");
}
