// From the first start to a session, and everything that can come in between.
#include "core/session/SessionParts.h"
#include "core/store/Database.h"
#include "tests/core/session/AccountFixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrlQuery>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;
using Phase = AccountState::Phase;

namespace {

struct Offered : AccountFixture {
    Offered()
    {
        open();
        account->discover(u"https://m.example.org"_s);
        REQUIRE(runUntil([&] { return state().offer.has_value(); }));
        takePhases();
    }
    void comeBackFromBrowser(const QByteArray& more)
    {
        const QUrl back(QUrlQuery(state().browserUrl).queryItemValue(u"redirectUrl"_s, QUrl::FullyDecoded));
        QTcpSocket socket;
        socket.connectToHost(back.host(), static_cast<quint16>(back.port()));
        REQUIRE(runUntil([&] { return socket.state() == QTcpSocket::ConnectedState; }));
        socket.write("GET " + back.path().toLatin1() + '?' + back.query().toLatin1() + more +
                     " HTTP/1.1\r\nHost: " + back.host().toLatin1() + ':' + QByteArray::number(back.port()) + "\r\n\r\n");
        REQUIRE(runUntil([&] { return socket.state() == QTcpSocket::UnconnectedState; }));
        runAll();
    }
};

} // namespace

TEST_CASE_METHOD(AccountFixture, "a first start opens an empty profile for this user alone")
{
    CHECK(account->session() == nullptr);
    open();
    CHECK(state().phase == Phase::LoggedOut);
    CHECK(state().user.isEmpty());
    CHECK(QFile::permissions(folder.filePath(u"profile"_s)).testFlags(QFile::ReadGroup | QFile::ReadOther) == false);
    CHECK((QFile::permissions(databaseFile()) & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
}

TEST_CASE_METHOD(AccountFixture, "a login with a password goes through its phases to a session")
{
    open();
    account->discover(u"https://m.example.org"_s);
    REQUIRE(runUntil([&] { return state().offer.has_value(); }));
    CHECK(state().offer->password);
    CHECK(state().offer->sso);
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    CHECK(takePhases() ==
          QList{Phase::LoggedOut, Phase::Discovering, Phase::LoggedOut, Phase::LoggingIn, Phase::Preparing, Phase::Ready});
    CHECK(signalsSeen == QStringList{u"ready"_s});
    CHECK(state().user == *UserId::parse(u"@anna:example.org"));
    CHECK(account->session() != nullptr);
    CHECK(*account->session()->parts().machine->ownIdentity() == OwnIdentityStatus::Verified);
    CHECK(count("POST", u"/keys/device_signing/upload"_s) == 1);
    CHECK(count("POST", u"/keys/signatures/upload"_s) == 1);
    REQUIRE(runUntil([&] { return count("GET", u"/sync"_s) == 2; }));
}

TEST_CASE_METHOD(AccountFixture, "the next start goes on with the session, also without a network")
{
    logIn();
    serverSays("GET", u"/sync"_s, {noConnection});
    start();
    open();
    CHECK(state().phase == Phase::Ready);
    CHECK(signalsSeen == QStringList{u"ready"_s});
    CHECK(state().user == *UserId::parse(u"@anna:example.org"));
}

TEST_CASE_METHOD(AccountFixture, "a server that is not found leaves the choice open")
{
    open();
    server.on("GET", u"/_matrix/client/versions"_s, {FakeHomeserver::json("{}", 404)});
    account->discover(u"https://m.example.org"_s);
    REQUIRE(runUntil([&] { return state().error.has_value(); }));
    CHECK(state().phase == Phase::LoggedOut);
    CHECK(error() == ErrorCode::UnknownServer);
    CHECK_FALSE(state().offer);
    server.on("GET", u"/_matrix/client/versions"_s, {FakeHomeserver::json(R"({"versions":["v1.11"]})")});
    account->discover(u"https://m.example.org"_s);
    REQUIRE(runUntil([&] { return state().offer.has_value(); }));
    CHECK_FALSE(state().error);
}

TEST_CASE_METHOD(Offered, "a wrong password can be corrected")
{
    serverSays("POST", u"/login"_s, {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)});
    account->logInWithPassword(u"anna"_s, u"wrong"_s);
    REQUIRE(runUntil([&] { return state().error.has_value(); }));
    CHECK(takePhases() == QList{Phase::LoggedOut, Phase::LoggingIn, Phase::LoggedOut});
    CHECK(error() == ErrorCode::WrongCredentials);
    CHECK(state().offer); // the form stays
    CHECK(account->session() == nullptr);
}

TEST_CASE_METHOD(Offered, "a login for another account than the server says it is ends in nothing")
{
    serverSays("GET", u"/account/whoami"_s, {FakeHomeserver::json(R"({"user_id":"@eve:example.org","device_id":"ANNA"})")});
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(runUntil([&] { return state().error.has_value(); }));
    CHECK(error() == ErrorCode::WrongAccount);
    CHECK(state().phase == Phase::LoggedOut);
    CHECK(count("POST", u"/logout"_s) == 1);
}

TEST_CASE_METHOD(Offered, "a login in the browser goes through its phases to a session")
{
    account->logInWithBrowser(u"tk"_s);
    CHECK(state().phase == Phase::WaitingForBrowser);
    CHECK(state().browserUrl.path().endsWith("/login/sso/redirect/tk"_L1));
    comeBackFromBrowser("&loginToken=syl_1");
    REQUIRE(reaches(Phase::Ready));
    CHECK(takePhases() == QList{Phase::LoggedOut, Phase::WaitingForBrowser, Phase::LoggingIn, Phase::Preparing, Phase::Ready});
    CHECK(state().browserUrl.isEmpty());
}

TEST_CASE_METHOD(Offered, "a browser that comes back wrong ends the login with a reason")
{
    account->logInWithBrowser({});
    comeBackFromBrowser("x&loginToken=attackers");
    REQUIRE(runUntil([&] { return state().error.has_value(); }));
    CHECK(state().phase == Phase::LoggedOut);
    CHECK(error() == ErrorCode::Protocol);
    CHECK(state().offer);
    CHECK(count("POST", u"/login"_s) == 0);
}

TEST_CASE_METHOD(AccountFixture, "a search for the server can be stopped")
{
    open();
    server.on("GET", u"/_matrix/client/versions"_s, {FakeHomeserver::held(FakeHomeserver::json(R"({"versions":["v1.11"]})"))});
    account->discover(u"https://m.example.org"_s);
    REQUIRE(runUntil([&] { return server.heldCount() == 1; }));
    account->cancelLogin();
    CHECK(state().phase == Phase::LoggedOut);
    server.release();
    runAll();
    CHECK(takePhases().last() == Phase::LoggedOut);
    CHECK_FALSE(state().offer);
}

TEST_CASE_METHOD(Offered, "a login can be stopped at each of its phases")
{
    SECTION("in the browser")
    {
        account->logInWithBrowser({});
        account->cancelLogin();
    }
    SECTION("while the server is asked")
    {
        serverSays("POST", u"/login"_s,
                   {FakeHomeserver::held(
                       FakeHomeserver::json(R"({"user_id":"@anna:example.org","device_id":"ANNA","access_token":"late"})"))});
        account->logInWithPassword(u"anna"_s, u"secret"_s);
        REQUIRE(runUntil([&] { return server.heldCount() == 1; }));
        account->cancelLogin();
        server.release();
        REQUIRE(runUntil([&] { return count("POST", u"/logout"_s) == 1; }));
    }
    runAll();
    CHECK(state().phase == Phase::LoggedOut);
    CHECK(state().offer); // back to the ways of login
    CHECK(account->session() == nullptr);
    account->cancelLogin();
    CHECK_FALSE(state().offer); // back to the choice of a server
}

TEST_CASE_METHOD(Offered, "a first login that is stopped while it is prepared is undone")
{
    serverSays("POST", u"/keys/upload"_s, {FakeHomeserver::held(FakeHomeserver::json("{}"))});
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(runUntil([&] { return state().phase == Phase::Preparing && server.heldCount() > 0; }));
    account->cancelLogin();
    CHECK(state().phase == Phase::Closed);
    CHECK(signalsSeen == QStringList{u"ending"_s, u"erased"_s});
    REQUIRE(runUntil([&] { return count("POST", u"/logout"_s) == 1; }));
    open();
    CHECK(state().phase == Phase::LoggedOut);
}

TEST_CASE_METHOD(Offered, "a device that cannot be prepared now is prepared when the server can be reached")
{
    serverSays("POST", u"/keys/device_signing/upload"_s, {noConnection, noConnection, noConnection, FakeHomeserver::json("{}")});
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    REQUIRE(runUntil([&] { return *account->session()->parts().machine->ownIdentity() == OwnIdentityStatus::Verified; }));
}

TEST_CASE_METHOD(Offered, "an identity that is there already is never overwritten")
{
    serverSays("POST", u"/keys/query"_s,
               {FakeHomeserver::json(
                   R"({"device_keys":{"@anna:example.org":{}},"master_keys":{"@anna:example.org":{"broken":true}}})")});
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    REQUIRE(runUntil([&] { return count("GET", u"/sync"_s) == 2; }));
    runAll();
    CHECK(count("POST", u"/keys/device_signing/upload"_s) == 0);
}

TEST_CASE_METHOD(Offered, "a server that wants the new identity confirmed gets the password once")
{
    const auto question = FakeHomeserver::json(R"({"session":"xyz","flows":[{"stages":["m.login.password"]}],"params":{}})", 401);
    serverSays("POST", u"/keys/device_signing/upload"_s, {question, FakeHomeserver::json("{}")});
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    CHECK(*account->session()->parts().machine->ownIdentity() == OwnIdentityStatus::Verified);
    CHECK(count("POST", u"/keys/device_signing/upload"_s) == 2);
}

TEST_CASE_METHOD(Offered, "an identity that nobody can confirm waits for a later start and holds nothing up")
{
    const auto question = FakeHomeserver::json(R"({"session":"xyz","flows":[{"stages":["m.login.sso"]}],"params":{}})", 401);
    serverSays("POST", u"/keys/device_signing/upload"_s, {question});
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    REQUIRE(runUntil([&] { return count("GET", u"/sync"_s) == 2; }));
    runAll();
    CHECK(*account->session()->parts().machine->ownIdentity() == OwnIdentityStatus::Creating);
    CHECK(count("POST", u"/keys/device_signing/upload"_s) == 1); // not with every sync
    serverSays("GET", u"/sync"_s,
               {FakeHomeserver::json(R"({"next_batch":"s2"})"), FakeHomeserver::held(FakeHomeserver::json("{}"))});
    serverSays("POST", u"/keys/device_signing/upload"_s, {FakeHomeserver::json("{}")});
    start();
    open();
    REQUIRE(runUntil([&] { return *account->session()->parts().machine->ownIdentity() == OwnIdentityStatus::Verified; }));
}

TEST_CASE_METHOD(AccountFixture, "a second program is not let into the profile")
{
    logIn();
    AccountService other(
        {.profileDirectory = folder.filePath(u"profile"_s), .allowLoopbackHttp = false, .userAgent = {}, .deviceDisplayName = {}},
        server, clock);
    std::optional<AccountState> seen;
    QObject::connect(&other, &AccountService::stateChanged, &other, [&](const AccountState& state) { seen = state; });
    other.open(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(QByteArray(32, keyByte))));
    REQUIRE(seen);
    CHECK(seen->phase == Phase::Failed);
    CHECK(seen->error->code == ErrorCode::ProfileInUse);
    CHECK(state().phase == Phase::Ready);
}

