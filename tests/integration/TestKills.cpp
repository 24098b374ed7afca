// kill −9 at random points: nothing is lost, nothing comes twice, no Megolm index is used for two messages.
#include "tests/integration/Conversation.h"
#include "tests/support/ShowTexts.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace integration;

TEST_CASE("fifty kills while writing lose nothing and repeat nothing", "[integration][kills]")
{
    constexpr int kills = 50;
    Conversation chat;
    QRandomGenerator random(20'261'124);
    QStringList accepted; // our side has said that it keeps the message
    QStringList fromThem;
    for (int round = 0; round < kills; ++round) {
        for (int i = 0; i < 2; ++i) {
            const QString text = u"Runde %1.%2"_s.arg(round).arg(i);
            // "queued" is answered once the row is committed: from then on the message must not get lost.
            if (!chat.ours->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, text}, {"until"_L1, u"queued"_s}})
                     .contains("error"_L1))
                accepted.append(text);
        }
        fromThem.append(u"Gegenruf %1"_s.arg(round));
        chat.theirs->post(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, fromThem.last()}});
        const QDeadlineTimer moment(static_cast<qint64>(random.bounded(160)));
        until([&] { return moment.hasExpired(); });
        chat.ours->kill();
        chat.restartOurs();
    }
    CHECK(accepted.size() == 2 * kills);
    CHECK(chat.missedBy(*chat.theirs, accepted) == QStringList());
    CHECK(chat.missedBy(*chat.ours, {fromThem.last()}) == QStringList()); // the others came before our side was killed

    const auto isOurs = [](const QString& text) { return text.startsWith(u"Runde "); };
    QStringList theySee = chat.seenBy(*chat.theirs);
    CHECK(!theySee.contains(u"?"_s));
    theySee.removeIf([&](const QString& text) { return !isOurs(text); });
    CHECK(theySee == accepted);

    QStringList weSee = chat.seenBy(*chat.ours);
    CHECK(!weSee.contains(u"?"_s));
    QStringList weSeeOfUs = weSee;
    weSeeOfUs.removeIf([&](const QString& text) { return !isOurs(text); });
    CHECK(weSeeOfUs == accepted);
    weSee.removeIf(isOurs);
    CHECK(weSee == fromThem);

    // The ciphertexts as they stand in the room: one index of one session belongs to one event.
    QSet<QString> indexes;
    const auto list = chat.ours->command(u"messages"_s, {{"room"_L1, chat.room}, {"limit"_L1, 1000}}).value("list"_L1).toArray();
    for (const auto& value : list) {
        const auto message = value.toObject();
        if (!message.contains("megolm"_L1))
            continue;
        const auto megolm = message.value("megolm"_L1).toObject();
        const QString index =
            megolm.value("session"_L1).toString() + u'/' + QString::number(megolm.value("index"_L1).toInteger());
        CHECK(!indexes.contains(index));
        indexes.insert(index);
    }
    CHECK(indexes.size() == list.size());
}
