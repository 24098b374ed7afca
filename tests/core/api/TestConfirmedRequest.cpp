#include "core/api/ConfirmedRequest.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString path = u"/_matrix/client/v3/keys/device_signing/upload"_s;
const QByteArray passwordQuestion = R"({"session":"s","flows":[{"stages":["m.login.password"]}]})";
const QByteArray browserQuestion = R"({"session":"s","flows":[{"stages":["m.oauth"]}],
    "params":{"m.oauth":{"url":"https://account.example.org/reset"}}})";

std::shared_ptr<crypto::SecretBytes> secret(const char* text)
{
    return std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text));
}

struct Asking {
    void serverAnswers(std::vector<FakeHomeserver::Answer> answers) { server.on("POST", path, std::move(answers)); }
    void start(std::shared_ptr<crypto::SecretBytes> password = {})
    {
        request = std::make_unique<ConfirmedRequest>(
            api, *UserId::parse(u"@anna:example.org"),
            [](const QJsonObject& auth) { return endpoints::replaceSigningKeys({{u"master_key"_s, 1}}, auth); },
            std::move(password));
        QObject::connect(request.get(), &ConfirmedRequest::asked, request.get(),
                         [this](const InteractiveAuth::Step& asked, const std::optional<Error>& why) {
                             question = asked;
                             failure = why;
                         });
        QObject::connect(request.get(), &ConfirmedRequest::finished, request.get(),
                         [this](const Result<>& ended) { result = ended; });
        request->start();
        runAll();
    }
    QJsonObject sent(qsizetype index)
    {
        return QJsonDocument::fromJson(server.requests().at(static_cast<size_t>(index)).body).object();
    }

    FakeHomeserver server;
    Api api{server, QUrl(u"https://example.org"_s), nullptr};
    std::unique_ptr<ConfirmedRequest> request;
    std::optional<InteractiveAuth::Step> question;
    std::optional<Error> failure;
    std::optional<Result<>> result;
};

} // namespace

TEST_CASE("a request that needs no confirmation is done at once", "[api][confirm]")
{
    Asking asking;
    asking.serverAnswers({FakeHomeserver::json("{}")});
    asking.start();
    CHECK(asking.result == Result<>());
    CHECK_FALSE(asking.question);
    CHECK_FALSE(asking.sent(0).contains("auth"_L1));
}

TEST_CASE("a request is confirmed with the password, and keeps it for what belongs together", "[api][confirm]")
{
    Asking asking;
    asking.serverAnswers(
        {FakeHomeserver::json(passwordQuestion, 401), FakeHomeserver::json(passwordQuestion, 401), FakeHomeserver::json("{}")});
    asking.start();
    REQUIRE(asking.question);
    asking.request->confirmWithPassword(secret("falsch"));
    runAll();
    CHECK(asking.question->refused);
    CHECK_FALSE(asking.result);
    asking.request->confirmWithPassword(secret("richtig"));
    runAll();
    CHECK(asking.result == Result<>());
    CHECK(asking.sent(2).value("auth"_L1).toObject().value("password"_L1) == u"richtig"_s);
    CHECK(asking.sent(2).value("master_key"_L1) == 1);
    REQUIRE(asking.request->password());
    CHECK(asking.request->password()->bytes() == "richtig");
}

TEST_CASE("a password from before answers once, and then the person is asked", "[api][confirm]")
{
    Asking asking;
    asking.serverAnswers({FakeHomeserver::json(passwordQuestion, 401)});
    asking.start(secret("alt"));
    REQUIRE(asking.question);
    CHECK(asking.question->refused);
    CHECK(asking.server.count("POST", path) == 2);
}

TEST_CASE("a request is confirmed in the browser", "[api][confirm]")
{
    Asking asking;
    asking.serverAnswers(
        {FakeHomeserver::json(browserQuestion, 401), FakeHomeserver::json(browserQuestion, 401), FakeHomeserver::json("{}")});
    asking.start(secret("passt nicht"));
    REQUIRE(asking.question);
    CHECK(asking.question->browser == QUrl(u"https://account.example.org/reset"_s));
    asking.request->confirmWithPassword(secret("egal")); // is no way here
    runAll();
    CHECK(asking.server.count("POST", path) == 1);
    asking.request->confirmedInBrowser();
    runAll();
    CHECK(asking.question->refused); // not confirmed there yet
    asking.request->confirmedInBrowser();
    runAll();
    CHECK(asking.result == Result<>());
}

TEST_CASE("a request that cannot be confirmed here says so", "[api][confirm]")
{
    Asking asking;
    SECTION("an unknown stage")
    {
        asking.serverAnswers({FakeHomeserver::json(R"({"session":"s","flows":[{"stages":["m.login.recaptcha"]}]})", 401)});
    }
    SECTION("done elsewhere")
    {
        asking.serverAnswers({FakeHomeserver::json(R"({"errcode":"M_UNRECOGNIZED"})", 404)});
    }
    asking.start();
    REQUIRE(asking.result);
    REQUIRE_FALSE(*asking.result);
    CHECK(asking.result->error().code == ErrorCode::NotSupported);
}
