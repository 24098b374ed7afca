#include "core/base/ListDiffer.h"
#include "tests/core/room/Conversation.h"

#include <QElapsedTimer>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("one new event in a window of a thousand rows costs at most two changes")
{
    Conversation chat;
    EventId last;
    for (int i = 0; i < 1'000; ++i) {
        const UserId& sender = i % 3 == 0 ? Conversation::own : Conversation::anna;
        last = chat.say(sender, u"Nachricht %1, die etwas länger ist, damit sie wie eine echte aussieht."_s.arg(i),
                        i % 10 == 5 ? Conversation::answering(last) : QJsonObject());
        if (i % 20 == 0)
            chat.react(Conversation::anna, last, u"👍"_s);
        if (i % 30 == 0)
            chat.edit(i % 3 == 0 ? Conversation::own : Conversation::anna, last, u"neu"_s);
    }
    QList<TimelineItem> rows = chat.all();
    REQUIRE(rows.size() >= 1'000);

    std::vector<qint64> times;
    for (int i = 0; i < 15; ++i) {
        QElapsedTimer timer;
        timer.start();
        chat.say(Conversation::anna, u"noch eine"_s);
        const QList<TimelineItem> now = chat.all();
        const auto changes = findDiffs(rows, now, [](const TimelineItem& item) { return item.key; });
        times.push_back(timer.nsecsElapsed() / 1'000);
        CHECK(changes.size() <= 2);
        rows = now;
    }
    std::ranges::sort(times);
    WARN("one new event in 1,000 rows: median " << times[times.size() / 2] << " µs"); // printed, never judged
}
