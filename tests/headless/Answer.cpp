#include "tests/headless/Answer.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace headless {

QJsonObject ok(const QJsonValue& value)
{
    return {{u"ok"_s, value}};
}

QJsonObject failed(const QString& what)
{
    return {{u"error"_s, what}};
}

QJsonObject failed(const Error& error)
{
    QJsonObject answer{{u"error"_s, u"error %1 %2"_s.arg(static_cast<int>(error.code)).arg(error.detail)}};
    if (!error.errcode.isEmpty())
        answer.insert(u"errcode"_s, error.errcode);
    if (error.code == ErrorCode::Forbidden)
        answer.insert(u"status"_s, 403);
    return answer;
}

} // namespace headless
