#include "core/api/InteractiveAuth.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Confirming {
    InteractiveAuth auth{*UserId::parse(u"@anna:example.org"_s), QUrl(u"https://matrix.example.org/"_s)};

    InteractiveAuth::Step ask(const QByteArray& question) { return auth.ask(question).value_or(InteractiveAuth::Step{}); }
    std::optional<ErrorCode> refuses(const QByteArray& question)
    {
        const auto step = auth.ask(question);
        return step ? std::nullopt : std::optional(step.error().code);
    }
};

const QByteArray passwordOrBrowser =
    R"({"session":"x y/&z","flows":[{"stages":["m.login.password"]},{"stages":["m.login.sso"]}],"params":{}})";

} // namespace

TEST_CASE_METHOD(Confirming, "password and browser are offered side by side, and the person chooses", "[devices]")
{
    const auto step = ask(passwordOrBrowser);
    CHECK(step.password);
    CHECK_FALSE(step.nothing);
    CHECK_FALSE(step.refused);
    CHECK(step.browser.toEncoded() ==
          "https://matrix.example.org/_matrix/client/v3/auth/m.login.sso/fallback/web?session=x%20y%2F%26z");
    const auto password = auth.withPassword(crypto::SecretBytes::fromBytes("geheim ä"));
    CHECK(password.value("type"_L1) == u"m.login.password"_s);
    CHECK(password.value("session"_L1) == u"x y/&z"_s);
    CHECK(password.value("password"_L1) == u"geheim ä"_s);
    CHECK(password.value("identifier"_L1).toObject().value("user"_L1) == u"@anna:example.org"_s);
    CHECK(auth.afterBrowser() == QJsonObject{{u"session"_s, u"x y/&z"_s}});
}

TEST_CASE_METHOD(Confirming, "a stage for nothing is passed without asking the person", "[devices]")
{
    CHECK(ask(R"({"session":"s","flows":[{"stages":["m.login.dummy","m.login.password"]}]})").nothing);
    CHECK(auth.withNothing() == QJsonObject{{u"session"_s, u"s"_s}, {u"type"_s, u"m.login.dummy"_s}});
    const auto next =
        ask(R"({"session":"s","completed":["m.login.dummy"],"flows":[{"stages":["m.login.dummy","m.login.password"]}]})");
    CHECK(next.password);
    CHECK_FALSE(next.nothing);
    CHECK_FALSE(next.refused);
}

TEST_CASE_METHOD(Confirming, "a server that asks for nothing again and again is left", "[devices]")
{
    const QByteArray question = R"({"session":"s","flows":[{"stages":["m.login.dummy"]}]})";
    int answers = 0;
    while (answers < 100 && !refuses(question)) {
        (void)auth.withNothing();
        ++answers;
    }
    CHECK(answers == 3);
    CHECK(refuses(question) == ErrorCode::Protocol);
}

TEST_CASE_METHOD(Confirming, "an answer that has confirmed nothing is told from a next stage", "[devices]")
{
    CHECK_FALSE(ask(passwordOrBrowser).refused);
    (void)auth.withPassword(crypto::SecretBytes::fromBytes("wrong"));
    CHECK(ask(passwordOrBrowser).refused);
    (void)auth.afterBrowser();
    CHECK(ask(passwordOrBrowser).refused);
    (void)auth.withPassword(crypto::SecretBytes::fromBytes("right"));
    CHECK_FALSE(ask(R"({"session":"s","completed":["m.login.password"],
        "flows":[{"stages":["m.login.password","m.login.sso"]}]})")
                    .refused);
}

TEST_CASE_METHOD(Confirming, "OAuth sends to its own page, and only to a safe one", "[devices]")
{
    const auto with = [](const QByteArray& url, const QByteArray& stage = "m.oauth") {
        return QByteArray(R"({"session":"s","flows":[{"stages":[")") + stage + R"("]}],"params":{")" + stage + R"(":{"url":")" +
               url + R"("}}})";
    };
    CHECK(ask(with("https://account.example.org/?action=x")).browser == QUrl(u"https://account.example.org/?action=x"_s));
    CHECK(ask(with("https://account.example.org/", "org.matrix.cross_signing_reset")).browser.host() == u"account.example.org"_s);
    CHECK(auth.afterBrowser() == QJsonObject{{u"session"_s, u"s"_s}});
    for (const auto* url : {"http://account.example.org/", "file:///etc/passwd", "javascript:alert(1)", "https:///x", "",
                            "https://a:b@account.example.org/", "not an address"})
        CHECK(refuses(with(url)) == ErrorCode::NotSupported);
}

TEST_CASE_METHOD(Confirming, "a flow that ends in a stage nobody knows is not entered", "[devices]")
{
    const auto step = ask(R"({"session":"s","flows":[{"stages":["m.login.password","m.login.recaptcha"]},
        {"stages":["m.login.sso"]}]})");
    CHECK_FALSE(step.password);
    CHECK_FALSE(step.browser.isEmpty());
    CHECK(refuses(R"({"session":"s","flows":[{"stages":["m.login.recaptcha"]}]})") == ErrorCode::NotSupported);
    CHECK(refuses(R"({"session":"s","flows":[{"stages":[]},7,{},{"stages":"m.login.dummy"}]})") == ErrorCode::NotSupported);
}

TEST_CASE_METHOD(Confirming, "what is no question is an error", "[devices]")
{
    for (const auto* question : {"", "[]", "{}", "<html>", R"({"flows":7})"})
        CHECK(refuses(question) == ErrorCode::Protocol);
    CHECK(refuses(R"({"session":")" + QByteArray(2'000, 'a') + R"(","flows":[{"stages":["m.login.sso"]}]})") ==
          ErrorCode::Protocol);
}

TEST_CASE_METHOD(Confirming, "without a session there is no way through the browser", "[devices]")
{
    CHECK(refuses(R"({"flows":[{"stages":["m.login.sso"]}]})") == ErrorCode::NotSupported);
    CHECK(ask(R"({"flows":[{"stages":["m.login.sso"]},{"stages":["m.login.password"]}]})").browser.isEmpty());
}
