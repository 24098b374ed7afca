#include "core/net/QtHttpClient.h"
#include "core/net/TlsConfiguration.h"
#include "tests/support/LocalServer.h"
#include "tests/support/RunUntil.h"

#include <QSslSocket>

#include <catch2/catch_test_macros.hpp>
#include <optional>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

using Numbers = QList<int>;

// Reads the numbers of a ClientHello. Every read beyond the end gives 0, which no check expects.
class ClientHello {
public:
    explicit ClientHello(QByteArray record)
        : m_record(std::move(record))
    {
        qsizetype at = 5 + 4 + 2 + 32; // record, handshake, version, random
        at += 1 + byte(at);            // session id
        m_suites = pairs(at + 2, number(at));
        at += 2 + number(at);
        m_compressions = byte(at);
        at += 1 + byte(at);
        const qsizetype end = at + 2 + number(at);
        for (at += 2; at + 4 <= end; at += 4 + number(at + 2)) {
            const int type = number(at);
            m_extensions.append(type);
            const qsizetype content = at + 4;
            if (type == 10)
                m_groups = pairs(content + 2, number(content));
            else if (type == 13)
                m_signatures = pairs(content + 2, number(content));
            else if (type == 16)
                m_protocols = m_record.mid(content + 2, number(content));
            else if (type == 43)
                m_versions = pairs(content + 1, byte(content));
        }
    }

    [[nodiscard]] const Numbers& suites() const { return m_suites; }
    [[nodiscard]] const Numbers& groups() const { return m_groups; }
    [[nodiscard]] const Numbers& signatures() const { return m_signatures; }
    [[nodiscard]] const Numbers& versions() const { return m_versions; }
    [[nodiscard]] const Numbers& extensions() const { return m_extensions; }
    [[nodiscard]] const QByteArray& protocols() const { return m_protocols; }
    [[nodiscard]] int compressions() const { return m_compressions; }

private:
    [[nodiscard]] int byte(qsizetype at) const { return at < m_record.size() ? static_cast<unsigned char>(m_record[at]) : 0; }
    [[nodiscard]] int number(qsizetype at) const { return byte(at) << 8 | byte(at + 1); }
    [[nodiscard]] Numbers pairs(qsizetype at, int bytes) const
    {
        Numbers list;
        for (int i = 0; i + 1 < bytes; i += 2)
            list.append(number(at + i));
        return list;
    }

    QByteArray m_record;
    Numbers m_suites, m_groups, m_signatures, m_versions, m_extensions;
    QByteArray m_protocols;
    int m_compressions = 0;
};

Result<HttpResponse> get(const QUrl& url)
{
    QtHttpClient http({.userAgent = "Test/1.0", .allowLoopbackHttp = true});
    QObject context;
    std::optional<Result<HttpResponse>> result;
    http.send({.url = url, .accessToken = "secret-token"}, &context, [&](auto response) { result = std::move(response); });
    runUntil([&] { return result.has_value(); });
    return result.value();
}

} // namespace

TEST_CASE("the client offers exactly what gematik and BSI allow")
{
    // Accepts connections and says nothing, so the first thing that comes is kept as it is.
    LocalServer server([](const QByteArray&) { return QByteArray(); });
    QtHttpClient http({.userAgent = "Test/1.0"});
    QObject context;
    QUrl url = server.url(u"/"_s);
    url.setScheme(u"https"_s);
    url.setHost(u"localhost"_s);
    http.send({.url = url}, &context, [](const auto&) {});
    REQUIRE(runUntil([&] { return !server.firstBytes().isEmpty(); }));

    const ClientHello hello(server.firstBytes());
    CHECK(hello.versions() == Numbers{0x0304, 0x0303});
    CHECK(hello.suites() == Numbers{0x1302, 0x1301, 0xc02c, 0xc02b, 0xc030, 0xc02f, 0x00ff});
    CHECK(hello.groups() == Numbers{0x0018, 0x0017, 0x001b, 0x001a});
    CHECK(hello.signatures() ==
          Numbers{0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601});
    CHECK(hello.protocols() == "\x08http/1.1");
    CHECK(hello.compressions() == 1);        // the one that is none
    CHECK(!hello.extensions().contains(35)); // session tickets
    CHECK(!hello.extensions().contains(42)); // early data
    CHECK(!hello.extensions().contains(41)); // resumption
    CHECK(hello.extensions().contains(0));   // the server's name
}

TEST_CASE("a certificate that nobody vouches for is refused before anything is sent")
{
    LocalServer server([](const QByteArray&) { return LocalServer::answer(200, "{}"); }, LocalServer::selfSigned());
    CHECK(get(server.url(u"/"_s)).error().code == ErrorCode::Tls);
    CHECK(server.connections() == 1);
    CHECK(server.requests().isEmpty());
}

TEST_CASE("a server that answers without TLS gets nothing")
{
    LocalServer server([](const QByteArray&) { return LocalServer::answer(200, "{}"); });
    QUrl url = server.url(u"/"_s);
    url.setScheme(u"https"_s);
    QObject context;
    CHECK(!server.firstBytes().contains("secret-token"));
    QtHttpClient http({.userAgent = "Test/1.0"});
    std::optional<Result<HttpResponse>> result;
    http.send({.url = url, .accessToken = "secret-token", .timeout = std::chrono::milliseconds(200)}, &context,
              [&](auto response) { result = std::move(response); });
    REQUIRE(runUntil([&] { return result.has_value(); }));
    CHECK(!result->has_value());
    CHECK(!server.firstBytes().contains("secret-token"));
}

TEST_CASE("the configuration works with a server that speaks TLS 1.2 or 1.3, and with no static key exchange")
{
    const struct {
        QSsl::SslProtocol protocol;
        QString ciphers;
        bool works;
    } table[] = {
        {QSsl::TlsV1_3OrLater, {}, true},
        {QSsl::TlsV1_2, u"ECDHE-ECDSA-AES256-GCM-SHA384"_s, true},
        {QSsl::TlsV1_2, u"ECDHE-ECDSA-AES256-SHA384"_s, false},
        {QSsl::TlsV1_2, u"ECDHE-ECDSA-CHACHA20-POLY1305"_s, false},
    };
    for (const auto& row : table) {
        INFO(int(row.protocol) << ' ' << row.ciphers.toStdString());
        auto serverTls = LocalServer::selfSigned();
        serverTls.setProtocol(row.protocol);
        if (!row.ciphers.isEmpty())
            serverTls.setCiphers(row.ciphers);
        const LocalServer server([](const QByteArray&) { return QByteArray(); }, serverTls);

        auto clientTls = tlsConfiguration();
        CHECK(clientTls.peerVerifyMode() == QSslSocket::VerifyPeer);
        clientTls.setPeerVerifyMode(QSslSocket::VerifyNone); // the handshake is looked at here, not who vouches for whom
        QSslSocket socket;
        socket.setSslConfiguration(clientTls);
        bool failed = false;
        QObject::connect(&socket, &QSslSocket::errorOccurred, &socket, [&] { failed = true; });
        socket.connectToHostEncrypted(u"127.0.0.1"_s, server.serverPort());
        CHECK(runUntil([&] { return failed || socket.isEncrypted(); }));
        CHECK(socket.isEncrypted() == row.works);
    }
}
