#include "core/session/BrowserLogin.h"
#include "tests/support/RunUntil.h"

#include <QTcpSocket>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    BrowserLogin* login = nullptr;
    std::optional<Result<QString>> finished;
    QUrl redirect; // where the browser is to come back to

    explicit Fixture(std::chrono::milliseconds limit = 5min)
    {
        login = new BrowserLogin(QUrl(u"https://matrix.tk.example/base/"_s), u"oidc-tk"_s, nullptr, limit);
        QObject::connect(login, &BrowserLogin::finished, login, [this](const auto& token) { finished = token; });
        const auto url = login->start();
        REQUIRE(url);
        CHECK(url->adjusted(QUrl::RemoveQuery) ==
              QUrl(u"https://matrix.tk.example/base/_matrix/client/v3/login/sso/redirect/oidc-tk"_s));
        redirect = QUrl(QUrlQuery(*url).queryItemValue(u"redirectUrl"_s, QUrl::FullyDecoded));
    }
    ~Fixture()
    {
        if (!finished)
            delete login;
        runAll();
    }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    [[nodiscard]] QByteArray own() const { return "127.0.0.1:" + QByteArray::number(redirect.port()); }
    [[nodiscard]] QByteArray path() const { return redirect.path().toLatin1(); }
    [[nodiscard]] QByteArray state() const { return QUrlQuery(redirect).queryItemValue(u"state"_s).toLatin1(); }
    [[nodiscard]] QByteArray good() const { return path() + "?state=" + state() + "&loginToken=syl_secret%2B1"; }

    // The whole answer; empty if the connection is refused or closed without one.
    QByteArray ask(const QByteArray& head) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(redirect.port()));
        if (!runUntil([&] {
                return socket.state() == QTcpSocket::ConnectedState || socket.error() != QTcpSocket::UnknownSocketError;
            }) ||
            socket.state() != QTcpSocket::ConnectedState)
            return {};
        socket.write(head);
        runUntil([&] { return socket.state() == QTcpSocket::UnconnectedState; });
        return socket.readAll();
    }
    QByteArray get(const QByteArray& target) const { return ask("GET " + target + " HTTP/1.1\r\nHost: " + own() + "\r\n\r\n"); }
};

bool isRefused(const QByteArray& answer)
{
    return answer.startsWith("HTTP/1.1 404 ");
}

} // namespace

TEST_CASE_METHOD(Fixture, "the browser comes back to a port and path that nobody can guess")
{
    CHECK(redirect.scheme() == u"http");
    CHECK(redirect.host() == u"127.0.0.1");
    CHECK(redirect.port() > 1023);
    CHECK(path().size() == 1 + 32);
    CHECK(state().size() >= 43); // 256 bits
    const Fixture other;
    CHECK(other.path() != path());
    CHECK(other.state() != state());
}

TEST_CASE_METHOD(Fixture, "a login token comes back once, with a page that tells nothing to others")
{
    const QByteArray page = get(good());
    CHECK(page.startsWith("HTTP/1.1 200 "));
    CHECK(page.contains("Referrer-Policy: no-referrer\r\n"));
    CHECK(page.contains("Cache-Control: no-store\r\n"));
    CHECK(page.contains("default-src 'none'"));
    CHECK(page.contains("Bitte gehen Sie zurück zum Messenger"));
    CHECK(page.contains("Please go back to the messenger"));
    CHECK_FALSE(page.contains("<script"));
    CHECK_FALSE(page.contains("syl_secret"));
    REQUIRE(runUntil([&] { return finished.has_value(); }));
    CHECK(*finished == u"syl_secret+1"_s);
    CHECK(get(good()).isEmpty()); // nobody listens any more
}

TEST_CASE_METHOD(Fixture, "requests that are not the browser's are refused, and the login goes on")
{
    CHECK(isRefused(get("/")));
    CHECK(isRefused(get("/favicon.ico")));
    CHECK(isRefused(get("/" + QByteArray(32, 'a') + "?state=" + state() + "&loginToken=x")));
    CHECK(isRefused(get(path() + "/?state=" + state() + "&loginToken=x")));
    CHECK(isRefused(ask("POST " + good() + " HTTP/1.1\r\nHost: " + own() + "\r\n\r\n")));
    CHECK(isRefused(ask("GET " + good() + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(redirect.port()) + "\r\n\r\n")));
    CHECK(isRefused(ask("GET " + good() + " HTTP/1.1\r\nHost: evil.example\r\n\r\n")));
    CHECK(isRefused(ask("GET " + good() + " HTTP/1.1\r\nHost: " + own() + "\r\nHost: evil.example\r\n\r\n")));
    CHECK(isRefused(ask("GET " + good() + " HTTP/1.1\r\n\r\n")));
    CHECK(isRefused(ask("nonsense\r\n\r\n")));
    CHECK(isRefused(ask("GET /" + QByteArray(20'000, 'a') + " HTTP/1.1\r\n")));
    CHECK_FALSE(finished);
    CHECK(get(good()).startsWith("HTTP/1.1 200 "));
    REQUIRE(runUntil([&] { return finished.has_value(); }));
    CHECK(*finished);
}

TEST_CASE_METHOD(Fixture, "a visit with another state, without one, or without a single token ends the login")
{
    const auto query = GENERATE(0, 1, 2, 3, 4, 5);
    const QByteArray queries[] = {
        "?loginToken=attackers", "?state=guessed&loginToken=attackers", "?state=" + state() + "x&loginToken=attackers",
        "?state=" + state(),     "?state=" + state() + "&loginToken=",  "?state=" + state() + "&loginToken=a&loginToken=b"};
    const QByteArray page = get(path() + queries[query]);
    CHECK(page.contains("Zu Ihrem Schutz"));
    REQUIRE(runUntil([&] { return finished.has_value(); }));
    REQUIRE_FALSE(*finished);
    CHECK(finished->error().code == ErrorCode::Protocol);
    CHECK(get(good()).isEmpty());
}

TEST_CASE("who comes late finds nobody")
{
    Fixture late(1ms);
    REQUIRE(runUntil([&] { return late.finished.has_value(); }));
    CHECK(late.finished->error().code == ErrorCode::Timeout);
    runAll();
    CHECK(late.get(late.good()).isEmpty());
}

TEST_CASE_METHOD(Fixture, "nobody from another machine can come")
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(u"127.0.0.2"_s), static_cast<quint16>(redirect.port())); // bound to one address only
    runUntil([&] { return socket.error() != QTcpSocket::UnknownSocketError || socket.state() == QTcpSocket::ConnectedState; });
    CHECK(socket.state() != QTcpSocket::ConnectedState);
}

TEST_CASE_METHOD(Fixture, "many silent connections do not keep the browser out for ever, nor the program's memory")
{
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 40; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(redirect.port()));
    }
    runAll();
    REQUIRE(runUntil([&] { return silent.back()->state() == QTcpSocket::UnconnectedState; })); // one too many
    silent.clear();
    runAll();
    CHECK(get(good()).startsWith("HTTP/1.1 200 "));
}

TEST_CASE("a cancelled login closes its port")
{
    Fixture cancelled;
    delete cancelled.login;
    cancelled.finished = fail(ErrorCode::Cancelled);
    CHECK(cancelled.get(cancelled.good()).isEmpty());
}
