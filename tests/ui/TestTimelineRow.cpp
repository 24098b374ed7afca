#include "tests/ui/Speaking.h"
#include "ui/room/TimelineModel.h"
#include "ui/room/TimelineRow.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::TimelineItem;
using TimelineKind::Kind;

namespace {

TimelineRow rowOf(const TimelineItem& item)
{
    return TimelineRow::of(item, fixedFormat());
}

QStringList sentences(const QList<TimelineItem>& items)
{
    QStringList texts;
    for (const TimelineItem& item : items)
        texts.append(plain(rowOf(item).sentence));
    return texts;
}

} // namespace

TEST_CASE("a conversation is heard in reading order: sender, text, time, state (A4)")
{
    const Speaking german(u"de"_s);
    const QString practice = u"Praxis Dr. Sommer · Fr. Beck"_s;
    const QString quoted = u"Guten Morgen Frau Mustermann, das geht. Ihr letzter Blutwert ist vom März, der reicht noch."_s;
    const QStringList expected{
        u"Gestern"_s,
        practice + u" ist dem Chat beigetreten."_s,
        u"Sie, Guten Tag, ich brauche ein Folgerezept für meine Schilddrüsentabletten (L-Thyroxin 75). Geht das ohne Termin? "
        "gestern um 09:12, gelesen"_s,
        practice + u", "_s + quoted + u" gestern um 09:40"_s,
        practice + u", Laborbefund März.pdf, PDF · 184 kB, gestern um 09:41"_s,
        u"Sie, Sie haben diese Nachricht gelöscht. gestern um 10:02"_s,
        practice + u", Diese Nachricht können wir noch nicht öffnen. Ihr Schlüssel ist auf diesem Gerät noch nicht angekommen. "
                   "Wir versuchen es weiter. Sie müssen nichts tun. gestern um 13:45"_s,
        u"Heute"_s,
        u"Sie, als Antwort auf "_s + practice + u": "_s + quoted +
            u" Vielen Dank! Kann auch mein Mann das Rezept abholen? heute um 13:50, bearbeitet · gelesen, Reaktionen: 👍 1"_s,
        practice + u", Ihr Rezept liegt bereit. Sie können es ab morgen früh abholen. heute um 14:05"_s,
    };
    const QStringList heard = sentences(fixtures::conversation());
    for (qsizetype i = 0; i < expected.size(); ++i)
        CHECK(heard.value(i) == expected.at(i));
    CHECK(heard.size() == expected.size());
}

TEST_CASE("a message that was not sent says so, why, and can be tried again")
{
    const Speaking german(u"de"_s);
    const auto items = fixtures::unsent();
    const TimelineRow failed = rowOf(items.at(1));
    CHECK(failed.failed);
    CHECK(failed.stateText == u"nicht gesendet");
    CHECK(!failed.stateSymbol.isEmpty());
    CHECK(failed.failure.code == u"TIM-108");
    CHECK(plain(failed.sentence).contains(failed.failure.cause));
    const TimelineRow waiting = rowOf(items.at(2));
    CHECK(!waiting.failed);
    CHECK(waiting.stateText == u"wartet auf Verbindung");
}

TEST_CASE("where a message comes from and doubt about its time are said in words, without alarm")
{
    const Speaking german(u"de"_s);
    const TimelineRow row = rowOf(fixtures::unsent().at(3));
    CHECK(row.warning == u"Mit Ihrem Schlüssel-Code zurückgeholt.");
    CHECK(!row.alarming);
    CHECK(row.time == u"Zeit unsicher");
    CHECK(row.sentence.contains(row.warning));
    CHECK(row.sentence.contains(row.time));
}

TEST_CASE("a message that was not encrypted is an alarm")
{
    const Speaking german(u"de"_s);
    auto item = fixtures::unsent().at(3);
    item.authenticity = core::TimelineItem::Authenticity::NotEncrypted;
    const TimelineRow row = rowOf(item);
    CHECK(row.warning == u"Diese Nachricht war nicht verschlüsselt.");
    CHECK(row.alarming);
}

TEST_CASE("every reason why a message cannot be read has words of its own, in both languages")
{
    for (const QString& code : {u"de"_s, u"en"_s}) {
        const Speaking language(code);
        QSet<QString> texts;
        const auto items = fixtures::unreadable();
        for (const TimelineItem& item : items) {
            const TimelineRow row = rowOf(item);
            CHECK(row.kind == Kind::Quiet);
            CHECK(!row.symbol.isEmpty());
            CHECK(!row.text.contains(u"timeline."));
            texts.insert(row.text);
        }
        CHECK(texts.size() == items.size());
    }
}

