#include "core/encryption/verification/SasEmoji.h"
#include "tests/ui/Speaking.h"
#include "ui/verification/SasPicture.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace ui;

TEST_CASE("each of the 64 pictures has a name of its own in both languages", "[ui][verification]")
{
    for (const QString& code : {QStringLiteral("de"), QStringLiteral("en")}) {
        const Speaking language(code);
        QSet<QString> names;
        for (int number = 0; number < 64; ++number) {
            const auto picture = SasPicture::of(number);
            CHECK(picture.symbol == core::sasEmojiSymbol(number).toString());
            CHECK_FALSE(picture.name.startsWith(u"sas.")); // a text that is missing is shown by its id
            names.insert(picture.name);
        }
        CHECK(names.size() == 64);
    }
}
