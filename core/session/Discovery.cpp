#include "core/session/Discovery.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core {

namespace {

constexpr qint64 maximumDescription = 64 * 1024;

// Something answered, and it is no Matrix server; or there is no such host.
ErrorCode codeForVersions(const Error& error)
{
    if (error.detail == hostNotFound)
        return ErrorCode::UnknownServer;
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Protocol:
    case ErrorCode::Forbidden:
    case ErrorCode::TooLarge:
        return ErrorCode::UnknownServer;
    default:
        return error.code;
    }
}

} // namespace

Discovery::Discovery(HttpClient& http, LoopbackHttp loopbackHttp, QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_loopbackHttp(loopbackHttp)
{
}

void Discovery::start(const QString& server)
{
    const auto address = ServerAddress::parse(server, m_loopbackHttp);
    if (!address) {
        QTimer::singleShot(0, this, [this, error = address.error()] { finish(std::unexpected(error)); });
        return;
    }
    m_found.offer.serverName = address->name;
    if (address->describedAt.isEmpty())
        return askVersions(address->direct);
    readDescription(*address);
}

void Discovery::startAt(const QString& serverName, const QUrl& baseUrl)
{
    m_found.offer.serverName = serverName;
    askVersions(baseUrl);
}

void Discovery::readDescription(const ServerAddress& address)
{
    HttpRequest request;
    request.url = QUrl(u"https://"_s + address.describedAt + u"/.well-known/matrix/client"_s);
    request.timeout = 20s;
    request.maxResponseBytes = maximumDescription;
    request.redirects = HttpRequest::Redirects::SameScheme;
    m_http.send(std::move(request), this, [this, address](const Result<HttpResponse>& description) {
        const auto baseUrl = baseUrlFrom(description, address);
        if (!baseUrl)
            return finish(std::unexpected(baseUrl.error()));
        if (address.isServerName)
            m_found.ownName = address.name;
        askVersions(*baseUrl);
    });
}

// 1. If the answer is 404, IGNORE: the server's name is its address.
// 2. If it is not 200, or is no JSON, or has no base_url, FAIL_PROMPT.
// 3. If base_url is no usable URL, FAIL_ERROR.
Result<QUrl> Discovery::baseUrlFrom(const Result<HttpResponse>& description, const ServerAddress& address) const
{
    if (!description) {
        // With a port of its own the server can be there although nobody answers at 443.
        if (description.error().code == ErrorCode::Network && address.direct.port() >= 0)
            return address.direct;
        if (description.error().detail == hostNotFound)
            return fail(ErrorCode::UnknownServer, hostNotFound);
        return std::unexpected(description.error());
    }
    if (description->status == 404)
        return address.direct;
    if (description->status >= 500)
        return fail(ErrorCode::Server, QString::number(description->status));
    if (description->status != 200)
        return fail(ErrorCode::UnknownServer, QString::number(description->status));
    const auto text = endpoints::parseWellKnown(description->body);
    if (!text)
        return fail(ErrorCode::UnknownServer, text.error().detail);
    return describedBaseUrl(*text, address.describedAt);
}

void Discovery::askVersions(const QUrl& baseUrl)
{
    m_found.offer.baseUrl = baseUrl;
    m_api = std::make_unique<Api>(m_http, baseUrl, nullptr);
    m_api->call<QStringList>(endpoints::versions(), this, [this](const Result<QStringList>& versions) {
        if (versions)
            return askLoginFlows();
        Error error = versions.error();
        error.code = codeForVersions(error);
        finish(std::unexpected(error));
    });
}

void Discovery::askLoginFlows()
{
    m_api->call<LoginFlows>(endpoints::loginFlows(), this, [this](const Result<LoginFlows>& flows) {
        if (!flows)
            return finish(std::unexpected(flows.error()));
        received(*flows);
    });
}

void Discovery::received(const LoginFlows& flows)
{
    LoginOffer& offer = m_found.offer;
    offer.password = flows.password;
    offer.sso = flows.sso && flows.token; // the browser comes back with a token
    if (offer.sso) {
        for (const auto& provider : flows.providers)
            offer.identityProviders.append({.id = provider.id, .name = provider.name});
    }
    if (!offer.password && !offer.sso)
        return finish(fail(ErrorCode::NotSupported, u"no way of login that we speak"_s));
    finish(m_found);
}

void Discovery::finish(const Result<DiscoveredServer>& server)
{
    Q_EMIT finished(server);
    deleteLater();
}

} // namespace core
