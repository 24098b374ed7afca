#include "core/net/QtHttpClient.h"

#include "core/base/Json.h"
#include "core/net/TlsConfiguration.h"

#include <QHostAddress>
#include <QNetworkCookieJar>
#include <QNetworkInterface>
#include <QNetworkReply>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int maximumRedirects = 3;

// Forgets every cookie at once: none is needed, and none may tie requests together.
class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    bool setCookiesFromUrl(const QList<QNetworkCookie>&, const QUrl&) override { return false; }
};

// Without any network every name is unknown, and that says nothing about the name.
bool hasNetwork()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface& one) {
        constexpr auto running = QNetworkInterface::IsUp | QNetworkInterface::IsRunning;
        return (one.flags() & running) == running && !one.flags().testFlag(QNetworkInterface::IsLoopBack) &&
               !one.addressEntries().isEmpty();
    });
}

ErrorCode codeFor(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCode::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::UnknownContentError: // unpacks to more than the limit
        return ErrorCode::TooLarge;
    case QNetworkReply::OperationCanceledError: // the transfer timeout aborts
        return ErrorCode::Timeout;
    default:
        return ErrorCode::Network;
    }
}

} // namespace

struct QtHttpClient::Exchange {
    HttpRequest request;
    QPointer<QObject> context;
    Callback done;
    int redirects = 0;
    bool tooLarge = false;
    QByteArray body;

    // Unpacks no more than one byte beyond the limit, whatever a small answer could become (S-114).
    void readFrom(QIODevice& reply)
    {
        body += reply.read(request.maxResponseBytes - body.size() + 1);
        if (body.size() <= request.maxResponseBytes)
            return;
        tooLarge = true;
        body.clear();
    }
};

bool isLoopback(const QUrl& url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QtHttpClient::QtHttpClient(Options options)
    : m_options(std::move(options))
    , m_tls(tlsConfiguration())
{
    for (auto* network : {&m_normal, &m_longPoll}) {
        network->setCookieJar(new NoCookies(network));
        network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        network->setStrictTransportSecurityEnabled(false); // decided here and not by what a server said earlier
    }
}

bool QtHttpClient::isAllowed(const QUrl& url) const
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && m_options.allowLoopbackHttp && isLoopback(url));
}

void QtHttpClient::send(HttpRequest request, QObject* context, Callback done)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    exchange->context = context;
    exchange->done = std::move(done);
    start(exchange, exchange->request.url);
}

void QtHttpClient::start(const std::shared_ptr<Exchange>& exchange, const QUrl& url)
{
    if (!isAllowed(url)) {
        QMetaObject::invokeMethod(
            exchange->context, [exchange] { exchange->done(fail(ErrorCode::Tls, u"only https is allowed"_s)); },
            Qt::QueuedConnection);
        return;
    }
    const HttpRequest& request = exchange->request;
    QNetworkRequest networkRequest(url);
    networkRequest.setSslConfiguration(m_tls);
    networkRequest.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    networkRequest.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    networkRequest.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    networkRequest.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    networkRequest.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    networkRequest.setDecompressedSafetyCheckThreshold(request.maxResponseBytes);
    networkRequest.setTransferTimeout(static_cast<int>(request.timeout.count()));
    networkRequest.setRawHeader("User-Agent", m_options.userAgent);
    networkRequest.setRawHeader("X-TIM-User-Agent", m_options.userAgent);
    networkRequest.setRawHeader("Accept", "application/json");
    if (!request.accessToken.isEmpty())
        networkRequest.setRawHeader("Authorization", "Bearer " + request.accessToken);
    if (!request.body.isEmpty())
        networkRequest.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);

    auto& network = request.lane == HttpRequest::Lane::LongPoll ? m_longPoll : m_normal;
    QNetworkReply* reply = network.sendCustomRequest(networkRequest, request.method, request.body);
    reply->setParent(exchange->context); // destroying the context aborts the request
    QObject::connect(reply, &QNetworkReply::readyRead, exchange->context, [exchange, reply] {
        if (exchange->tooLarge)
            return;
        exchange->readFrom(*reply);
        if (exchange->tooLarge)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, exchange->context, [this, exchange, reply] { finish(exchange, reply); });
}

void QtHttpClient::finish(const std::shared_ptr<Exchange>& exchange, QNetworkReply* reply)
{
    reply->deleteLater();
    if (exchange->tooLarge)
        return exchange->done(fail(ErrorCode::TooLarge));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = reply->error();
    // A good status that ends in an error is an answer that broke off or could not be unpacked: never half of it as if it were
    // all.
    const bool cutOff = error != QNetworkReply::NoError && (status < 400 || error < QNetworkReply::ContentAccessDenied);
    if (status == 0 || cutOff)
        return exchange->done(fail(
            codeFor(error), error == QNetworkReply::HostNotFoundError && hasNetwork() ? hostNotFound : QString::number(error)));

    const bool redirected = status >= 300 && status < 400 && reply->hasRawHeader("Location");
    if (redirected && exchange->request.redirects == HttpRequest::Redirects::SameScheme &&
        exchange->request.accessToken.isEmpty() && exchange->redirects < maximumRedirects) {
        const QUrl from = reply->url();
        const QUrl to = from.resolved(QUrl(QString::fromUtf8(reply->rawHeader("Location")), QUrl::StrictMode));
        if (to.scheme() == from.scheme()) {
            ++exchange->redirects;
            exchange->body.clear();
            return start(exchange, to);
        }
    }
    exchange->readFrom(*reply);
    if (exchange->tooLarge)
        return exchange->done(fail(ErrorCode::TooLarge));
    exchange->done(HttpResponse{.status = status,
                                .body = withJsonPadding(std::move(exchange->body)),
                                .contentType = reply->rawHeader("Content-Type"),
                                .retryAfter = reply->rawHeader("Retry-After")});
}

} // namespace core