TEST_CASE_METHOD(AccountFixture, "a database that cannot be opened stays as it is, and opening can be tried again")
{
    logIn();
    stop();
    QFile file(databaseFile());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    start();
    keyByte = 'x';
    open();
    CHECK(state().phase == Phase::Failed);
    CHECK(error() == ErrorCode::StorageDamaged);
    file.seek(0);
    CHECK(file.readAll() == before);
    keyByte = 'k';
    open();
    CHECK(state().phase == Phase::Ready);
}

TEST_CASE_METHOD(AccountFixture, "each start of a profile is counted")
{
    for (qint64 expected = 1; expected <= 3; ++expected) {
        start();
        open();
        stop();
        const auto database = Database::open(databaseFile(), crypto::SecretBytes::fromBytes(QByteArray(32, keyByte)));
        REQUIRE(database);
        CHECK(SessionStore(**database).epoch() == expected);
    }
}

TEST_CASE_METHOD(AccountFixture, "commands that do not fit the phase are ignored")
{
    account->discover(u"https://m.example.org"_s);
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    account->logInWithBrowser({});
    account->cancelLogin();
    account->logOut();
    runAll();
    CHECK(states.isEmpty());
    open();
    account->logInWithPassword(u"anna"_s, u"secret"_s); // without an offer
    account->logInWithBrowser({});
    account->logOut();
    runAll();
    CHECK(takePhases() == QList{Phase::LoggedOut});
    CHECK(server.requests().empty());
}
