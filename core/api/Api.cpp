#include "core/api/Api.h"

#include "core/base/Log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace core {

QString pathSegment(const QString& segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

QUrl urlBelow(const QUrl& base, const QString& path)
{
    QString url = base.toString(QUrl::FullyEncoded | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (url.endsWith(u'/')) // QUrl::StripTrailingSlash leaves the one of an empty path
        url.chop(1);
    return QUrl(url + path, QUrl::StrictMode);
}

QByteArray toBody(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

struct Api::Attempt {
    Request request;
    QPointer<QObject> context;
    std::function<void(Result<Answer>)> done;
    int tries = 0;
    bool renewed = false;
    QByteArray token;
};

namespace {

bool isTransient(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Timeout || code == ErrorCode::Server;
}

ErrorCode codeFor(int status, const QString& errcode)
{
    if (errcode == "M_USER_LOCKED"_L1)
        return ErrorCode::Server; // passes by itself; the token stays (S-112)
    if (status == 429 || errcode == "M_LIMIT_EXCEEDED"_L1)
        return ErrorCode::RateLimited;
    if (errcode == "M_UNKNOWN_TOKEN"_L1 || errcode == "M_MISSING_TOKEN"_L1)
        return ErrorCode::Unauthorized;
    if (status == 401 || status == 403) // any other 401 asks the person for a confirmation and does not end the session
        return ErrorCode::Forbidden;
    if (status == 404)
        return ErrorCode::NotFound;
    if (status == 413 || errcode == "M_TOO_LARGE"_L1)
        return ErrorCode::TooLarge;
    if (status >= 500)
        return ErrorCode::Server;
    return errcode == "M_FORBIDDEN"_L1 ? ErrorCode::Forbidden : ErrorCode::Protocol;
}

Error readError(const HttpResponse& response)
{
    Error error;
    const auto document = JsonDocument::parse(response.body); // an HTML page has no errcode, and that is all right
    const auto root = document ? document->root() : JsonValue();
    error.errcode = root["errcode"].string().value_or(QString());
    error.code = codeFor(response.status, error.errcode);
    error.detail = QString::number(response.status);
    if (error.code == ErrorCode::RateLimited)
        error.retryAfter =
            RetryPolicy::retryAfter(response.retryAfter, root["retry_after_ms"].integer(), QDateTime::currentMSecsSinceEpoch());
    if (error.code == ErrorCode::Unauthorized && root["soft_logout"].boolean().value_or(false))
        error.code = ErrorCode::SoftLoggedOut;
    return error;
}

// A page of a captive portal in the place of an answer is no connection (S-116).
bool isWebPage(const HttpResponse& response)
{
    return response.contentType.trimmed().toLower().startsWith("text/html");
}

} // namespace

Api::Api(HttpClient& http, QUrl baseUrl, TokenSource* tokens, RetryPolicy policy)
    : m_http(http)
    , m_baseUrl(std::move(baseUrl))
    , m_tokens(tokens)
    , m_policy(std::move(policy))
{
}

void Api::send(Request request, QObject* context, std::function<void(Result<Answer>)> done)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->request = std::move(request);
    attempt->context = context;
    attempt->done = std::move(done);
    start(attempt);
}

void Api::start(const std::shared_ptr<Attempt>& attempt)
{
    ++attempt->tries;
    const Request& request = attempt->request;
    attempt->token = request.withToken && m_tokens ? m_tokens->accessToken() : QByteArray();
    HttpRequest http;
    http.method = request.method;
    http.url = urlBelow(m_baseUrl, request.path);
    http.body = request.body;
    http.accessToken = attempt->token;
    http.timeout = request.timeout;
    http.lane = request.lane;
    m_http.send(std::move(http), attempt->context,
                [this, attempt](Result<HttpResponse> response) { received(attempt, std::move(response)); });
}

void Api::received(const std::shared_ptr<Attempt>& attempt, Result<HttpResponse> response)
{
    if (response && response->status >= 200 && response->status < 300) {
        if (!isWebPage(*response))
            return attempt->done(Answer{.body = std::move(response->body), .isQuestion = false});
        response = fail(ErrorCode::Network, u"a web page, no JSON"_s);
    }
    const Error error = response ? readError(*response) : response.error();

    const bool isQuestion = response && response->status == 401 && error.code == ErrorCode::Forbidden;
    if (isQuestion && attempt->request.mayAsk)
        return attempt->done(Answer{.body = std::move(response->body), .isQuestion = true});
    const bool tokenRefused = error.code == ErrorCode::Unauthorized || error.code == ErrorCode::SoftLoggedOut;
    if (tokenRefused && attempt->request.withToken && m_tokens && !attempt->renewed) {
        attempt->renewed = true;
        m_tokens->renew(attempt->token, error, attempt->context, [this, attempt](const Result<>& renewed) {
            if (renewed)
                start(attempt);
            else
                attempt->done(std::unexpected(renewed.error()));
        });
        return;
    }
    const bool again =
        attempt->request.retry == Retry::Idempotent && attempt->tries < RetryPolicy::maximumAttempts && isTransient(error.code);
    if (again) {
        QTimer::singleShot(m_policy.backOff(attempt->tries), attempt->context, [this, attempt] { start(attempt); });
        return;
    }
    qCInfo(logApi, "a request failed: error %d, status %s", static_cast<int>(error.code), qPrintable(error.detail));
    attempt->done(std::unexpected(error));
}

} // namespace core
