// How a session ends: by the server, softly or not, and by the person.
#include "core/session/SessionParts.h"
#include "tests/core/session/AccountFixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;
using namespace Qt::StringLiterals;
using Phase = AccountState::Phase;

namespace {

struct LoggedIn : AccountFixture {
    LoggedIn()
    {
        logIn();
        REQUIRE(account->session()->parts().accountData.save("m.test", R"({"kept":true})"));
        takePhases();
    }
    // The long poll is answered with `answer`, and so is everything after it.
    void sessionEnds(const FakeHomeserver::Answer& answer)
    {
        serverSays("GET", u"/sync"_s, {answer});
        serverSays("POST", u"/refresh"_s, {answer});
        server.release();
        REQUIRE(reaches(Phase::NeedsLogin));
        REQUIRE(runUntil([&] { return state().offer.has_value(); }));
    }
    void serverWorksAgain()
    {
        serverSays("GET", u"/sync"_s,
                   {FakeHomeserver::json(R"({"next_batch":"s3"})"), FakeHomeserver::held(FakeHomeserver::json("{}"))});
    }
    [[nodiscard]] QJsonObject lastLogin() const
    {
        for (auto request = server.requests().rbegin(); request != server.requests().rend(); ++request) {
            if (request->method == "POST" && request->url.path().endsWith("/login"_L1))
                return QJsonDocument::fromJson(request->body).object();
        }
        return {};
    }
    [[nodiscard]] bool isKept() const
    {
        return account->session()->parts().accountData.content("m.test") == QByteArray(R"({"kept":true})");
    }
};

} // namespace

TEST_CASE_METHOD(LoggedIn, "after a soft logout one logs in again in place, on the same device")
{
    const auto key = account->session()->parts().machine->curve25519();
    sessionEnds(softLogout);
    CHECK(error() == ErrorCode::SoftLoggedOut);
    CHECK(signalsSeen == QStringList{u"ready"_s, u"ending"_s});
    CHECK(account->session() == nullptr);
    CHECK(state().user == *UserId::parse(u"@anna:example.org"));
    CHECK(state().offer->baseUrl == QUrl(u"https://m.example.org"_s));

    serverWorksAgain();
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    CHECK(lastLogin().value("device_id"_L1) == u"ANNA"_s);
    CHECK(account->session()->parts().machine->curve25519() == key);
    CHECK(isKept());
    CHECK(account->session()->parts().processor.nextBatch() == u"s2");
}

TEST_CASE_METHOD(LoggedIn, "after a hard logout everything is kept, and the next login is another device")
{
    const auto key = account->session()->parts().machine->curve25519();
    sessionEnds(hardLogout);
    CHECK(error() == ErrorCode::Unauthorized);
    CHECK(QFile::exists(databaseFile()));

    serverWorksAgain();
    serverSays("POST", u"/login"_s,
               {FakeHomeserver::json(R"({"user_id":"@anna:example.org","device_id":"ANNA2","access_token":"access 2"})")});
    serverSays("GET", u"/account/whoami"_s, {FakeHomeserver::json(R"({"user_id":"@anna:example.org","device_id":"ANNA2"})")});
    const auto uploads = count("POST", u"/keys/upload"_s);
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    CHECK_FALSE(lastLogin().contains("device_id"_L1));
    CHECK(account->session()->parts().machine->device() == *DeviceId::parse(u"ANNA2"));
    CHECK(account->session()->parts().machine->curve25519() != key);
    CHECK(*account->session()->parts().machine->ownIdentity() == OwnIdentityStatus::Verified);
    CHECK(count("POST", u"/keys/upload"_s) > uploads);
    CHECK(count("POST", u"/keys/device_signing/upload"_s) == 1); // the identity is the one of before
    CHECK(count("POST", u"/keys/signatures/upload"_s) == 2);     // and signs the new device
    CHECK(isKept());
}

TEST_CASE_METHOD(LoggedIn, "who has to log in again still has to after a restart")
{
    const bool softly = GENERATE(true, false);
    sessionEnds(softly ? softLogout : hardLogout);
    start();
    open();
    CHECK(state().phase == Phase::NeedsLogin);
    REQUIRE(runUntil([&] { return state().offer.has_value(); }));
    serverWorksAgain();
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    CHECK(lastLogin().contains("device_id"_L1) == softly);
    CHECK(isKept());
}

TEST_CASE_METHOD(LoggedIn, "nobody else is let into the chats of before")
{
    sessionEnds(softLogout);
    serverSays("POST", u"/login"_s,
               {FakeHomeserver::json(R"({"user_id":"@eve:example.org","device_id":"EVE","access_token":"x"})")});
    account->logInWithPassword(u"eve"_s, u"secret"_s);
    REQUIRE(runUntil([&] { return error() == ErrorCode::WrongAccount; }));
    CHECK(state().phase == Phase::NeedsLogin);
    CHECK(state().user == *UserId::parse(u"@anna:example.org"));
    CHECK(QFile::exists(databaseFile()));
}

