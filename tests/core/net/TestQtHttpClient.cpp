#include "core/base/Json.h"
#include "core/net/QtHttpClient.h"
#include "tests/support/LocalServer.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <optional>

using namespace core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    QtHttpClient http{{.userAgent = "Test/1.0", .allowLoopbackHttp = true}};
    QObject context;

    Result<HttpResponse> send(HttpRequest request)
    {
        std::optional<Result<HttpResponse>> result;
        http.send(std::move(request), &context, [&](Result<HttpResponse> response) { result = std::move(response); });
        CHECK(!result); // never from inside send()
        if (!runUntil([&] { return result.has_value(); }))
            return fail(ErrorCode::Cancelled, u"no answer at all"_s);
        return *result;
    }
};

QByteArray deflatedZeros(qsizetype size)
{
    QByteArray deflated = qCompress(QByteArray(size, '0'), 9).mid(4); // without Qt's length: a zlib stream
    return deflated;
}

} // namespace

TEST_CASE_METHOD(Fixture, "a request goes out as it was asked for, with the token in the header only")
{
    LocalServer server([](const QByteArray&) { return LocalServer::answer(200, R"({"a":1})"); });
    const auto response =
        send({.method = "PUT", .url = server.url(u"/a%2Fb/c?d=%23"_s), .body = R"({"b":2})", .accessToken = "secret-token"});
    REQUIRE(response);
    CHECK(response->status == 200);
    CHECK(response->body == R"({"a":1})");
    CHECK(response->contentType == "application/json");
    REQUIRE(server.requests().size() == 1);
    const QByteArray request = server.requests().first();
    CHECK(request.startsWith("PUT /a%2Fb/c?d=%23 HTTP/1.1\r\n"));
    CHECK(request.contains("\r\nAuthorization: Bearer secret-token\r\n"));
    CHECK(request.contains("\r\nUser-Agent: Test/1.0\r\n"));
    CHECK(request.contains("\r\nX-TIM-User-Agent: Test/1.0\r\n"));
    CHECK(request.contains("\r\nContent-Type: application/json\r\n"));
    CHECK(request.endsWith("\r\n\r\n{\"b\":2}"));
    CHECK(request.count("secret-token") == 1);
}

TEST_CASE_METHOD(Fixture, "a body can be read by the parser in place")
{
    LocalServer server([](const QByteArray&) { return LocalServer::answer(200, R"({"a":"b"})"); });
    const auto response = send({.url = server.url(u"/"_s)});
    REQUIRE(response);
    CHECK(response->body.capacity() - response->body.size() >= JsonPadding);
    JsonDocument document;
    REQUIRE(document.read({response->body.constData(), size_t(response->body.size())}, JsonDocument::Padding::Present));
    CHECK(document.root()["a"].string() == u"b"_s);
}

TEST_CASE_METHOD(Fixture, "every status of the server is an answer with its body")
{
    for (const int status : {201, 302, 400, 401, 403, 404, 413, 429, 500, 502, 503, 599}) {
        INFO(status);
        LocalServer server(
            [&](const QByteArray&) { return LocalServer::answer(status, R"({"errcode":"M_X"})", "Retry-After: 7\r\n"); });
        const auto response = send({.url = server.url(u"/"_s)});
        REQUIRE(response);
        CHECK(response->status == status);
        CHECK(response->body == R"({"errcode":"M_X"})");
        CHECK(response->retryAfter == "7");
        CHECK(server.requests().size() == 1);
    }
}

TEST_CASE_METHOD(Fixture, "no cookie is kept, and no password is asked for")
{
    LocalServer server([](const QByteArray&) {
        return LocalServer::answer(401, "{}", "Set-Cookie: track=me; Path=/\r\nWWW-Authenticate: Basic realm=\"x\"\r\n");
    });
    CHECK(send({.url = server.url(u"/"_s)}).value().status == 401);
    CHECK(send({.url = server.url(u"/"_s)}).value().status == 401);
    REQUIRE(server.requests().size() == 2);
    CHECK(!server.requests().last().contains("Cookie"));
    CHECK(!server.requests().last().contains("Authorization"));
}

