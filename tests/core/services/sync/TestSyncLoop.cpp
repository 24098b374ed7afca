#include "core/services/sync/SyncLoop.h"
#include "tests/core/services/sync/SyncedAccount.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <QUrlQuery>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString syncPath = u"/_matrix/client/v3/sync"_s;
const QString filterPath = u"/_matrix/client/v3/user/*/filter"_s;

struct Looping {
    Looping() { server.on("POST", filterPath, {FakeHomeserver::json(R"({"filter_id":"f1"})")}); }

    // The query values of all /sync requests so far.
    [[nodiscard]] QStringList asked(const QString& key) const
    {
        QStringList values;
        for (const auto& request : server.requests()) {
            if (request.url.path() == syncPath)
                values.append(QUrlQuery(request.url).queryItemValue(key));
        }
        return values;
    }

    FakeHomeserver server;
    SyncedAccount account;
    Api api{server, QUrl(u"https://example.org"_s), nullptr};
    SyncLoop loop{api, *account.processor, account.own.user, account.clock};
};

FakeHomeserver::Answer batch(const QByteArray& next)
{
    return FakeHomeserver::json("{\"next_batch\":\"" + next + "\"}");
}

} // namespace

TEST_CASE("the loop makes its filter once, asks at once while behind and waits when up to date", "[sync]")
{
    Looping looping;
    looping.server.on("GET", syncPath, {batch("a"), batch("b"), FakeHomeserver::held(batch("c"))});
    looping.loop.start();
    REQUIRE(runUntil([&] { return looping.server.heldCount() == 1; }));
    CHECK(looping.loop.state().phase == SyncState::Phase::UpToDate);
    CHECK(looping.asked(u"since"_s) == QStringList{u""_s, u"a"_s, u"b"_s});
    CHECK(looping.asked(u"timeout"_s) == QStringList{u"0"_s, u"30000"_s, u"30000"_s});
    CHECK(looping.asked(u"filter"_s) == QStringList{u"f1"_s, u"f1"_s, u"f1"_s});
    CHECK(looping.server.count("POST", filterPath) == 1);
    CHECK(looping.account.processor->nextBatch() == u"b"_s);
}

TEST_CASE("without a connection the loop says so, waits, and asks from where it was", "[sync]")
{
    Looping looping;
    looping.server.on("GET", syncPath,
                      {batch("a"), FakeHomeserver::failure(ErrorCode::Network), FakeHomeserver::held(batch("b"))});
    looping.loop.start();
    REQUIRE(runUntil([&] { return looping.loop.state().phase == SyncState::Phase::Offline; }));
    CHECK(looping.loop.state().lastSuccess.isKnown());
    looping.loop.retryNow();
    REQUIRE(runUntil([&] { return looping.server.heldCount() == 1; }));
    CHECK(looping.asked(u"since"_s) == QStringList{u""_s, u"a"_s, u"a"_s});
    looping.server.release();
    REQUIRE(runUntil([&] { return looping.loop.state().phase == SyncState::Phase::UpToDate; }));
}

TEST_CASE("a busy server is called busy, and a refused token ends the loop", "[sync]")
{
    Looping looping;
    looping.server.on("GET", syncPath,
                      {FakeHomeserver::errcode(500, u"M_UNKNOWN"_s), FakeHomeserver::errcode(401, u"M_UNKNOWN_TOKEN"_s)});
    looping.loop.start();
    REQUIRE(runUntil([&] { return looping.loop.state().phase == SyncState::Phase::ServerBusy; }));
    looping.loop.retryNow();
    REQUIRE(runUntil([&] { return looping.loop.state().phase == SyncState::Phase::LoggedOut; }));
    const auto count = looping.server.requests().size();
    looping.loop.retryNow();
    runAll();
    CHECK(looping.server.requests().size() == count);
}

TEST_CASE("a server that answers at once with nothing new is not asked in a tight loop", "[sync][S-89]")
{
    Looping looping;
    looping.server.on("GET", syncPath, {batch("same")});
    looping.loop.start();
    REQUIRE(runUntil([&] { return looping.asked(u"since"_s).size() >= 4; }));
    runAll();
    CHECK(looping.asked(u"since"_s).size() < 10);
}
