#include "tests/support/SourceFolder.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source;
    QStringList texts; // several with plural forms
    bool plural = false;
    bool finished = true;
};
using Messages = QHash<QString, Message>;

QByteArray readAll(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The translation of one message element.
void readTranslation(QXmlStreamReader& xml, Message& message)
{
    message.finished = xml.attributes().value("type"_L1).isEmpty();
    if (!message.plural) {
        message.texts.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement())
        message.texts.append(xml.readElementText());
}

Messages readMessages(const QString& language)
{
    Messages messages;
    QXmlStreamReader xml(readAll(sourceFolder() + u"/resources/i18n/tim_%1.ts"_s.arg(language)));
    QString id;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "message"_L1) {
            id = xml.attributes().value("id"_L1).toString();
            INFO(id.toStdString());
            CHECK(!messages.contains(id));
            messages[id].plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            messages[id].source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            readTranslation(xml, messages[id]);
        }
    }
    REQUIRE(!xml.hasError());
    return messages;
}

struct Use {
    QString english; // from the comment above it; empty where the id is used again
    bool plural = false;
};

/// The text ids of the sources, with the English that stands beside them.
QHash<QString, QList<Use>> readUses()
{
    static const QRegularExpression pattern(
        uR"re((?://% "((?:[^"\\]|\\.)*)"(?:(?!//%)[\s\S]){0,400}?)?\b(?:qsTrId|qtTrId|QT_TRID_NOOP)\("([^"]+)"(\s*,)?)re"_s);
    QHash<QString, QList<Use>> uses;
    for (const char* const folder : {"qml", "ui", "app"}) {
        QDirIterator files(sourceFolder() + u'/' + QLatin1StringView(folder), {u"*.qml"_s, u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString text = QString::fromUtf8(readAll(files.next()));
            auto matches = pattern.globalMatch(text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                uses[match.captured(2)].append({.english = match.captured(1), .plural = !match.captured(3).isEmpty()});
            }
        }
    }
    return uses;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%(\\d|n)"_s);
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    return found;
}

} // namespace

TEST_CASE("every text that the program uses is in both languages, and no other")
{
    const auto uses = readUses();
    CHECK(uses.size() > 250);
    for (const QString& language : {u"de"_s, u"en"_s}) {
        const Messages messages = readMessages(language);
        for (auto use = uses.cbegin(); use != uses.cend(); ++use) {
            INFO(language.toStdString() << ' ' << use.key().toStdString());
            CHECK(messages.contains(use.key()));
        }
        for (auto message = messages.cbegin(); message != messages.cend(); ++message) {
            INFO(language.toStdString() << ' ' << message.key().toStdString());
            CHECK(uses.contains(message.key()));
            CHECK(message->finished);
            CHECK(!message->texts.isEmpty());
            CHECK(!message->texts.contains(QString()));
            CHECK(message->texts.size() == (message->plural ? 2 : 1));
        }
    }
}

TEST_CASE("the English beside an id in the source is the English that is shown")
{
    const auto uses = readUses();
    const Messages english = readMessages(u"en"_s);
    const Messages german = readMessages(u"de"_s);
    for (auto use = uses.cbegin(); use != uses.cend(); ++use) {
        INFO(use.key().toStdString());
        QStringList beside;
        for (const Use& one : use.value()) {
            if (!one.english.isEmpty())
                beside.append(one.english);
        }
        CHECK(!beside.isEmpty()); // at least once, where it is introduced
        for (const QString& text : std::as_const(beside)) {
            CHECK(english.value(use.key()).source == text);
            CHECK(german.value(use.key()).source == text);
            if (!english.value(use.key()).plural)
                CHECK(english.value(use.key()).texts == QStringList{text});
        }
    }
}

TEST_CASE("both languages fill in the same things")
{
    const Messages english = readMessages(u"en"_s);
    const Messages german = readMessages(u"de"_s);
    for (auto message = english.cbegin(); message != english.cend(); ++message) {
        INFO(message.key().toStdString());
        const Message other = german.value(message.key());
        CHECK(message->plural == other.plural);
        for (const QString& text : message->texts + other.texts)
            CHECK(placeholders(text) == placeholders(message->source));
    }
}

TEST_CASE("German says Sie, in short sentences, and no word that only experts know")
{
    static const QRegularExpression familiar(u"\\b(du|dein|deine|deinem|deinen|deiner|dich|dir|euch|euer|eure)\\b"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression expert(
        u"\\b(Backup|Krypto|Crypto|4S|Login|Logout|einloggen|ausloggen|Token|Device|Session|Error|Homeserver|Client|Sync)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression end(u"[.!?]\\s|[.!?]$|[:–]\\s"_s);
    constexpr qsizetype longest = 20; // words
    const Messages german = readMessages(u"de"_s);
    for (auto message = german.cbegin(); message != german.cend(); ++message) {
        for (const QString& text : message->texts) {
            INFO(message.key().toStdString() << ": " << text.toStdString());
            CHECK(!familiar.match(text).hasMatch());
            CHECK(!expert.match(text).hasMatch());
            CHECK(!text.contains(u"  "));
            CHECK(!text.contains(u"..."));
            for (const QString& sentence : text.split(end))
                CHECK(sentence.split(u' ', Qt::SkipEmptyParts).size() <= longest);
        }
    }
}
