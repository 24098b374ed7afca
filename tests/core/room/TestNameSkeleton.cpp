#include "core/room/NameSkeleton.h"

#include <QStringList>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("names that look alike have the same skeleton", "[room]")
{
    const std::pair<QString, QString> alike[] = {
        {u"Praxis Dr. Weber"_s, u"Praxis Dr. W\u0435ber"_s},      // Cyrillic
        {u"Praxis Dr. Weber"_s, u"\u0420r\u0430xis Dr. Weber"_s}, // Cyrillic, upper case
        {u"Anna"_s, u"\u0391nn\u0251"_s},                         // Greek, and a Latin letter of its own
        {u"Praxis"_s, u"\uff30\uff52\uff41\uff58\uff49\uff53"_s}, // full width
        {u"Praxis"_s, QString::fromUcs4(U"\U0001d40f\U0001d42b\U0001d41a\U0001d431\U0001d422\U0001d42c")}, // mathematical bold
        {u"Praxis Weber"_s, u"praxis  WEBER"_s},
        {u"Praxis Weber"_s, u"Praxis\u00a0Weber"_s},
        {u"PraxisWeber"_s, u"Praxis\u200bWe\u2060ber"_s}, // what cannot be seen
        {u"Praxis"_s, u"Praxis\ufe0f\u034f"_s},
        {u"Praxis"_s, QString::fromUcs4(U"Praxis\U000e0061\U000e0100")}, // tags and variation selectors
        {u"Hofmann"_s, u"Hofrnann"_s},
        {u"Carl"_s, u"Car1"_s},
        {u"Carl"_s, u"CarI"_s},
        {u"Olga"_s, u"0lga"_s},
        {u"Müller"_s, u"Mu\u0308ller"_s},     // composed or not
        {u"Müller"_s, u"M\u03cb\u217cler"_s}, // Greek ü, a Roman numeral
        {u"Groß"_s, u"GROSS"_s},
    };
    for (const auto& [name, other] : alike) {
        INFO(name.toStdString() << " / " << other.toStdString());
        CHECK(nameSkeleton(name) == nameSkeleton(other));
        CHECK(nameSkeleton(other) == nameSkeleton(name));
    }
}

TEST_CASE("names that differ to the eye have different skeletons", "[room]")
{
    const QStringList names{u"Anna Müller"_s, u"Anna Muller"_s, u"Anne Müller"_s, u"Dr. Anna Müller"_s,
                            u"Анна"_s,        u"Анно"_s,        u"山田"_s,        u"山口"_s,
                            u"👍"_s,          u"👎"_s,          u"Praxis 2"_s,    u"Praxis 3"_s};
    for (const auto& name : names) {
        for (const auto& other : names) {
            INFO(name.toStdString() << " / " << other.toStdString());
            CHECK((nameSkeleton(name) == nameSkeleton(other)) == (name == other));
        }
    }
}

TEST_CASE("any text has a skeleton", "[room]")
{
    CHECK(nameSkeleton({}).isEmpty());
    CHECK(nameSkeleton(u"\u200b \t\n").isEmpty());
    const QChar half(0xd83d);
    CHECK(nameSkeleton(QString(half)).size() == 1);
    CHECK(nameSkeleton(QString(half) + u'a').size() == 2);
    CHECK(nameSkeleton(QString(QChar(0xdc4d)) + half).size() == 2);
}
