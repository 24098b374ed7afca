#include "core/session/Discovery.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const auto versions = FakeHomeserver::json(R"({"versions":["v1.11"]})");
const auto flows = FakeHomeserver::json(R"({"flows":[
    {"type":"m.login.sso","identity_providers":[{"id":"oidc-tk","name":"GesundheitsID"}]},
    {"type":"m.login.token"},{"type":"m.login.password"}]})");

struct Fixture {
    FakeHomeserver server;

    Fixture()
    {
        server.on("GET", u"/_matrix/client/versions"_s, {versions});
        server.on("GET", u"/_matrix/client/v3/login"_s, {flows});
    }
    void describe(FakeHomeserver::Answer answer) { server.on("GET", u"/.well-known/matrix/client"_s, {std::move(answer)}); }
    Result<DiscoveredServer> find(const QString& address)
    {
        std::optional<Result<DiscoveredServer>> found;
        auto* discovery = new Discovery(server, LoopbackHttp::Allowed);
        QObject::connect(discovery, &Discovery::finished, discovery, [&](const auto& result) { found = result; });
        discovery->start(address);
        REQUIRE(runUntil([&] { return found.has_value(); }));
        runAll();
        return *found;
    }
    std::optional<ErrorCode> failure(const QString& address)
    {
        const auto found = find(address);
        return found ? std::nullopt : std::optional(found.error().code);
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "a server's name leads to its homeserver and to the ways of login there")
{
    describe(FakeHomeserver::json(
        R"({"m.homeserver":{"base_url":"https://matrix.tk.example/"},"m.identity_server":{"base_url":"x"}})"));
    const auto found = find(u"tk.example"_s);
    REQUIRE(found);
    CHECK(found->ownName == u"tk.example");
    const LoginOffer& offer = found->offer;
    CHECK(offer.serverName == u"tk.example");
    CHECK(offer.baseUrl == QUrl(u"https://matrix.tk.example"_s));
    CHECK(offer.password);
    CHECK(offer.sso);
    REQUIRE(offer.identityProviders.size() == 1);
    CHECK(offer.identityProviders.first() == LoginOffer::IdentityProvider{u"oidc-tk"_s, u"GesundheitsID"_s});

    const HttpRequest& description = server.requests().at(0);
    CHECK(description.url == QUrl(u"https://tk.example/.well-known/matrix/client"_s));
    CHECK(description.maxResponseBytes == 64 * 1024);
    CHECK(description.redirects == HttpRequest::Redirects::SameScheme);
    CHECK(server.requests().at(1).url == QUrl(u"https://matrix.tk.example/_matrix/client/versions"_s));
    for (const auto& request : server.requests())
        CHECK(request.accessToken.isEmpty());
}

TEST_CASE_METHOD(Fixture, "a server without a description is reached under its name")
{
    describe(FakeHomeserver::html("not found", 404));
    const auto found = find(u"tk.example"_s);
    REQUIRE(found);
    CHECK(found->offer.baseUrl == QUrl(u"https://tk.example"_s));
    CHECK(found->ownName == u"tk.example");
}

TEST_CASE_METHOD(Fixture, "a server behind a port is reached although nobody answers without it")
{
    describe(FakeHomeserver::failure(ErrorCode::Network));
    const auto found = find(u"tk.example:8448"_s);
    REQUIRE(found);
    CHECK(found->offer.baseUrl == QUrl(u"https://tk.example:8448"_s));
    CHECK(found->ownName.isEmpty());
}

TEST_CASE_METHOD(Fixture, "an address is asked directly")
{
    const auto found = find(u"127.0.10.1:8008"_s);
    REQUIRE(found);
    CHECK(found->offer.serverName == u"127.0.10.1:8008");
    CHECK(found->offer.baseUrl == QUrl(u"http://127.0.10.1:8008"_s));
    CHECK(found->ownName.isEmpty());
    CHECK(server.count("GET", u"/.well-known/matrix/client"_s) == 0);
}

TEST_CASE_METHOD(Fixture, "the server of an earlier login is asked where it was, whatever its description says now")
{
    std::optional<Result<DiscoveredServer>> found;
    Discovery discovery(server, LoopbackHttp::Refused);
    QObject::connect(&discovery, &Discovery::finished, &discovery, [&](const auto& result) { found = result; });
    discovery.startAt(u"tk.example"_s, QUrl(u"https://old.tk.example"_s));
    REQUIRE(runUntil([&] { return found.has_value(); }));
    REQUIRE(*found);
    CHECK((*found)->offer.baseUrl == QUrl(u"https://old.tk.example"_s));
    CHECK(server.count("GET", u"/.well-known/matrix/client"_s) == 0);
}

TEST_CASE_METHOD(Fixture, "a description that cannot be used ends the search, and nobody else is asked")
{
    struct Case {
        QByteArray body;
        ErrorCode code;
    };
    const auto bad = GENERATE(Case{R"({"m.homeserver":{"base_url":"http://matrix.tk.example"}})", ErrorCode::Tls},
                              Case{R"({"m.homeserver":{"base_url":"https://evil.example.org"}})", ErrorCode::UnknownServer},
                              Case{R"({"m.homeserver":{"base_url":"https://192.0.2.1"}})", ErrorCode::UnknownServer},
                              Case{R"({"m.homeserver":{"base_url":7}})", ErrorCode::UnknownServer},
                              Case{R"({"m.homeserver":{}})", ErrorCode::UnknownServer}, Case{"[]", ErrorCode::UnknownServer},
                              Case{"<html>", ErrorCode::UnknownServer}, Case{"", ErrorCode::UnknownServer});
    INFO(bad.body.toStdString());
    describe(FakeHomeserver::json(bad.body));
    CHECK(failure(u"tk.example"_s) == bad.code);
    CHECK(server.requests().size() == 1);
}

TEST_CASE_METHOD(Fixture, "each way not to reach a server has its own reason")
{
    describe(FakeHomeserver::failure(ErrorCode::Network));
    CHECK(failure(u"tk.example"_s) == ErrorCode::Network);
    describe({.response = fail(ErrorCode::Network, hostNotFound)});
    CHECK(failure(u"tk.example"_s) == ErrorCode::UnknownServer);
    describe(FakeHomeserver::failure(ErrorCode::Tls));
    CHECK(failure(u"tk.example"_s) == ErrorCode::Tls);
    describe(FakeHomeserver::failure(ErrorCode::TooLarge));
    CHECK(failure(u"tk.example"_s) == ErrorCode::TooLarge);
    describe(FakeHomeserver::json("{}", 503));
    CHECK(failure(u"tk.example"_s) == ErrorCode::Server);
    describe(FakeHomeserver::json("{}", 301)); // more redirects than allowed, or to another scheme
    CHECK(failure(u"tk.example"_s) == ErrorCode::UnknownServer);
    CHECK(failure(u"not a server"_s) == ErrorCode::UnknownServer);
}

TEST_CASE_METHOD(Fixture, "who does not speak the protocol is no messenger server")
{
    const auto answer =
        GENERATE(FakeHomeserver::json("{}", 404), FakeHomeserver::json("{}"), FakeHomeserver::json(R"({"versions":[]})"),
                 FakeHomeserver::json("nonsense"), FakeHomeserver::json("{}", 403),
                 FakeHomeserver::Answer{.response = fail(ErrorCode::Network, hostNotFound)});
    server.on("GET", u"/_matrix/client/versions"_s, {answer});
    CHECK(failure(u"https://tk.example"_s) == ErrorCode::UnknownServer);
}

TEST_CASE_METHOD(Fixture, "a server in trouble is not an unknown one")
{
    server.on("GET", u"/_matrix/client/versions"_s, {FakeHomeserver::json("{}", 500)});
    CHECK(failure(u"https://tk.example"_s) == ErrorCode::Server);
    server.on("GET", u"/_matrix/client/versions"_s, {FakeHomeserver::failure(ErrorCode::Timeout)});
    CHECK(failure(u"https://tk.example"_s) == ErrorCode::Timeout);
}

TEST_CASE_METHOD(Fixture, "a server with other ways of login only is not supported")
{
    server.on("GET", u"/_matrix/client/v3/login"_s,
              {FakeHomeserver::json(R"({"flows":[{"type":"com.example.magic"},{"type":"m.login.sso"}]})")});
    CHECK(failure(u"https://tk.example"_s) == ErrorCode::NotSupported);
}
