#include "app/LogHandler.h"

#include <catch2/catch_test_macros.hpp>

using namespace app;
using namespace Qt::StringLiterals;

TEST_CASE("a log line keeps nothing that leads to a person, a chat, a server or an account (S-102)")
{
    const QString text = harmless(u"room !abcDEF:kasse.example of @x110411675:kasse.example, alias #praxis:kasse.example: "
                                  "GET https://kasse.example/_matrix/client/v3/sync?access_token=syt_secret failed\n"
                                  "token syt_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2"_s);
    for (const QString& personal : {u"110411675"_s, u"abcDEF"_s, u"praxis"_s, u"kasse.example"_s, u"syt_"_s, u"MTIz"_s}) {
        INFO(personal.toStdString());
        CHECK(!text.contains(personal));
    }
    CHECK(text.contains(u"failed"));
    CHECK(!text.contains(u'\n'));
}

TEST_CASE("a log line still says what is wrong")
{
    CHECK(harmless(u"sync: answer 500 after 12.5 s, next try in 4 s"_s) == u"sync: answer 500 after 12.5 s, next try in 4 s");
    CHECK(harmless(u"qrc:/qt/qml/Tim/Main.qml:12:5: Unable to assign [undefined] to int"_s) ==
          u"qrc:/qt/qml/Tim/Main.qml:12:5: Unable to assign [undefined] to int");
    CHECK(harmless(QString(2000, u'-')).size() <= 500);
}
