#include "core/store/EventKey.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("the id of an event that is a hash is stored as its 32 bytes", "[store]")
{
    const auto id = *EventId::parse(u"$acR1l0raoZnm60CBwAVgqbZqoO/mYU81xysh1u7XcJk"_s); // room version 3: not URL-safe
    const auto urlSafe = *EventId::parse(u"$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Zg"_s);
    CHECK(eventKey(urlSafe).size() == 32);
    CHECK(eventKey(id).size() == 45);
    CHECK(eventIdOf(eventKey(urlSafe).toStdString()) == urlSafe);
    CHECK(eventIdOf(eventKey(id).toStdString()) == id);
}

TEST_CASE("every event id is told from every other by its key, and comes back from it", "[store]")
{
    QStringList ids{u"$old:example.org"_s, u"$x"_s, u"$Ünlü:example.org"_s};
    for (qsizetype length = 1; length < 60; ++length)
        ids += u"$"_s + QString(length, u'A');
    // The last character has two bits that decoding would drop.
    for (const QChar last : u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_="_s)
        ids += u"$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Z"_s + last;
    ids += u"$"_s + QString(250, u'z');
    QSet<QByteArray> keys;
    for (const auto& text : std::as_const(ids)) {
        INFO(text.toStdString());
        const auto id = *EventId::parse(text);
        keys.insert(eventKey(id));
        CHECK(eventIdOf(eventKey(id).toStdString()) == id);
    }
    ids.removeDuplicates();
    CHECK(keys.size() == ids.size());
}

TEST_CASE("what is no key of an event stands for no event", "[store]")
{
    for (const std::string_view key : {std::string_view("$a"), std::string_view("\0\0\0$a", 5), std::string_view(""),
                                       std::string_view("\0", 1), std::string_view("no sigil"), std::string_view("\xff\xfe")})
        CHECK(eventIdOf(key).isEmpty());
}
