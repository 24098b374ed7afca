#include "tests/support/LocalServer.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Made for these tests and used nowhere else.
constexpr char certificatePem[] = R"(-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUHbeQLPWB22cBh8WfykjAX/I3SvkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE1MjU1NloYDzIxMjYxMDMx
MTUyNTU2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQofgbU+FPNRDWwIpVKbX5K0+Ro7yrPf2C1YsxGOKZ8Jya1I/wjI+jg
Z/PQwJxdCzUQ2N22ZwlVnVSGWpqcMfbFo28wbTAdBgNVHQ4EFgQUMePz0W05HAZG
QDmbZ7JTyuQuDw0wHwYDVR0jBBgwFoAUMePz0W05HAZGQDmbZ7JTyuQuDw0wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAMmGBnI5HLrOxqjB6vRNIROMkVr/K8yuXPaPtgKr2VwQAiAc
IDczw1wdAOsWCvdIrOv0Gh0iURSMRGoSQGAvDKug1g==
-----END CERTIFICATE-----
)";
constexpr char keyPem[] = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgtbMg426J5hxSGSwJ
0pyP/NgX35dQBaAgsW6r+At/KUihRANCAAQofgbU+FPNRDWwIpVKbX5K0+Ro7yrP
f2C1YsxGOKZ8Jya1I/wjI+jgZ/PQwJxdCzUQ2N22ZwlVnVSGWpqcMfbF
-----END PRIVATE KEY-----
)";

} // namespace

LocalServer::LocalServer(Handler handler)
    : m_handler(std::move(handler))
{
    listen(QHostAddress::LocalHost);
}

LocalServer::LocalServer(Handler handler, const QSslConfiguration& tls)
    : m_handler(std::move(handler))
    , m_tls(tls)
    , m_useTls(true)
{
    listen(QHostAddress::LocalHost);
}

QUrl LocalServer::url(const QString& path) const
{
    return QUrl((m_useTls ? u"https://127.0.0.1:"_s : u"http://127.0.0.1:"_s) + QString::number(serverPort()) + path);
}

QByteArray LocalServer::answer(int status, const QByteArray& body, const QByteArray& more)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Some reason\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           more + "\r\n" + body;
}

QSslConfiguration LocalServer::selfSigned()
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(QByteArray(certificatePem)));
    configuration.setPrivateKey(QSslKey(QByteArray(keyPem), QSsl::Ec));
    return configuration;
}

void LocalServer::incomingConnection(qintptr handle)
{
    ++m_connections;
    auto* socket = new QSslSocket(this);
    QObject::connect(socket, &QSslSocket::disconnected, this, [this] { ++m_disconnections; });
    QObject::connect(socket, &QSslSocket::readyRead, this, [this, socket] { received(socket); });
    socket->setSocketDescriptor(handle);
    if (m_useTls) {
        socket->setSslConfiguration(m_tls);
        socket->startServerEncryption();
    }
}

void LocalServer::received(QSslSocket* socket)
{
    QByteArray waiting = socket->property("waiting").toByteArray() + socket->readAll();
    if (m_connections == 1 && m_requests.isEmpty())
        m_firstBytes = waiting;
    const qsizetype headEnd = waiting.indexOf("\r\n\r\n");
    const QByteArray head = waiting.left(headEnd).toLower();
    const qsizetype lengthAt = head.indexOf("content-length: ");
    const qsizetype length =
        lengthAt < 0 ? 0 : head.mid(lengthAt + 16, head.indexOf('\r', lengthAt) - lengthAt - 16).toLongLong();
    if (headEnd >= 0 && waiting.size() >= headEnd + 4 + length) {
        m_requests.append(waiting);
        waiting.clear();
        socket->write(m_handler(m_requests.last()));
    }
    socket->setProperty("waiting", waiting);
}

} // namespace core
