#include "tests/ui/Speaking.h"
#include "ui/common/ErrorText.h"

#include <QRegularExpression>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::ErrorCode;

namespace {

QList<ErrorCode> allCodes()
{
    QList<ErrorCode> codes;
    for (int code = 0; code <= static_cast<int>(ErrorCode::WrongRecoveryKey); ++code)
        codes.append(static_cast<ErrorCode>(code));
    return codes;
}

bool isSentence(const QString& text)
{
    // An id that has no translation would be shown as it is: "error.network".
    static const QRegularExpression id(u"^[a-zA-Z]+(\\.[a-zA-Z]+)+$"_s);
    return !text.isEmpty() && !id.match(text).hasMatch() && text.endsWith(u'.') && text.front().isUpper();
}

} // namespace

TEST_CASE("every error has cause, effect, next step and code in both languages")
{
    for (const QString& code : {u"de"_s, u"en"_s}) {
        const Speaking language(code);
        for (const ErrorCode error : allCodes()) {
            const ErrorText text = ErrorText::of(error);
            INFO(code.toStdString() << ' ' << static_cast<int>(error) << ' ' << text.cause.toStdString());
            CHECK(isSentence(text.cause));
            CHECK(isSentence(text.effect));
            CHECK(isSentence(text.next));
            CHECK(QRegularExpression(u"^TIM-\\d{3}$"_s).match(text.code).hasMatch());
            CHECK(text.codeSpoken.contains(u"T I M"));
            CHECK(!text.isNull());
        }
    }
}

TEST_CASE("no two errors share a cause or a code, and a code means the same in every language")
{
    QSet<QString> causes;
    QHash<ErrorCode, QString> codes;
    {
        const Speaking german(u"de"_s);
        for (const ErrorCode error : allCodes()) {
            causes.insert(ErrorText::of(error).cause);
            codes.insert(error, ErrorText::of(error).code);
        }
    }
    CHECK(causes.size() == allCodes().size());
    CHECK(QSet<QString>(codes.cbegin(), codes.cend()).size() == allCodes().size());
    const Speaking english(u"en"_s);
    for (const ErrorCode error : allCodes()) {
        CHECK(ErrorText::of(error).code == codes.value(error));
        CHECK(!causes.contains(ErrorText::of(error).cause));
    }
}

TEST_CASE("how long to wait is said if the server says it")
{
    const Speaking german(u"de"_s);
    core::Error error = core::fail(ErrorCode::RateLimited).error();
    const QString without = ErrorText::of(error).next;
    error.retryAfter = std::chrono::milliseconds(1);
    CHECK(ErrorText::of(error).next.contains(u"1 Sekunde "));
    error.retryAfter = std::chrono::milliseconds(29'500);
    CHECK(ErrorText::of(error).next.contains(u"30 Sekunden"));
    error.retryAfter = std::chrono::milliseconds(0);
    CHECK(ErrorText::of(error).next == without);
}

TEST_CASE("an error that is only a number is shown, also one that does not exist")
{
    const Speaking german(u"de"_s);
    CHECK(ErrorText::ofNumber(static_cast<int>(ErrorCode::Network)) == ErrorText::of(ErrorCode::Network));
    CHECK(ErrorText::ofNumber(-1) == ErrorText::of(ErrorCode::Protocol));
    CHECK(ErrorText::ofNumber(9999) == ErrorText::of(ErrorCode::Protocol));
}
