#include "crypto/CanonicalJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace crypto;
using namespace Qt::StringLiterals;

static QByteArray canonical(const QByteArray& json)
{
    return canonicalJson(QJsonDocument::fromJson(json).object()).value();
}

// https://spec.matrix.org/v1.11/appendices/#canonical-json
TEST_CASE("the examples of the specification come out byte by byte")
{
    CHECK(canonical("{}") == "{}");
    CHECK(canonical(R"({"two": "Two", "one": 1})") == R"({"one":1,"two":"Two"})");
    CHECK(canonical(R"({"b": "2", "a": "1"})") == R"({"a":"1","b":"2"})");
    CHECK(canonical("{\"本\":2,\"日\":1}") == "{\"日\":1,\"本\":2}");
    CHECK(canonical(R"({"a":"\u65E5"})") == "{\"a\":\"日\"}");
    CHECK(canonical(R"({"a":null})") == R"({"a":null})");
    CHECK(canonical(R"({"a":-0,"b":1e10})") == R"({"a":0,"b":10000000000})");
}

TEST_CASE("keys are sorted by code point, also beyond the basic plane")
{
    // U+FFFD sorts before U+10000, though its UTF-16 unit is the greater one.
    const QJsonObject object{{u"\U00010000"_s, 1}, {u"\uFFFD"_s, 2}};
    CHECK(canonicalJson(object).value() == "{\"\xef\xbf\xbd\":2,\"\xf0\x90\x80\x80\":1}");
}

TEST_CASE("only what JSON demands is escaped")
{
    const QJsonObject object{{"a"_L1, u"\"\\/\b\f\n\r\t\u0001\u001f\u007f\u00e4\u2028"_s}};
    CHECK(canonicalJson(object).value() == "{\"a\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\xc3\xa4\xe2\x80\xa8\"}");
}

TEST_CASE("a byte order mark at the start of a string is a character like others")
{
    CHECK(canonicalJson({{u"\uFEFFa"_s, u"\uFEFF"_s}}).value() == "{\"\xef\xbb\xbf\x61\":\"\xef\xbb\xbf\"}");
}

TEST_CASE("whole numbers within 53 bits are written, others are refused")
{
    constexpr qint64 maximum = (1LL << 53) - 1;
    CHECK(canonicalJson({{"a"_L1, maximum}}).value() == "{\"a\":9007199254740991}");
    CHECK(canonicalJson({{"a"_L1, -maximum}}).value() == "{\"a\":-9007199254740991}");
    const QJsonValue refused[] = {QJsonValue(maximum + 1),
                                  QJsonValue(-maximum - 1),
                                  QJsonValue(maximum + 2),
                                  QJsonValue(1.5),
                                  QJsonValue(1e300),
                                  QJsonValue(std::numeric_limits<double>::quiet_NaN()),
                                  QJsonValue(std::numeric_limits<qint64>::min()),
                                  QJsonValue(std::numeric_limits<qint64>::max())};
    for (const auto& number : refused)
        CHECK(canonicalJson({{"a"_L1, number}}).error() == Error::BadFormat);
}

TEST_CASE("half a surrogate pair is refused as key and as value, at any depth")
{
    const QString high(QChar(0xd83d));
    const QString low(QChar(0xde00));
    for (const auto& text : {high, low, QString(low + high), QString(u"a"_s + high), QString(high + u"a"_s)}) {
        CHECK(canonicalJson({{"a"_L1, text}}).error() == Error::BadFormat);
        CHECK(canonicalJson({{text, 1}}).error() == Error::BadFormat);
        CHECK(canonicalJson({{"a"_L1, QJsonArray{QJsonObject{{"b"_L1, text}}}}}).error() == Error::BadFormat);
    }
    CHECK(canonicalJson({{"a"_L1, QString(high + low)}}).value() == "{\"a\":\"\xf0\x9f\x98\x80\"}");
}

TEST_CASE("nesting without end is refused instead of followed")
{
    QJsonValue value = 1;
    for (int i = 0; i < 98; ++i)
        value = QJsonArray{value};
    CHECK(canonicalJson({{"a"_L1, value}}).has_value());
    for (int i = 0; i < 10; ++i)
        value = QJsonArray{value};
    CHECK(canonicalJson({{"a"_L1, value}}).error() == Error::BadFormat);
}

TEST_CASE("a key that occurs twice is refused: nobody can say what was signed")
{
    const auto doubled = QJsonDocument::fromJson("{\"\xef\xbb\xbf"
                                                 "a\":1,\"a\":2}")
                             .object();
    REQUIRE(doubled.size() == 2); // that is what QJsonDocument makes of a byte order mark
    CHECK(canonicalJson(doubled).error() == Error::BadFormat);
    CHECK(canonicalJson({{"a"_L1, QJsonArray{doubled}}}).error() == Error::BadFormat);
    CHECK(canonicalJson({{"a"_L1, 1}, {"b"_L1, 2}}).has_value());
}
