#include "tests/core/session/AccountFixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

const FakeHomeserver::Answer hardLogout = FakeHomeserver::errcode(401, u"M_UNKNOWN_TOKEN"_s);
const FakeHomeserver::Answer softLogout = FakeHomeserver::errcode(401, u"M_UNKNOWN_TOKEN"_s, {{u"soft_logout"_s, true}});
const FakeHomeserver::Answer noConnection = FakeHomeserver::failure(ErrorCode::Network);

namespace {
QString v3(const QString& path)
{
    return u"/_matrix/client/v3"_s + path;
}
} // namespace

AccountFixture::AccountFixture()
{
    const auto empty = FakeHomeserver::json("{}");
    server.on("GET", u"/_matrix/client/versions"_s, {FakeHomeserver::json(R"({"versions":["v1.11"]})")});
    serverSays("GET", u"/login"_s, {FakeHomeserver::json(R"({"flows":[{"type":"m.login.password"},
        {"type":"m.login.sso","identity_providers":[{"id":"tk","name":"TK"}]},{"type":"m.login.token"}]})")});
    serverSays("POST", u"/login"_s, {FakeHomeserver::json(R"({"user_id":"@anna:example.org","device_id":"ANNA",
        "access_token":"access 1","refresh_token":"refresh 1"})")});
    serverSays("GET", u"/account/whoami"_s, {FakeHomeserver::json(R"({"user_id":"@anna:example.org","device_id":"ANNA"})")});
    serverSays("POST", u"/logout"_s, {empty});
    serverSays("POST", u"/refresh"_s, {hardLogout});
    serverSays("POST", u"/keys/upload"_s, {FakeHomeserver::json(R"({"one_time_key_counts":{"signed_curve25519":50}})")});
    serverSays("POST", u"/keys/query"_s, {FakeHomeserver::json(R"({"device_keys":{"@anna:example.org":{}},"master_keys":{}})")});
    serverSays("POST", u"/keys/device_signing/upload"_s, {empty});
    serverSays("POST", u"/keys/signatures/upload"_s, {FakeHomeserver::json(R"({"failures":{}})")});
    server.on("POST", v3(u"/user/*/filter"_s), {FakeHomeserver::json(R"({"filter_id":"0"})")});
    serverSays(
        "GET", u"/sync"_s,
        {FakeHomeserver::json(R"({"next_batch":"s1"})"), FakeHomeserver::held(FakeHomeserver::json(R"({"next_batch":"s2"})"))});
    start();
}

AccountFixture::~AccountFixture()
{
    stop();
}

void AccountFixture::start()
{
    stop();
    states.clear();
    signalsSeen.clear();
    account = std::make_unique<AccountService>(AccountService::Options{.profileDirectory = folder.filePath(u"profile"_s),
                                                                       .allowLoopbackHttp = true,
                                                                       .userAgent = {},
                                                                       .deviceDisplayName = u"Test"_s},
                                               server, clock);
    auto* service = account.get();
    QObject::connect(service, &AccountService::stateChanged, service,
                     [this](const AccountState& state) { states.append(state); });
    QObject::connect(service, &AccountService::sessionReady, service, [this](Session* session) {
        CHECK(session == account->session());
        CHECK((states.isEmpty() || state().phase != Phase::Ready)); // a new start says it first of all
        signalsSeen.append(u"ready"_s);
    });
    QObject::connect(service, &AccountService::sessionEnding, service, [this, service] { // also from its destructor
        CHECK(service->session() != nullptr);
        signalsSeen.append(u"ending"_s);
    });
    QObject::connect(service, &AccountService::profileErased, service, [this] {
        CHECK(account->session() == nullptr);
        signalsSeen.append(u"erased"_s);
    });
}

void AccountFixture::open()
{
    account->open(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(QByteArray(32, keyByte))));
}

void AccountFixture::stop()
{
    account.reset();
    runAll();
}

void AccountFixture::logIn()
{
    open();
    account->discover(u"https://m.example.org"_s);
    REQUIRE(runUntil([&] { return state().offer.has_value(); }));
    account->logInWithPassword(u"anna"_s, u"secret"_s);
    REQUIRE(reaches(Phase::Ready));
    REQUIRE(runUntil([&] { return server.heldCount() > 0; })); // the long poll
    runAll();
}

bool AccountFixture::reaches(Phase phase)
{
    return runUntil([&] { return !states.isEmpty() && state().phase == phase; });
}

std::optional<ErrorCode> AccountFixture::error() const
{
    return state().error ? std::optional(state().error->code) : std::nullopt;
}

QList<AccountFixture::Phase> AccountFixture::takePhases()
{
    QList<Phase> phases;
    for (const auto& one : states) {
        if (phases.isEmpty() || phases.last() != one.phase)
            phases.append(one.phase);
    }
    states = states.mid(std::max(qsizetype(0), states.size() - 1));
    return phases;
}

qsizetype AccountFixture::count(const QByteArray& method, const QString& path) const
{
    return server.count(method, v3(path));
}

void AccountFixture::serverSays(const QByteArray& method, const QString& path, std::vector<FakeHomeserver::Answer> answers)
{
    server.on(method, v3(path), std::move(answers));
}
