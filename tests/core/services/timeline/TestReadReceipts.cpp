#include "core/services/timeline/ReadReceipts.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RoomId room = RoomId::parse(u"!room:x.de"_s).value();

EventId event(int number)
{
    return EventId::parse(u"$%1"_s.arg(number)).value();
}

struct Sent {
    explicit Sent(std::vector<FakeHomeserver::Answer> answers, std::chrono::milliseconds pause = 1ms)
        : receipts(std::make_unique<ReadReceipts>(api, pause))
    {
        server.on("POST", u"/_matrix/client/v3/rooms/*/receipt/m.read.private/*"_s, std::move(answers));
    }

    [[nodiscard]] QStringList events() const
    {
        QStringList events;
        for (const HttpRequest& request : server.requests())
            events.append(request.url.path().section(u'/', -1));
        return events;
    }

    FakeHomeserver server;
    Api api{server, QUrl(u"https://x.de"_s), nullptr, RetryPolicy([] { return -1.0; })};
    std::unique_ptr<ReadReceipts> receipts;
};

void wait(std::chrono::milliseconds time)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(time);
    REQUIRE(runUntil([&] { return !timer.isActive(); }));
}

} // namespace

TEST_CASE("an event is read once")
{
    Sent sent({FakeHomeserver::json("{}")});
    for (int i = 0; i < 3; ++i) {
        sent.receipts->send(room, event(1));
        wait(5ms);
    }
    sent.receipts->send(room, {});
    wait(5ms);
    CHECK(sent.events() == QStringList{u"$1"_s});
}

TEST_CASE("what is read in quick succession goes out as one more receipt, for the newest")
{
    Sent sent({FakeHomeserver::json("{}")});
    for (int number = 1; number <= 9; ++number)
        sent.receipts->send(room, event(number));
    wait(20ms);
    CHECK(sent.events() == QStringList{u"$1"_s, u"$9"_s});
}

TEST_CASE("between two receipts for one room there is a pause, none between rooms")
{
    Sent sent({FakeHomeserver::json("{}")}, 30s);
    sent.receipts->send(room, event(1));
    runAll();
    sent.receipts->send(room, event(2));
    sent.receipts->send(RoomId::parse(u"!other:x.de"_s).value(), event(3));
    runAll();
    CHECK(sent.events() == QStringList{u"$1"_s, u"$3"_s});
}

TEST_CASE("a receipt that failed is sent again with the next reading, not before the server allows it")
{
    Sent sent(
        {FakeHomeserver::errcode(429, u"M_LIMIT_EXCEEDED"_s, {{u"retry_after_ms"_s, 3'600'000}}), FakeHomeserver::json("{}")});
    sent.receipts->send(room, event(1));
    wait(20ms);
    sent.receipts->send(room, event(1));
    wait(20ms);
    CHECK(sent.events().size() == 1);

    Sent offline({FakeHomeserver::failure(ErrorCode::Network), FakeHomeserver::json("{}")});
    offline.receipts->send(room, event(1));
    wait(20ms);
    CHECK(offline.events().size() == 1);
    offline.receipts->send(room, event(1));
    wait(20ms);
    CHECK(offline.events().size() == 2);
}

TEST_CASE("receipts can go while a request is on its way")
{
    Sent sent({FakeHomeserver::held(FakeHomeserver::json("{}"))});
    sent.receipts->send(room, event(1));
    sent.receipts.reset();
    sent.server.release();
    runAll();
    CHECK(sent.events().size() == 1);
}