TEST_CASE_METHOD(LoggedIn, "the server of a session never moves, whatever is typed")
{
    sessionEnds(softLogout);
    const auto before = server.requests().size();
    account->discover(u"https://evil.example"_s);
    REQUIRE(runUntil([&] { return state().offer.has_value(); }));
    for (size_t i = before; i < server.requests().size(); ++i)
        CHECK(server.requests()[i].url.host() == u"m.example.org");
}

TEST_CASE_METHOD(LoggedIn, "a server that cannot be asked how to log in again is asked later")
{
    server.on("GET", u"/_matrix/client/versions"_s, {noConnection});
    serverSays("GET", u"/sync"_s, {softLogout});
    serverSays("POST", u"/refresh"_s, {softLogout});
    server.release();
    REQUIRE(reaches(Phase::NeedsLogin));
    runAll();
    CHECK_FALSE(state().offer);
    CHECK(error() == ErrorCode::SoftLoggedOut); // why the session ended says more
    account->discover({});
    REQUIRE(runUntil([&] { return error() == ErrorCode::Network; }));
    CHECK(state().phase == Phase::NeedsLogin);
    server.on("GET", u"/_matrix/client/versions"_s, {FakeHomeserver::json(R"({"versions":["v1.11"]})")});
    account->discover({});
    REQUIRE(runUntil([&] { return state().offer.has_value(); }));
}

TEST_CASE_METHOD(LoggedIn, "a device that the server has forgotten in the meantime is published again")
{
    const auto uploads = count("POST", u"/keys/upload"_s);
    sessionEnds(softLogout);
    serverWorksAgain();
    account->logInWithPassword(u"anna"_s, u"secret"_s); // the list of own devices is empty
    REQUIRE(reaches(Phase::Ready));
    CHECK(count("POST", u"/keys/upload"_s) == uploads + 1);
    CHECK(count("POST", u"/keys/signatures/upload"_s) == 2);
}

TEST_CASE_METHOD(LoggedIn, "a logout removes everything local and tells the server")
{
    account->logOut();
    CHECK(state().phase == Phase::Closed);
    CHECK(state().user.isEmpty());
    CHECK(signalsSeen == QStringList{u"ready"_s, u"ending"_s, u"erased"_s});
    CHECK(QDir(folder.filePath(u"profile"_s)).entryList(QDir::Files) == QStringList{u"profile.lock"_s});
    REQUIRE(runUntil([&] { return count("POST", u"/logout"_s) == 1; }));
    CHECK(server.requests().back().accessToken == "access 1");

    keyByte = 'n'; // the key of before is gone from the key store, too
    open();
    CHECK(state().phase == Phase::LoggedOut);
    runAll();
    start();
    open();
    runAll();
    CHECK(count("POST", u"/logout"_s) == 1); // the server knows
}

TEST_CASE_METHOD(LoggedIn, "a logout without a network is told to the server at the next start, before anything else")
{
    serverSays("POST", u"/logout"_s, {noConnection});
    account->logOut();
    REQUIRE(runUntil([&] { return count("POST", u"/logout"_s) == 1; }));
    runAll();
    CHECK_FALSE(QFile::exists(databaseFile()));
    keyByte = 'n';
    open();
    CHECK(state().phase == Phase::LoggedOut);
    REQUIRE(runUntil([&] { return count("POST", u"/logout"_s) >= 1; }));
    runAll();

    start();
    const auto before = server.requests().size();
    serverSays("POST", u"/logout"_s, {FakeHomeserver::json("{}")});
    open();
    CHECK(state().phase == Phase::LoggedOut);
    REQUIRE(runUntil([&] { return server.requests().size() > before; }));
    CHECK(server.requests().at(before).url.path().endsWith("/logout"_L1));
    CHECK(server.requests().at(before).accessToken == "access 1");
    runAll();
    start();
    open();
    runAll();
    CHECK(server.requests().size() == before + 1); // once is enough
}

TEST_CASE_METHOD(LoggedIn, "who has to log in again can leave instead")
{
    sessionEnds(hardLogout);
    account->logOut();
    CHECK(state().phase == Phase::Closed);
    CHECK_FALSE(QFile::exists(databaseFile()));
    runAll();
    CHECK(count("POST", u"/logout"_s) == 0); // there is no session any more to end
}

TEST_CASE_METHOD(LoggedIn, "an access token that has run out is renewed without anybody noticing")
{
    serverSays("POST", u"/refresh"_s, {FakeHomeserver::json(R"({"access_token":"access 2","refresh_token":"refresh 2"})")});
    serverSays("GET", u"/sync"_s, {softLogout, FakeHomeserver::held(FakeHomeserver::json(R"({"next_batch":"s9"})"))});
    server.release();
    REQUIRE(runUntil([&] { return server.heldCount() == 1; }));
    CHECK(server.requests().back().accessToken == "access 2");
    CHECK(state().phase == Phase::Ready);
    CHECK(count("POST", u"/refresh"_s) == 1);
}

TEST_CASE_METHOD(LoggedIn, "a service that goes with an open session lets others go first")
{
    stop();
    CHECK(signalsSeen == QStringList{u"ready"_s, u"ending"_s});
}
