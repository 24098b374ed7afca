#include "core/api/Api.h"
#include "core/api/endpoints/Common.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>
#include <optional>

using namespace core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

class FakeTokens final : public TokenSource {
public:
    QByteArray token = "first";
    Result<> outcome;             // of each renewal
    QList<QByteArray> renewedFor; // the tokens that were refused
    QList<Error> refusals;

    [[nodiscard]] QByteArray accessToken() const override { return token; }
    void renew(const QByteArray& usedToken, const Error& refusal, QObject* context, std::function<void(Result<>)> done) override
    {
        renewedFor.append(usedToken);
        refusals.append(refusal);
        if (outcome)
            token = "second";
        QMetaObject::invokeMethod(context, [result = outcome, done] { done(result); }, Qt::QueuedConnection);
    }
};

// Takes the waits away: below the range that the policy is made for.
RetryPolicy impatient()
{
    return RetryPolicy([] { return -1.0; });
}

Endpoint<QString> echo(Retry retry = Retry::Never)
{
    return {.path = u"/x"_s, .retry = retry, .parse = parseJson<QString>([](JsonValue root) -> Result<QString> {
                                                 return root["value"].string().value_or(u"none"_s);
                                             })};
}

struct Fixture {
    FakeHomeserver server;
    FakeTokens tokens;
    Api api{server, QUrl(u"https://matrix.example.org/base/"_s), &tokens, impatient()};
    QObject context;

    template <typename T>
    Result<T> call(Endpoint<T> endpoint)
    {
        std::optional<Result<T>> result;
        api.call<T>(std::move(endpoint), &context, [&](Result<T> answer) { result = std::move(answer); });
        CHECK(!result);
        runUntil([&] { return result.has_value(); });
        return result.value();
    }
    void serverSays(std::vector<FakeHomeserver::Answer> answers) { server.on("GET", u"/base/x"_s, std::move(answers)); }
};

const auto good = FakeHomeserver::json(R"({"value":"good"})");
const auto endedToken = FakeHomeserver::errcode(401, u"M_UNKNOWN_TOKEN"_s);
const auto softLogout = FakeHomeserver::errcode(401, u"M_UNKNOWN_TOKEN"_s, {{u"soft_logout"_s, true}});

} // namespace

TEST_CASE_METHOD(Fixture, "an endpoint becomes a request below the base URL, with the token and without touching its encoding")
{
    server.on("PUT", u"/base/rooms/%21a%2Fb:c/x"_s, {FakeHomeserver::json("{}")});
    Endpoint<Empty> endpoint{.method = "PUT",
                             .path = u"/rooms/%21a%2Fb:c/x?since=a%26b"_s,
                             .body = R"({"a":1})",
                             .timeout = 5s,
                             .lane = HttpRequest::Lane::LongPoll,
                             .parse = endpoints::ignoreAnswer()};
    REQUIRE(call(std::move(endpoint)));
    const HttpRequest& request = server.requests().at(0);
    CHECK(request.url.toString(QUrl::FullyEncoded) == u"https://matrix.example.org/base/rooms/%21a%2Fb:c/x?since=a%26b"_s);
    CHECK(request.accessToken == "first");
    CHECK(request.body == R"({"a":1})");
    CHECK(request.timeout == 5s);
    CHECK(request.lane == HttpRequest::Lane::LongPoll);
    CHECK(request.redirects == HttpRequest::Redirects::None);
}

TEST_CASE_METHOD(Fixture, "a call that needs no token does not carry one")
{
    serverSays({good});
    auto endpoint = echo();
    endpoint.token = Endpoint<QString>::Token::None;
    CHECK(call(endpoint) == u"good"_s);
    CHECK(server.requests().at(0).accessToken.isEmpty());
}

