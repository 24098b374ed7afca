#pragma once

#include "core/net/HttpClient.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

class QNetworkReply;

namespace core {

/// HttpClient over QNetworkAccessManager. Thread: the one it lives in.
///
/// https only, with tlsConfiguration(); certificate errors are final (S-108). Plain http goes to loopback addresses only, and
/// only if the options allow it: for the demo and for tests. No cookies, no cache, no authentication prompts, no pipelining.
class QtHttpClient final : public HttpClient {
public:
    struct Options {
        QByteArray userAgent; ///< sent as User-Agent and X-TIM-User-Agent; no personal data (S-117, A_23104-02)
        bool allowLoopbackHttp = false;
    };
    explicit QtHttpClient(Options options);

    void send(HttpRequest request, QObject* context, Callback done) override;

private:
    struct Exchange;
    void start(const std::shared_ptr<Exchange>& exchange, const QUrl& url);
    [[nodiscard]] bool isAllowed(const QUrl& url) const;
    void finish(const std::shared_ptr<Exchange>& exchange, QNetworkReply* reply);

    Options m_options;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_normal;
    QNetworkAccessManager m_longPoll; ///< its own connection: requests never wait behind the long poll
};

/// True for 127.0.0.0/8, ::1 and localhost.
bool isLoopback(const QUrl& url);

} // namespace core
