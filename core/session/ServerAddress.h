#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QUrl>

namespace core {

/// Whether plain http is acceptable for a server at 127.0.0.0/8: for the demo and for tests.
enum class LoopbackHttp { Refused, Allowed };

/// What a person typed or a list of insurers says, taken apart.
struct ServerAddress {
    QString name; ///< as it was given, trimmed
    /// Where to ask for the server's own description; empty if a whole URL or an IP address was given.
    QString describedAt;
    QUrl direct; ///< base URL if there is no description
    /// True for the bare name of a server: user ids of its people end with exactly this name (S-124).
    bool isServerName = false;
    bool operator==(const ServerAddress&) const = default;

    /// A name, a name or IP address with port, or a URL.
    /// Errors: UnknownServer if it is none of these; Tls if it asks for a connection without encryption.
    static Result<ServerAddress> parse(const QString& text, LoopbackHttp http);
};

/// The base URL of the homeserver that `describedAt` names in its description.
/// Errors: Protocol if it is no URL; Tls without encryption; UnknownServer if it has user info, is an IP address or lies in
/// another domain than the one that was asked (S-110).
Result<QUrl> describedBaseUrl(const QString& baseUrl, const QString& describedAt);

} // namespace core
