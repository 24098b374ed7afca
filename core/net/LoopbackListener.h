#pragma once

#include "core/base/Result.h"

#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

class QTcpSocket;

namespace core {

/// Waits on 127.0.0.1 for the one visit with which the browser of this device comes back from a login (S-121).
///
/// The address is a random port and a path of 128 random bits; only a GET of exactly this path with exactly this Host header is
/// a visit. Everything else gets an empty 404 and changes nothing. The first visit is the last one: the port is closed with it.
/// Thread: the one it lives in. Destroying it closes the port.
class LoopbackListener final : public QObject {
    Q_OBJECT
public:
    /// Makes the HTML page that the visitor is shown, without script and without links.
    using MakePage = std::function<QByteArray(const QUrlQuery& query)>;
    explicit LoopbackListener(MakePage makePage, QObject* parent = nullptr);
    ~LoopbackListener() override;

    /// Errors: Network if there is no free port.
    Result<> listen();
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }
    /// http://127.0.0.1:PORT/PATH, once it listens.
    [[nodiscard]] QUrl url() const;

Q_SIGNALS:
    /// The visitor has his page, or is gone. `query` as it came, percent-encoded.
    void visited(const QUrlQuery& query);

private:
    void connected();
    void received(QTcpSocket* socket);
    void visit(QTcpSocket* socket, const QUrlQuery& query);

    MakePage m_makePage;
    QByteArray m_path;
    QTcpServer m_server; // sockets are its children
    int m_open = 0;
};

} // namespace core
