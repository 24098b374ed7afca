#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>

class QSslSocket;

namespace core {

/// A server on a loopback address that answers each HTTP request with bytes given by a test, and remembers what came.
class LocalServer final : public QTcpServer {
public:
    /// The complete request head and body in, the raw answer out. Empty: no answer, the connection stays open.
    using Handler = std::function<QByteArray(const QByteArray& request)>;
    explicit LocalServer(Handler handler);
    /// Speaks TLS with a self-signed certificate for localhost.
    LocalServer(Handler handler, const QSslConfiguration& tls);

    [[nodiscard]] QUrl url(const QString& path) const;
    [[nodiscard]] const QList<QByteArray>& requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int disconnections() const { return m_disconnections; }
    /// Everything that the client sent on the first connection before any answer.
    [[nodiscard]] const QByteArray& firstBytes() const { return m_firstBytes; }

    /// An answer with `body` and a fitting Content-Length. `more`: header lines that end with CR LF.
    static QByteArray answer(int status, const QByteArray& body, const QByteArray& more = {});
    /// Certificate and key of a server whom nobody trusts.
    static QSslConfiguration selfSigned();

protected:
    void incomingConnection(qintptr handle) override;

private:
    void received(QSslSocket* socket);

    Handler m_handler;
    QSslConfiguration m_tls;
    bool m_useTls = false;
    QList<QByteArray> m_requests;
    QByteArray m_firstBytes;
    int m_connections = 0;
    int m_disconnections = 0;
};

} // namespace core
