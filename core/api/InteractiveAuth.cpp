#include "core/api/InteractiveAuth.h"

#include "core/api/Endpoint.h"
#include "core/api/endpoints/Common.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString dummyStage = u"m.login.dummy"_s;
const QString passwordStage = u"m.login.password"_s;
const QString ssoStage = u"m.login.sso"_s;
const QStringList oauthStages{u"m.oauth"_s, u"org.matrix.cross_signing_reset"_s};
constexpr qsizetype longestSession = 1'000;
constexpr int mostEmptyAnswers = 3;

QStringList stringsOf(JsonValue array)
{
    QStringList strings;
    array.elements([&](JsonValue element) {
        strings.append(element.string().value_or(QString()));
        return true;
    });
    return strings;
}

bool isSafeToOpen(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && QHostAddress(url.host()).isLoopback());
}

} // namespace

InteractiveAuth::InteractiveAuth(UserId user, QUrl baseUrl)
    : m_user(std::move(user))
    , m_baseUrl(std::move(baseUrl))
{
}

Result<InteractiveAuth::Step> InteractiveAuth::ask(const QByteArray& question)
{
    const auto document = JsonDocument::parse(question);
    if (!document || !document->root()["flows"].isArray())
        return fail(ErrorCode::Protocol, u"a question without flows"_s);
    const JsonValue root = document->root();
    m_session = root["session"].string().value_or(m_session);
    if (m_session.size() > longestSession)
        return fail(ErrorCode::Protocol, u"a session id that is too long"_s);
    const QStringList completed = stringsOf(root["completed"]);

    // Where the browser has to go for a stage; empty if it is no stage for the browser, or cannot be entered.
    const auto browserFor = [&](const QString& stage) -> QUrl {
        QUrl url;
        if (stage == ssoStage && !m_session.isEmpty())
            url =
                urlBelow(m_baseUrl, endpoints::clientV3 + u"/auth/m.login.sso/fallback/web?session="_s + pathSegment(m_session));
        else if (oauthStages.contains(stage))
            url = QUrl(root["params"][stage.toStdString()]["url"].string().value_or(QString()), QUrl::StrictMode);
        return isSafeToOpen(url) ? url : QUrl();
    };
    Step step;
    QString browserStage;
    root["flows"].elements([&](JsonValue flow) {
        QStringList left = stringsOf(flow["stages"]);
        left.removeIf([&](const QString& stage) { return completed.contains(stage); });
        const bool possible = std::all_of(left.cbegin(), left.cend(), [&](const QString& stage) {
            return stage == dummyStage || stage == passwordStage || !browserFor(stage).isEmpty();
        });
        if (left.isEmpty() || !possible)
            return true;
        const QString& next = left.first();
        step.nothing |= next == dummyStage;
        step.password |= next == passwordStage;
        if (step.browser.isEmpty() && next != dummyStage && next != passwordStage) {
            step.browser = browserFor(next);
            browserStage = next;
        }
        return true;
    });
    if (!step.nothing && !step.password && step.browser.isEmpty())
        return fail(ErrorCode::NotSupported, u"no way to confirm that we know"_s);
    if (step.nothing && m_answeredNothing >= mostEmptyAnswers)
        return fail(ErrorCode::Protocol, u"nothing is asked for again and again"_s);
    step.refused = (m_last == Answer::Password && !completed.contains(passwordStage)) ||
                   (m_last == Answer::Browser && !completed.contains(m_browserStage));
    m_browserStage = browserStage;
    return step;
}

QJsonObject InteractiveAuth::authObject(const QString& type) const
{
    QJsonObject auth;
    if (!m_session.isEmpty())
        auth.insert(u"session"_s, m_session);
    if (!type.isEmpty())
        auth.insert(u"type"_s, type);
    return auth;
}

QJsonObject InteractiveAuth::withNothing()
{
    m_last = Answer::Nothing;
    ++m_answeredNothing;
    return authObject(dummyStage);
}

QJsonObject InteractiveAuth::withPassword(const crypto::SecretBytes& password)
{
    m_last = Answer::Password;
    QJsonObject auth = authObject(passwordStage);
    auth.insert(u"identifier"_s, QJsonObject{{u"type"_s, u"m.id.user"_s}, {u"user"_s, m_user.toString()}});
    auth.insert(u"password"_s, QString::fromUtf8(password.bytes()));
    return auth;
}

QJsonObject InteractiveAuth::afterBrowser()
{
    m_last = Answer::Browser;
    return authObject({});
}

} // namespace core
