#include "core/base/Clock.h"
#include "core/session/LogoutJob.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const crypto::SecretBytes> secret(const char* text)
{
    return std::make_shared<const crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text));
}

struct Fixture {
    FakeHomeserver server;
    SystemClock clock;
    Tokens left; // after the job

    Result<> logOut(Tokens tokens = {.access = secret("access"), .refresh = secret("refresh"), .expiresAt = {}})
    {
        auto* job = new LogoutJob(server, clock, {.baseUrl = QUrl(u"https://m.example"_s), .tokens = std::move(tokens)});
        std::optional<Result<>> finished;
        QObject::connect(job, &LogoutJob::finished, job, [&](const Result<>& result) {
            finished = result;
            left = job->session().tokens;
        });
        job->start();
        REQUIRE(runUntil([&] { return finished.has_value(); }));
        runAll();
        return *finished;
    }
    void logoutSays(std::vector<FakeHomeserver::Answer> answers)
    {
        server.on("POST", u"/_matrix/client/v3/logout"_s, std::move(answers));
    }
    void refreshSays(FakeHomeserver::Answer answer) { server.on("POST", u"/_matrix/client/v3/refresh"_s, {std::move(answer)}); }
};

const auto done = FakeHomeserver::json("{}");
const auto unknownToken = FakeHomeserver::errcode(401, u"M_UNKNOWN_TOKEN"_s);

} // namespace

TEST_CASE_METHOD(Fixture, "a logout tells the server which session has ended")
{
    logoutSays({done});
    CHECK(logOut());
    REQUIRE(server.requests().size() == 1);
    CHECK(server.requests().at(0).accessToken == "access");
}

TEST_CASE_METHOD(Fixture, "a logout whose access token has run out is repeated with a new one")
{
    logoutSays({unknownToken, done});
    refreshSays(FakeHomeserver::json(R"({"access_token":"new","refresh_token":"newer"})"));
    CHECK(logOut());
    CHECK(server.requests().back().accessToken == "new");
}

TEST_CASE_METHOD(Fixture, "a session that the server does not know needs no logout")
{
    logoutSays({unknownToken});
    CHECK(logOut({.access = secret("access"), .refresh = nullptr, .expiresAt = {}}));
    refreshSays(FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s));
    CHECK(logOut());
}

TEST_CASE_METHOD(Fixture, "a logout that does not reach the server can be repeated with what is left")
{
    logoutSays({FakeHomeserver::failure(ErrorCode::Network)});
    CHECK(logOut().error().code == ErrorCode::Network);
    CHECK(left.access->bytes() == "access");

    logoutSays({unknownToken, FakeHomeserver::failure(ErrorCode::Network)});
    refreshSays(FakeHomeserver::json(R"({"access_token":"new","refresh_token":"newer"})"));
    CHECK(logOut().error().code == ErrorCode::Network);
    CHECK(left.access->bytes() == "new");
    CHECK(left.refresh->bytes() == "newer");
}
