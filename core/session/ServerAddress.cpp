#include "core/session/ServerAddress.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype maximumLength = 512;

bool isAddress(const QString& host)
{
    return !QHostAddress(host).isNull();
}

bool isLocalAddress(const QString& host)
{
    const QHostAddress address(host);
    return address.protocol() == QAbstractSocket::IPv4Protocol && address.isLoopback();
}

// Scheme, host, port and path, and nothing else.
QUrl bare(const QUrl& url)
{
    QUrl stripped = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    if (stripped.path() == "/"_L1) // the option leaves the slash of an empty path
        stripped.setPath({});
    return stripped;
}

// The part of a name that one owner registers: two labels, or three where the second one belongs to all (co.uk, com.au).
QString registeredDomain(const QString& host)
{
    static const QStringList shared{u"ac"_s, u"co"_s, u"com"_s, u"edu"_s, u"gov"_s, u"net"_s, u"org"_s};
    const QStringList labels = host.split(u'.');
    if (labels.size() <= 2)
        return host;
    const bool isShared = labels.last().size() == 2 && shared.contains(labels.at(labels.size() - 2));
    return labels.mid(labels.size() - (isShared ? 3 : 2)).join(u'.');
}

Result<ServerAddress> parseUrl(const QString& text, LoopbackHttp http)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return fail(ErrorCode::UnknownServer, u"no usable URL"_s);
    if (url.scheme() == "http"_L1 && !(http == LoopbackHttp::Allowed && isLocalAddress(url.host())))
        return fail(ErrorCode::Tls, u"a URL without encryption"_s);
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return fail(ErrorCode::UnknownServer, u"no web address"_s);
    return ServerAddress{.name = text, .describedAt = {}, .direct = bare(url)};
}

} // namespace

Result<ServerAddress> ServerAddress::parse(const QString& text, LoopbackHttp http)
{
    const QString name = text.trimmed();
    const bool hasSpace = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isSpace() || !c.isPrint(); });
    if (name.isEmpty() || name.size() > maximumLength || hasSpace)
        return fail(ErrorCode::UnknownServer, u"no address"_s);
    if (name.contains("://"_L1))
        return parseUrl(name, http);
    const QUrl url(u"https://"_s + name, QUrl::StrictMode);
    const bool hasMore = url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty();
    if (!url.isValid() || url.host().isEmpty() || hasMore)
        return fail(ErrorCode::UnknownServer, u"no address"_s);
    ServerAddress address{.name = name, .describedAt = {}, .direct = bare(url)};
    const bool hasPath = !url.path().isEmpty() && url.path() != "/"_L1;
    if (isAddress(url.host())) {
        if (http == LoopbackHttp::Allowed && isLocalAddress(url.host()))
            address.direct.setScheme(u"http"_s);
    } else if (!hasPath) {
        address.describedAt = url.host(QUrl::FullyEncoded);
        address.isServerName = url.port() < 0;
    }
    return address;
}

Result<QUrl> describedBaseUrl(const QString& baseUrl, const QString& describedAt)
{
    const QUrl url(baseUrl, QUrl::StrictMode);
    if (baseUrl.size() > maximumLength || !url.isValid() || url.host().isEmpty())
        return fail(ErrorCode::Protocol, u"base_url is no URL"_s);
    if (url.scheme() != "https"_L1)
        return fail(ErrorCode::Tls, u"base_url without encryption"_s);
    const QString host = url.host(QUrl::FullyEncoded);
    const bool sameDomain = registeredDomain(host) == registeredDomain(describedAt);
    if (!url.userInfo().isEmpty() || isAddress(url.host()) || !sameDomain)
        return fail(ErrorCode::UnknownServer, u"base_url leads elsewhere"_s);
    return bare(url);
}

} // namespace core
