#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

namespace core {

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;             ///< absolute
    QByteArray body = {}; ///< JSON if not empty, unless contentType says otherwise
    QByteArray contentType = "application/json";
    QByteArray accessToken = {};                ///< sent as Authorization header only, never in the URL (S-111)
    std::chrono::milliseconds timeout{60'000};  ///< without a byte from the server
    qint64 maxResponseBytes = 64 * 1024 * 1024; ///< S-114, counted after decompression
    enum class Redirects { None, SameScheme };  ///< SameScheme: at most 3, https stays https, never with a token (S-109)
    Redirects redirects = Redirects::None;
    /// The long poll has a connection of its own, so that nothing waits behind it.
    enum class Lane { Normal, LongPoll };
    Lane lane = Lane::Normal;
    bool operator==(const HttpRequest&) const = default;
};

struct HttpResponse {
    int status = 0;
    QByteArray body; ///< has JsonPadding readable bytes behind its end
    QByteArray contentType;
    QByteArray retryAfter; ///< the header's value as it came
    bool operator==(const HttpResponse&) const = default;
};

/// `Error::detail` of a Network error when there is a network and no host of that name in it.
inline const QString hostNotFound = QStringLiteral("host not found");

/// The only door to the network.
class HttpClient {
public:
    using Callback = std::function<void(Result<HttpResponse>)>;

    HttpClient() = default;
    virtual ~HttpClient() = default;
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Sends `request`. Calls `done` once, from the event loop, unless `context` is destroyed first: that aborts the
    /// request and drops `done`.
    /// Errors: Network, Timeout, Tls, TooLarge. Any HTTP status is a response, not an error.
    virtual void send(HttpRequest request, QObject* context, Callback done) = 0;
};

} // namespace core