TEST_CASE("every message that cannot be read says what to do, and what is not authentic looks different from what lacks a key")
{
    using Reason = TimelineItem::Reason;
    for (const QString& code : {u"de"_s, u"en"_s}) {
        const Speaking language(code);
        for (const TimelineItem& item : fixtures::unreadable()) {
            if (item.kind != TimelineItem::Kind::Undecryptable)
                continue;
            const TimelineRow row = rowOf(item);
            INFO(code.toStdString() << ' ' << row.text.toStdString());
            CHECK(row.hint.endsWith(u'.'));
            CHECK(!row.hint.contains(u"timeline."));
            CHECK(row.sentence.contains(row.hint.chopped(1)));
            CHECK(!row.time.isEmpty());
            const bool suspicious =
                item.reason == Reason::Replay || item.reason == Reason::SenderMismatch || item.reason == Reason::UntrustedDevice;
            CHECK((row.symbol == u"shield-exclamation") == suspicious);
            const bool isLost = item.reason == Reason::Malformed || item.reason == Reason::UnsupportedAlgorithm ||
                                item.reason == Reason::KeysRenewed;
            CHECK(row.keyMissing == (!suspicious && !isLost)); // nothing else is in the backup
            // Sending once more helps only after this device is confirmed.
            CHECK(row.hint.contains(code == u"de"_s ? u"Schlüssel-Code"_s : u"key code"_s) ==
                  (item.reason == Reason::WithheldUnverified));
        }
    }
}

TEST_CASE("every change of a chat is one sentence with the names in it")
{
    for (const QString& code : {u"de"_s, u"en"_s}) {
        const Speaking language(code);
        for (int change = 0; change <= static_cast<int>(TimelineItem::Change::Other); ++change) {
            TimelineItem item;
            item.kind = TimelineItem::Kind::StateChange;
            item.change = static_cast<TimelineItem::Change>(change);
            item.senderName = u"Fr. Beck"_s;
            const TimelineRow row = rowOf(item);
            INFO(code.toStdString() << ' ' << change << ' ' << row.text.toStdString());
            CHECK(row.kind == Kind::Note);
            CHECK(row.text.endsWith(u'.'));
            CHECK(!row.text.contains(u"timeline."));
            CHECK(row.sentence == row.text);
            const bool nameless =
                item.change == TimelineItem::Change::Encryption || item.change == TimelineItem::Change::Upgraded;
            CHECK(row.text.contains(u"Fr. Beck") != nameless);
        }
    }
}

TEST_CASE("markup stays what it is: characters")
{
    const Speaking german(u"de"_s);
    TimelineItem item = fixtures::conversation().last();
    item.text = u"<b>fett</b> <img src=\"http://fremd.example\">"_s;
    CHECK(rowOf(item).text == item.text);
}

TEST_CASE("a file without a name, size or text is still a file")
{
    const Speaking german(u"de"_s);
    TimelineItem file;
    file.kind = TimelineItem::Kind::File;
    file.senderName = u"Fr. Beck"_s;
    file.messageType = TimelineItem::MessageType::Video;
    file.timestamp = fixtures::at(0, 9, 0);
    const TimelineRow row = rowOf(file);
    CHECK(row.fileName == u"Datei ohne Namen");
    CHECK(row.fileInfo == u"Video");
    CHECK(row.symbol == u"file-earmark-play");
    CHECK(row.text.isEmpty());
}

TEST_CASE("a row in the queue is found by its key")
{
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    TimelineModel model(format);
    model.applyDiffs({core::ResetItems<TimelineItem>{fixtures::unsent()}});
    CHECK(model.transactionOf(u"8"_s) == u"t8");
    CHECK(model.transactionOf(u"7"_s).isEmpty());
    CHECK(model.transactionOf(u"nothing"_s).isEmpty());
}

TEST_CASE("changes counted from the oldest row arrive in a list that begins with the newest")
{
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    TimelineModel model(format);
    const auto item = [](const QString& key) {
        TimelineItem made;
        made.key = key;
        return made;
    };
    const auto keys = [&model] {
        QString text;
        for (const TimelineItem& row : model.items())
            text += row.key;
        return text;
    };
    model.applyDiffs({core::ResetItems<TimelineItem>{{item(u"c"_s), item(u"d"_s), item(u"e"_s)}}});
    CHECK(keys() == u"edc");
    model.applyDiffs({core::InsertItems<TimelineItem>{0, {item(u"a"_s), item(u"b"_s)}}, // older ones
                      core::InsertItems<TimelineItem>{5, {item(u"f"_s)}}});             // a new one
    CHECK(keys() == u"fedcba");
    model.applyDiffs({core::UpdateItem<TimelineItem>{1, item(u"B"_s)}, core::RemoveItems{2, 2}, core::MoveItem{0, 3}});
    CHECK(keys() == u"afeB");
    model.applyDiffs({core::RemoveItems{3, 5}, core::InsertItems<TimelineItem>{9, {item(u"x"_s)}}}); // do not fit
    CHECK(keys() == u"afeB");
}
