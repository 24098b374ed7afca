#include "core/room/CleanText.h"

#include <QElapsedTimer>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("an ordinary name stays as it is")
{
    for (const auto& name :
         {u"Praxis Dr. Müller"_s, u"Ayşe Çelik"_s, u"محمد"_s, u"山田太郎"_s, u"O’Brien-Łuczak"_s, u"Anna 👩‍⚕️"_s,
          u"👨‍👩‍👧‍👦"_s, u"Nr. 1️⃣ ❤️"_s, u"👍🏽"_s, u"นิพนธ์"_s, u"हिन्दी"_s, QString()})
        CHECK(cleanName(name) == name);
}

TEST_CASE("what cannot be seen in a name goes")
{
    const std::pair<QString, QString> table[] = {
        {u"Dr. Müller\u202E"_s, u"Dr. Müller"_s},
        {u"\u2066An\u200Bna\u2069"_s, u"Anna"_s},
        {u"A\u200Dn\u200Cn\u200Ea\u200F\u061C\uFEFF"_s, u"Anna"_s},
        {u"An\u0000na\u0007\u007F\u0085"_s, u"Anna"_s},
        {u"\uFFF9Anna\uFFFB\uFFFE"_s, u"Anna"_s},
        {u"An\u00ADna\u034F\u2063\u3164\uFFA0"_s, u"Anna"_s},
        {u"Anna\U000E0041\U000E007F"_s, u"Anna"_s},
        {u"A\uFE0Fnna"_s, u"Anna"_s},
        {u"\uFE00Anna"_s, u"Anna"_s},
        {u"👍\u200D"_s, u"👍"_s},
        {u"👍\u200Da"_s, u"👍a"_s},
        {u"\u202E\u200B \u3000"_s, QString()},
    };
    for (const auto& [dirty, clean] : table) {
        INFO(dirty.toUtf8().toPercentEncoding().toStdString());
        CHECK(cleanName(dirty) == clean);
    }
    const QChar half[] = {u'A', QChar(0xd83d), u'n', QChar(0xdc4d)};
    CHECK(cleanName(QStringView(half, 4)) == u"An"_s);
}

TEST_CASE("white space in a name is one blank between words")
{
    CHECK(cleanName(u"  Dr.\t\n Müller\u00A0\u2028 ") == u"Dr. Müller"_s);
    CHECK(cleanName(u" a  b ") == u"a b"_s);
    CHECK(cleanName(u"a \u200B b") == u"a b"_s);
}

TEST_CASE("a name is composed, so that the same name is the same text")
{
    CHECK(cleanName(u"Mu\u0308ller") == u"Müller"_s);
    CHECK(cleanName(u"u\u200B\u0308") == u"ü"_s);
}

TEST_CASE("marks do not pile up")
{
    const QString marks(5'000, QChar(0x0336));
    CHECK(cleanName(u"a"_s + marks + u"b"_s) == u"a\u0336\u0336\u0336\u0336b"_s);
    CHECK(cleanName(marks + u"a"_s) == u"a"_s);
    CHECK(cleanName(u"a "_s + marks).size() <= 2);
}

TEST_CASE("a name has at most a hundred characters, and none is cut in two")
{
    CHECK(cleanName(QString(300, u'x')) == QString(100, u'x'));
    CHECK(cleanName(u"👨‍👩‍👧‍👦"_s.repeated(90)).size() == 11 * 90);
    const QString families = cleanName(u"👨‍👩‍👧‍👦"_s.repeated(200));
    CHECK(families.size() <= 1'000);
    CHECK(families.size() % 11 == 0);
    CHECK(cleanName(u"x "_s.repeated(100)) == u"x "_s.repeated(50).trimmed());
    CHECK(cleanName(QString(5'000, QChar(0x1100))).size() <= 1'000); // letters that join without end
}

TEST_CASE("a clean name is clean")
{
    const QString pieces[] = {u"a"_s, u" "_s,      u"\u0308"_s, u"\u0958"_s, u"👍"_s, u"\u200D"_s, u"\uFE0F"_s, u"é"_s,
                              u"1"_s, u"\u202E"_s, u"\u1100"_s, u"\u1161"_s, u"🇩"_s,  u"\u0E33"_s, u"\u0345"_s, u"\u0F73"_s};
    quint32 random = 1;
    for (int round = 0; round < 2'000; ++round) {
        QString text;
        for (int i = 0; i < 150; ++i) {
            random = random * 1'664'525 + 1'013'904'223;
            text += pieces[(random >> 16) % std::size(pieces)];
        }
        const QString once = cleanName(text);
        INFO(once.toUtf8().toHex().toStdString() << " " << cleanName(once).toUtf8().toHex().toStdString());
        REQUIRE(cleanName(once) == once);
    }
}

TEST_CASE("a name of a megabyte is cleaned in no time")
{
    QString marks;
    for (int i = 0; i < 250'000; ++i)
        marks += u"\u0316\u0301"_s; // of different classes: sorting them is what costs
    QElapsedTimer timer;
    timer.start();
    CHECK(cleanName(u"a"_s + marks).size() <= 5);
    CHECK(cleanName(QString(1'000'000, QChar(0x202e))).isEmpty());
    WARN("cleaned in " << timer.elapsed() << " ms"); // printed, never judged
}

TEST_CASE("a message keeps its lines and directions and loses what is no text")
{
    CHECK(cleanMessage(u"eins\nzwei\r\ndrei\rvier\tfünf") == u"eins\nzwei\ndrei\nvier\tfünf"_s);
    CHECK(cleanMessage(u"\u202Eabc\u202C \u2067x\u2069 👨‍👩‍👧") ==
          u"\u202Eabc\u202C \u2067x\u2069 👨‍👩‍👧"_s);
    CHECK(cleanMessage(u"a\u0000b\u0007c\u001Bd\u007Fe\u0085f"_s) == u"abcdef"_s);
    CHECK(cleanMessage(u"\uFFF9a\uFFFAb\uFFFB") == u"ab"_s);
    const QChar half[] = {u'A', QChar(0xd83d), u'n', QChar(0xdc4d)};
    CHECK(cleanMessage(QStringView(half, 4)) == u"An"_s);
    CHECK(cleanMessage({}).isEmpty());
}

TEST_CASE("a message is cut at a character")
{
    CHECK(cleanMessage(QString(100'000, u'x')).size() == 65'536);
    CHECK(cleanMessage(u"ab👍", 3) == u"ab"_s);
    CHECK(cleanMessage(u"ab👍", 4) == u"ab👍"_s);
    CHECK(cleanMessage(u"a\r\nb", 2) == u"a\n"_s);
    CHECK(cleanMessage(u"abc", 0).isEmpty());
}