TEST_CASE_METHOD(Fixture, "plain http goes to loopback addresses and only where it is allowed")
{
    LocalServer server([](const QByteArray&) { return LocalServer::answer(200, "{}"); });
    CHECK(send({.url = server.url(u"/"_s)}).has_value());
    for (const auto& url :
         {u"http://192.0.2.1/"_s, u"http://127.0.0.1.example.org/"_s, u"http://localhost.example.org/"_s, u"ftp://127.0.0.1/"_s,
          u"file:///etc/hostname"_s, u"data:text/plain,x"_s, u"qrc:/x"_s, u"http:///"_s, u""_s, u"https://"_s}) {
        INFO(url.toStdString());
        CHECK(send({.url = QUrl(url)}).error().code == ErrorCode::Tls);
    }
    QUrl withUser = server.url(u"/"_s);
    withUser.setUserName(u"someone"_s);
    CHECK(send({.url = withUser}).error().code == ErrorCode::Tls);

    QtHttpClient strict({.userAgent = "Test/1.0"});
    std::optional<Result<HttpResponse>> result;
    strict.send({.url = server.url(u"/"_s)}, &context, [&](auto response) { result = std::move(response); });
    REQUIRE(runUntil([&] { return result.has_value(); }));
    CHECK(result->error().code == ErrorCode::Tls);
    CHECK(server.requests().size() == 1);
}

TEST_CASE("loopback means the loopback addresses and localhost")
{
    for (const auto& url : {u"http://127.0.0.1"_s, u"http://127.0.10.1:8008"_s, u"http://127.255.255.254"_s, u"http://[::1]:1"_s,
                            u"http://LOCALHOST"_s})
        CHECK(isLoopback(QUrl(url)));
    for (const auto& url : {u"http://126.0.0.1"_s, u"http://128.0.0.1"_s, u"http://0.0.0.0"_s, u"http://[::2]"_s,
                            u"http://localhost.de"_s, u"http://"_s})
        CHECK(!isLoopback(QUrl(url)));
}

TEST_CASE_METHOD(Fixture, "a redirect with a token is not followed, even if that was asked for")
{
    LocalServer other([](const QByteArray&) { return LocalServer::answer(200, "{}"); });
    LocalServer server(
        [&](const QByteArray&) { return LocalServer::answer(307, "{}", "Location: " + other.url(u"/"_s).toEncoded() + "\r\n"); });
    for (const auto redirects : {HttpRequest::Redirects::None, HttpRequest::Redirects::SameScheme}) {
        const auto response = send({.url = server.url(u"/"_s), .accessToken = "secret-token", .redirects = redirects});
        REQUIRE(response);
        CHECK(response->status == 307);
    }
    CHECK(other.connections() == 0);
}

TEST_CASE_METHOD(Fixture, "a redirect without a token is followed where it is allowed, three times at most")
{
    int hops = 0;
    LocalServer server([&](const QByteArray& request) {
        const int left = request.mid(5, 1).toInt();
        ++hops;
        return left == 0 ? LocalServer::answer(200, R"({"end":true})")
                         : LocalServer::answer(302, "gone there", "Location: /" + QByteArray::number(left - 1) + "\r\n");
    });
    CHECK(send({.url = server.url(u"/1"_s)}).value().status == 302);
    CHECK(hops == 1);
    const auto third = send({.url = server.url(u"/3"_s), .redirects = HttpRequest::Redirects::SameScheme});
    CHECK(third.value().body == R"({"end":true})");
    hops = 0;
    CHECK(send({.url = server.url(u"/9"_s), .redirects = HttpRequest::Redirects::SameScheme}).value().status == 302);
    CHECK(hops == 4);
}

TEST_CASE_METHOD(Fixture, "a redirect never changes the scheme or leaves the loopback over plain http")
{
    QByteArray location;
    LocalServer server([&](const QByteArray&) { return LocalServer::answer(302, "{}", "Location: " + location + "\r\n"); });
    const auto follow = [&] { return send({.url = server.url(u"/"_s), .redirects = HttpRequest::Redirects::SameScheme}); };
    for (const QByteArray to : {"https://127.0.0.1:1/", "file:///etc/hostname", "ftp://127.0.0.1/"}) {
        location = to;
        CHECK(follow().value().status == 302);
    }
    for (const QByteArray to : {"http://192.0.2.1/", "//192.0.2.1/", "http://someone@127.0.0.1/"}) {
        location = to;
        CHECK(follow().error().code == ErrorCode::Tls);
    }
}

