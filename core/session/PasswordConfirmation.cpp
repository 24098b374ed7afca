#include "core/session/PasswordConfirmation.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// The stage of a flow that has just one.
std::string_view onlyStage(JsonValue flow)
{
    std::string_view stage;
    int count = 0;
    flow["stages"].elements([&](JsonValue name) {
        stage = name.utf8().value_or("");
        return ++count < 2;
    });
    return count == 1 ? stage : std::string_view();
}

} // namespace

std::optional<QJsonObject> confirmWithPassword(JsonValue question, const UserId& user, const QString& password)
{
    const auto session = question["session"].string();
    bool takesPassword = false;
    bool takesNothing = false;
    question["flows"].elements([&](JsonValue flow) {
        const auto stage = onlyStage(flow);
        takesPassword |= stage == "m.login.password";
        takesNothing |= stage == "m.login.dummy";
        return true;
    });
    QJsonObject auth;
    if (session)
        auth.insert(u"session"_s, *session);
    if (takesNothing) {
        auth.insert(u"type"_s, u"m.login.dummy"_s);
        return auth;
    }
    if (!takesPassword || password.isEmpty())
        return std::nullopt;
    auth.insert(u"type"_s, u"m.login.password"_s);
    auth.insert(u"identifier"_s, QJsonObject{{u"type"_s, u"m.id.user"_s}, {u"user"_s, user.toString()}});
    auth.insert(u"password"_s, password);
    return auth;
}

} // namespace core