TEST_CASE_METHOD(Fixture, "each kind of refusal has its error")
{
    const struct {
        int status;
        QString errcode;
        ErrorCode code;
    } table[] = {
        {400, u"M_BAD_JSON"_s, ErrorCode::Protocol},
        {400, u"M_FORBIDDEN"_s, ErrorCode::Forbidden},
        {400, u"M_LIMIT_EXCEEDED"_s, ErrorCode::RateLimited},
        {401, u"M_UNAUTHORIZED"_s, ErrorCode::Forbidden},
        {401, u""_s, ErrorCode::Forbidden},
        {401, u"M_USER_LOCKED"_s, ErrorCode::Server},
        {403, u"M_FORBIDDEN"_s, ErrorCode::Forbidden},
        {403, u"M_ANYTHING"_s, ErrorCode::Forbidden},
        {404, u"M_NOT_FOUND"_s, ErrorCode::NotFound},
        {404, u"M_UNRECOGNIZED"_s, ErrorCode::NotFound},
        {413, u"M_TOO_LARGE"_s, ErrorCode::TooLarge},
        {429, u"M_LIMIT_EXCEEDED"_s, ErrorCode::RateLimited},
        {500, u"M_UNKNOWN"_s, ErrorCode::Server},
        {502, u""_s, ErrorCode::Server},
        {302, u""_s, ErrorCode::Protocol},
        {418, u""_s, ErrorCode::Protocol},
    };
    for (const auto& row : table) {
        INFO(row.status << ' ' << row.errcode.toStdString());
        serverSays({FakeHomeserver::errcode(row.status, row.errcode)});
        const auto result = call(echo());
        REQUIRE(!result);
        CHECK(result.error().code == row.code);
        CHECK(result.error().errcode == row.errcode);
        CHECK(result.error().detail == QString::number(row.status));
    }
    CHECK(tokens.renewedFor.isEmpty());
}

TEST_CASE_METHOD(Fixture, "a rate limit says how long to wait, from the header or the body, within an hour")
{
    const struct {
        QByteArray header;
        QByteArray body;
        std::optional<std::chrono::milliseconds> wait;
    } table[] = {
        {"3", "{}", 3s},
        {"", R"({"retry_after_ms":1500})", 1500ms},
        {"999999999", "{}", 1h},
        {"", "<html></html>", {}},
        {"0", "<html></html>", 500ms},
        {"", R"({"retry_after_ms":"soon"})", {}},
    };
    for (const auto& row : table) {
        INFO(row.header.toStdString() << row.body.toStdString());
        auto answer = FakeHomeserver::json(row.body, 429);
        answer.response->retryAfter = row.header;
        serverSays({answer});
        const auto error = call(echo(Retry::Idempotent)).error();
        CHECK(error.code == ErrorCode::RateLimited);
        CHECK(error.retryAfter == row.wait);
    }
    CHECK(server.requests().size() == std::size(table)); // a limited request is not sent again by itself
}

TEST_CASE_METHOD(Fixture, "a page of a captive portal is no connection")
{
    serverSays({FakeHomeserver::html("<html>Welcome to the guest network</html>")});
    CHECK(call(echo()).error().code == ErrorCode::Network);
    auto endpoint = Endpoint<Empty>{.path = u"/x"_s, .parse = endpoints::ignoreAnswer()};
    CHECK(call(std::move(endpoint)).error().code == ErrorCode::Network);
    serverSays({FakeHomeserver::html("<html>Bad gateway</html>", 502)});
    CHECK(call(echo()).error().code == ErrorCode::Server);
}

TEST_CASE_METHOD(Fixture, "an answer that is no JSON object breaks the protocol and nothing else")
{
    for (const QByteArray body : {"", "{", "[]", "null", "\"a\"", "{\"a\":1}x", "\xff\xfe"}) {
        INFO(body.toStdString());
        serverSays({FakeHomeserver::json(body)});
        CHECK(call(echo()).error().code == ErrorCode::Protocol);
    }
}

TEST_CASE_METHOD(Fixture, "what is safe to repeat is tried three times, anything else once")
{
    for (const auto& failure : {FakeHomeserver::failure(ErrorCode::Network), FakeHomeserver::failure(ErrorCode::Timeout),
                                FakeHomeserver::errcode(503, {})}) {
        serverSays({failure, failure, good});
        CHECK(call(echo(Retry::Idempotent)) == u"good"_s);
        serverSays({failure, good});
        CHECK(!call(echo(Retry::Never)));
        serverSays({failure, failure, failure, good});
        CHECK(!call(echo(Retry::Idempotent)));
    }
    CHECK(server.requests().size() == 3 * (3 + 1 + 3));
}

TEST_CASE_METHOD(Fixture, "what will not get better is not tried again")
{
    for (const auto& failure : {FakeHomeserver::failure(ErrorCode::Tls), FakeHomeserver::failure(ErrorCode::TooLarge),
                                FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s), FakeHomeserver::errcode(400, u"M_BAD_JSON"_s)}) {
        serverSays({failure, good});
        CHECK(!call(echo(Retry::Idempotent)));
    }
    CHECK(server.requests().size() == 4);
}

