#pragma once

#include <QByteArray>

#include <optional>

namespace core {

/// What counts of the head of an HTTP/1 request that a browser of this device sends to LoopbackListener.
struct RequestHead {
    QByteArray method;
    QByteArray target; ///< path and query as they came, percent-encoded
    QByteArray host;   ///< of the one Host header
    bool operator==(const RequestHead&) const = default;
};

/// Reads a head up to and with its empty line. Empty unless it is well-formed, in printable ASCII, with exactly one Host header.
/// Spec: RFC 9112, sections 2 to 5; an absolute target or a folded line is refused.
std::optional<RequestHead> readRequestHead(QByteArrayView head);

} // namespace core
