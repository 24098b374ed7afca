// Some hundred messages between two devices of ours and the independent client, with kills, times without a connection and new
// room keys in between: everybody can read everything.
#include "tests/integration/Conversation.h"
#include "tests/support/ShowTexts.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace integration;

namespace {

constexpr int patience = 120'000;

/// Erika's second device; it may be away.
struct SecondDevice {
    explicit SecondDevice(const Account& given)
        : account(given)
    {
        start();
    }
    void start()
    {
        program = client(store.path(), account);
        REQUIRE(!program->waitFor({{"kind"_L1, u"sync"_s}}, patience).contains("error"_L1));
    }
    void kill()
    {
        program->kill();
        program.reset();
    }
    Account account;
    QTemporaryDir store;
    std::unique_ptr<Program> program;
};

/// Returns once the program has taken the message over, also if it is killed then.
void write(Program& program, const QString& room, const QString& text, bool isOurs)
{
    QJsonObject arguments{{"room"_L1, room}, {"body"_L1, text}};
    if (isOurs)
        arguments.insert("until"_L1, u"queued"_s);
    CHECK(!program.command(u"send"_s, arguments).contains("error"_L1));
}

} // namespace

TEST_CASE("of three hundred messages with kills, absences and new keys in between, nobody misses one",
          "[integration][manymessages]")
{
    constexpr int rounds = 10;
    constexpr int each = 10;
    Conversation chat;
    const QString code = chat.ours->command(u"bootstrap"_s, {}, patience).value("recoveryKey"_L1).toString();
    REQUIRE(!code.isEmpty());
    SecondDevice second(chat.us);
    REQUIRE(second.program->command(u"restore"_s, {{"recoveryKey"_L1, code}}, patience).value("outcome"_L1) == u"restored"_s);
    // Everybody knows that the second device is Erika's.
    write(*second.program, chat.room, u"da"_s, true);
    REQUIRE(chat.missedBy(*chat.theirs, {u"da"_s}) == QStringList());
    REQUIRE(chat.missedBy(*chat.ours, {u"da"_s}) == QStringList());

    QRandomGenerator random(20'261'127);
    QStringList written{u"da"_s};
    for (int round = 0; round < rounds; ++round) {
        const bool isAway = round % 3 == 1;
        if (isAway)
            second.kill();
        if (round % 2 == 0)
            chat.theirs->command(u"discardSession"_s, {{"room"_L1, chat.room}});
        for (int i = 0; i < each; ++i) {
            const auto say = [&](Program& program, const QString& who, bool isOurs) {
                written.append(u"%1 %2.%3"_s.arg(who).arg(round).arg(i));
                write(program, chat.room, written.last(), isOurs);
            };
            say(*chat.ours, u"eins"_s, true);
            if (!isAway)
                say(*second.program, u"zwei"_s, true);
            say(*chat.theirs, u"Praxis"_s, false);
        }
        const QDeadlineTimer moment(static_cast<qint64>(random.bounded(200)));
        until([&] { return moment.hasExpired(); });
        chat.ours->kill(); // in the middle of sending and receiving
        chat.restartOurs();
        if (isAway)
            second.start();
    }
    REQUIRE(written.size() >= 250);
    const auto seenWhole = [&](Program& side) {
        QStringList seen;
        until(
            [&] {
                seen = chat.seenBy(side);
                return seen.size() >= written.size() && !seen.contains(u"?"_s);
            },
            patience);
        seen.sort();
        return seen;
    };
    auto all = written;
    all.sort();
    CHECK(seenWhole(*chat.theirs) == all); // nothing is unreadable, missing or there twice
    CHECK(seenWhole(*chat.ours) == all);
    CHECK(seenWhole(*second.program) == all);
}