TEST_CASE_METHOD(Fixture, "a token that has ended is renewed once and the request sent again with the new one")
{
    for (const auto& refusal : {endedToken, softLogout}) {
        tokens.token = "first";
        serverSays({refusal, good});
        CHECK(call(echo()) == u"good"_s);
        CHECK(server.requests().back().accessToken == "second");
    }
    CHECK(tokens.renewedFor == QList<QByteArray>{"first", "first"});
    CHECK(tokens.refusals.at(0).code == ErrorCode::Unauthorized);
    CHECK(tokens.refusals.at(1).code == ErrorCode::SoftLoggedOut);
}

TEST_CASE_METHOD(Fixture, "a renewed token that is refused as well ends the call")
{
    serverSays({softLogout});
    CHECK(call(echo(Retry::Idempotent)).error().code == ErrorCode::SoftLoggedOut);
    CHECK(tokens.renewedFor.size() == 1);
    CHECK(server.requests().size() == 2);
}

TEST_CASE_METHOD(Fixture, "a token that cannot be renewed ends the call with the reason")
{
    tokens.outcome = fail(ErrorCode::SoftLoggedOut);
    serverSays({endedToken, good});
    CHECK(call(echo(Retry::Idempotent)).error().code == ErrorCode::SoftLoggedOut);
    CHECK(server.requests().size() == 1);
}

TEST_CASE_METHOD(Fixture, "a refused login has nothing to renew")
{
    serverSays({endedToken});
    auto endpoint = echo();
    endpoint.token = Endpoint<QString>::Token::None;
    CHECK(call(endpoint).error().code == ErrorCode::Unauthorized);
    CHECK(tokens.renewedFor.isEmpty());

    Api withoutTokens(server, QUrl(u"https://matrix.example.org/base"_s), nullptr, impatient());
    std::optional<Result<QString>> result;
    withoutTokens.call<QString>(echo(), &context, [&](auto answer) { result = answer; });
    REQUIRE(runUntil([&] { return result.has_value(); }));
    CHECK(result->error().code == ErrorCode::Unauthorized);
}

TEST_CASE_METHOD(Fixture, "a server that wants a confirmation does not end the session")
{
    serverSays({FakeHomeserver::json(R"({"flows":[{"stages":["m.login.password"]}],"session":"s","params":{}})", 401)});
    CHECK(call(echo()).error().code == ErrorCode::Forbidden);
    CHECK(tokens.renewedFor.isEmpty());
}

TEST_CASE_METHOD(Fixture, "a call dies with its context, also between two tries")
{
    serverSays({FakeHomeserver::held(good)});
    auto owner = std::make_unique<QObject>();
    bool called = false;
    const auto done = [&](const Result<QString>&) { called = true; };
    api.call<QString>(echo(), owner.get(), done);
    owner.reset();
    server.release();
    runAll();
    CHECK(!called);

    Api patient(server, QUrl(u"https://matrix.example.org/base"_s), &tokens, RetryPolicy([] { return 1.0; }));
    serverSays({FakeHomeserver::failure(ErrorCode::Network)});
    owner = std::make_unique<QObject>();
    patient.call<QString>(echo(Retry::Idempotent), owner.get(), done);
    runAll(); // the first try has failed, the second one waits
    owner.reset();
    runAll();
    CHECK(!called);
    CHECK(server.requests().size() == 2);
}

TEST_CASE_METHOD(Fixture, "a 401 that asks for a confirmation is an answer where one is expected, and an error elsewhere")
{
    const auto question = FakeHomeserver::json(R"({"session":"xyz","flows":[]})", 401);
    serverSays({question});
    CHECK(call(echo()).error().code == ErrorCode::Forbidden);
    auto endpoint = echo();
    endpoint.parseQuestion =
        parseJson<QString>([](JsonValue root) -> Result<QString> { return root["session"].string().value_or(u"none"_s); });
    CHECK(call(endpoint) == u"xyz"_s);
    CHECK(tokens.renewedFor.isEmpty());
    serverSays({endedToken, good});
    CHECK(call(endpoint) == u"good"_s); // a refused token is renewed also there
    CHECK(tokens.renewedFor.size() == 1);
}
