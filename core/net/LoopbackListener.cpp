#include "core/net/LoopbackListener.h"

#include "core/base/Log.h"
#include "core/net/RequestHead.h"
#include "crypto/Random.h"
#include "crypto/SecretBytes.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core {

namespace {

constexpr qsizetype maximumHead = 16 * 1024; // a login token can be a whole signed object
constexpr int maximumConnections = 16;
constexpr auto patience = 10s; // with a connection that says nothing
constexpr auto farewell = 2s;  // for the page to arrive

QByteArray answer(QByteArrayView status, QByteArrayView page)
{
    return "HTTP/1.1 " + status.toByteArray() +
           "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(page.size()) +
           "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff"
           "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\n\r\n" +
           page.toByteArray();
}

void refuse(QTcpSocket* socket)
{
    qCInfo(logNet, "a request to the login's return address was refused");
    socket->write(answer("404 Not Found", {}));
    socket->disconnectFromHost();
}

} // namespace

LoopbackListener::LoopbackListener(MakePage makePage, QObject* parent)
    : QObject(parent)
    , m_makePage(std::move(makePage))
    , m_path('/' + crypto::randomBytes(16).toHex())
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::connected);
}

LoopbackListener::~LoopbackListener()
{
    for (auto* socket : m_server.findChildren<QTcpSocket*>())
        socket->disconnect(this); // they close while the members are going
}

Result<> LoopbackListener::listen()
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), 0)) // 127.0.0.1 only
        return fail(ErrorCode::Network, u"no free port"_s);
    return {};
}

QUrl LoopbackListener::url() const
{
    QUrl url(u"http://127.0.0.1"_s);
    url.setPort(m_server.serverPort());
    url.setPath(QString::fromLatin1(m_path));
    return url;
}

void LoopbackListener::connected()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_open;
            socket->deleteLater();
        });
        if (++m_open > maximumConnections || !socket->peerAddress().isLoopback()) {
            socket->abort();
            continue;
        }
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { received(socket); });
        QTimer::singleShot(patience, socket, [socket] { socket->abort(); });
    }
}

void LoopbackListener::received(QTcpSocket* socket)
{
    const QByteArray waiting = socket->peek(maximumHead);
    const qsizetype end = waiting.indexOf("\r\n\r\n");
    if (end < 0) {
        if (waiting.size() >= maximumHead)
            refuse(socket);
        return;
    }
    socket->disconnect(this);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    --m_open;
    const auto head = readRequestHead(QByteArrayView(waiting).first(end + 4));
    const qsizetype question = head ? head->target.indexOf('?') : -1;
    const QByteArray path = !head ? QByteArray() : question < 0 ? head->target : head->target.left(question);
    const bool isVisit = head && m_server.isListening() && head->method == "GET" &&
                         head->host == "127.0.0.1:" + QByteArray::number(m_server.serverPort()) &&
                         crypto::constantTimeEquals(path, m_path);
    if (!isVisit)
        return refuse(socket);
    visit(socket, QUrlQuery(QString::fromLatin1(head->target.sliced(path.size() + (question < 0 ? 0 : 1)))));
}

void LoopbackListener::visit(QTcpSocket* socket, const QUrlQuery& query)
{
    m_server.close();
    const auto tell = [this, query, told = std::make_shared<bool>(false)] {
        if (std::exchange(*told, true))
            return;
        Q_EMIT visited(query);
    };
    connect(socket, &QTcpSocket::disconnected, this, tell);
    QTimer::singleShot(farewell, this, tell);
    socket->write(answer("200 OK", m_makePage(query)));
    socket->disconnectFromHost();
}

} // namespace core