TEST_CASE_METHOD(Fixture, "an answer beyond its limit is cut off while it comes in")
{
    LocalServer server([](const QByteArray&) {
        // Promises far more than it sends: only a client that counts can be done with it.
        return "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n" + QByteArray(20'000, ' ');
    });
    CHECK(send({.url = server.url(u"/"_s), .maxResponseBytes = 10'000}).error().code == ErrorCode::TooLarge);
    CHECK(runUntil([&] { return server.disconnections() == 1; }));
}

TEST_CASE_METHOD(Fixture, "the limit counts what an answer is after decompression")
{
    const QByteArray packed = deflatedZeros(1'000'000);
    REQUIRE(packed.size() < 10'000);
    LocalServer server([&](const QByteArray&) { return LocalServer::answer(200, packed, "Content-Encoding: deflate\r\n"); });
    CHECK(send({.url = server.url(u"/"_s), .maxResponseBytes = 2'000'000}).value().body == QByteArray(1'000'000, '0'));
    const auto bomb = send({.url = server.url(u"/"_s), .maxResponseBytes = 500'000});
    REQUIRE(!bomb);
    INFO(bomb.error().detail.toStdString());
    CHECK(bomb.error().code == ErrorCode::TooLarge);
}

TEST_CASE_METHOD(Fixture, "an answer of exactly the limit passes, one byte more does not")
{
    LocalServer server([](const QByteArray&) { return LocalServer::answer(200, QByteArray(1000, 'x')); });
    CHECK(send({.url = server.url(u"/"_s), .maxResponseBytes = 1000}).value().body.size() == 1000);
    CHECK(send({.url = server.url(u"/"_s), .maxResponseBytes = 999}).error().code == ErrorCode::TooLarge);
}

TEST_CASE_METHOD(Fixture, "a server that never answers is given up, one that breaks off or is absent is a network fault")
{
    LocalServer silent([](const QByteArray&) { return QByteArray(); });
    CHECK(send({.url = silent.url(u"/"_s), .timeout = 50ms}).error().code == ErrorCode::Timeout);

    LocalServer stuck([](const QByteArray&) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"); });
    CHECK(send({.url = stuck.url(u"/"_s), .timeout = 50ms}).error().code == ErrorCode::Timeout);

    QUrl nobody;
    {
        const LocalServer closed([](const QByteArray&) { return QByteArray(); });
        nobody = closed.url(u"/"_s);
    }
    const auto refused = send({.url = nobody});
    CHECK(refused.error().code == ErrorCode::Network);
    CHECK(!refused.error().detail.contains(QString::number(nobody.port())));
}

TEST_CASE_METHOD(Fixture, "a request dies with its context and its callback is never called")
{
    LocalServer server([](const QByteArray&) { return QByteArray(); });
    auto owner = std::make_unique<QObject>();
    bool called = false;
    http.send({.url = server.url(u"/"_s)}, owner.get(), [&](const auto&) { called = true; });
    REQUIRE(runUntil([&] { return server.requests().size() == 1; }));
    owner.reset();
    CHECK(runUntil([&] { return server.disconnections() == 1; }));
    CHECK(!called);
}

TEST_CASE_METHOD(Fixture, "a context may die before a refused request was told so, and inside a callback")
{
    auto owner = std::make_unique<QObject>();
    bool called = false;
    http.send({.url = QUrl(u"http://192.0.2.1/"_s)}, owner.get(), [&](const auto&) { called = true; });
    owner.reset();
    runAll();
    CHECK(!called);

    LocalServer server([](const QByteArray&) { return LocalServer::answer(200, "{}"); });
    owner = std::make_unique<QObject>();
    http.send({.url = server.url(u"/"_s)}, owner.get(), [&](const auto&) {
        called = true;
        owner.reset();
    });
    CHECK(runUntil([&] { return called; }));
    runAll();
}

TEST_CASE_METHOD(Fixture, "nothing waits behind the long poll")
{
    LocalServer server([](const QByteArray& request) {
        return request.startsWith("GET /sync") ? QByteArray() : LocalServer::answer(200, "{}");
    });
    int open = 8;
    QObject poll;
    http.send({.url = server.url(u"/sync"_s), .lane = HttpRequest::Lane::LongPoll}, &poll, [](const auto&) {});
    for (int i = 0; i < 8; ++i)
        http.send({.url = server.url(u"/other"_s)}, &context, [&](const auto&) { --open; });
    CHECK(runUntil([&] { return open == 0; }));
}
