#pragma once

#include <QSslConfiguration>

namespace core {

/// The one TLS configuration of the client (S-107): TLS 1.2 and 1.3, the suites, groups and signatures gematik and BSI allow,
/// no tickets, no compression, no renegotiation, HTTP/1.1 only (S-115), the system's certificate authorities.
QSslConfiguration tlsConfiguration();

} // namespace core
