#include "tests/ui/Speaking.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using fixtures::at;

TEST_CASE("times are told as people tell them, in German")
{
    const Speaking german(u"de"_s);
    const Format format = fixedFormat(); // Tuesday, 24 November 2026, 14:20
    CHECK(format.time(at(0, 9, 5)) == u"09:05");
    CHECK(format.brief(at(0, 14, 5)) == u"14:05");
    CHECK(format.brief(at(1, 23, 59)) == u"gestern");
    CHECK(format.brief(at(2, 0, 0)) == u"Sonntag");
    CHECK(format.brief(at(6, 12, 0)) == u"Mittwoch");
    CHECK(format.brief(at(7, 12, 0)) == u"17.11.");
    CHECK(format.brief(at(400, 12, 0)) == u"20.10.25");
    CHECK(format.moment(at(0, 14, 5)) == u"heute um 14:05");
    CHECK(format.moment(at(1, 9, 0)) == u"gestern um 09:00");
    CHECK(format.moment(at(21, 9, 12)) == u"3. November um 09:12");
    CHECK(format.moment(at(400, 9, 12)) == u"20. Oktober 2025 um 09:12");
    CHECK(format.day(at(0, 0, 0)) == u"Heute");
    CHECK(format.day(at(1, 12, 0)) == u"Gestern");
    CHECK(format.day(at(15, 12, 0)) == u"Montag, 9. November");
    CHECK(format.day(at(400, 12, 0)) == u"Montag, 20. Oktober 2025");
}

TEST_CASE("times are told as people tell them, in English")
{
    const Speaking english(u"en"_s);
    const Format format = fixedFormat();
    CHECK(format.brief(at(1, 23, 59)) == u"yesterday");
    CHECK(format.brief(at(2, 0, 0)) == u"Sunday");
    CHECK(format.brief(at(7, 12, 0)) == u"17 Nov");
    CHECK(format.moment(at(0, 14, 5)) == u"today at 14:05");
    CHECK(format.moment(at(21, 9, 12)) == u"3 November at 09:12");
    CHECK(format.day(at(15, 12, 0)) == u"Monday, 9 November");
}

TEST_CASE("what is not known is not told, and a time in the future has its date")
{
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    CHECK(format.time({}).isEmpty());
    CHECK(format.brief({}).isEmpty());
    CHECK(format.moment({}).isEmpty());
    CHECK(format.day({}).isEmpty());
    CHECK(format.size(-1).isEmpty());
    CHECK(format.brief(at(-1, 8, 0)) == u"25.11.");
}

TEST_CASE("sizes are rounded to what one can compare")
{
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    CHECK(format.size(184'000) == u"184 kB");
    CHECK(format.size(0).startsWith(u"0 "));
    CHECK(format.size(25'400'000) == u"25 MB");
}

TEST_CASE("codes are read character by character (A19)")
{
    CHECK(Format::spelled(u"TIM-104"_s) == u"T I M - 1 0 4");
    CHECK(Format::spelled(u"Hx1V 3q"_s) == u"H x 1 V 3 q");
}

TEST_CASE("a name inside a sentence cannot turn the sentence around (S-81)")
{
    const QString name = Format::isolated(u"\u202Egnp.exe"_s);
    CHECK(name.front() == QChar(0x2068));
    CHECK(name.back() == QChar(0x2069));
}

TEST_CASE("initials are whole characters of the first two words")
{
    CHECK(Format::initials(u"Erika Mustermann"_s) == u"EM");
    CHECK(Format::initials(u"  änne  von der Heide"_s) == u"ÄV");
    CHECK(Format::initials(u"Praxis"_s) == u"P");
    CHECK(Format::initials(u"Dr. (Karin) Vogt"_s) == u"DV");
    CHECK(Format::initials(u"e\u0301lodie"_s).normalized(QString::NormalizationForm_C) == u"É");
    CHECK(Format::initials(u"… !"_s).isEmpty());
    CHECK(Format::initials({}).isEmpty());
}
