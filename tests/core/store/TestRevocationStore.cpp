#include "core/store/RevocationStore.h"
#include "tests/support/TemporaryDatabase.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

EndedSession session(const QString& baseUrl, const char* access)
{
    return {.baseUrl = QUrl(baseUrl),
            .tokens = {.access = std::make_shared<const crypto::SecretBytes>(crypto::SecretBytes::fromBytes(access)),
                       .refresh = nullptr,
                       .expiresAt = {7}}};
}

} // namespace

TEST_CASE("logouts that the server has not heard of are there at the next start")
{
    TemporaryDatabase database;
    REQUIRE(RevocationStore(*database).save(
        {session(u"https://a.example/x y"_s, "one"), session(u"https://a.example/x y"_s, "two")}));
    database.reopen();
    RevocationStore store(*database);
    const auto kept = store.sessions();
    REQUIRE(kept);
    REQUIRE(kept->size() == 2);
    CHECK(kept->at(0).baseUrl == QUrl(u"https://a.example/x y"_s));
    CHECK(kept->at(0).tokens.access->bytes() == "one");
    CHECK(kept->at(1).tokens.access->bytes() == "two");
    CHECK(kept->at(1).tokens.expiresAt.ms == 7);
    REQUIRE(store.save({}));
    CHECK(store.sessions()->isEmpty());
}

TEST_CASE("tokens never go to another server than the one they were kept for")
{
    TemporaryDatabase database;
    RevocationStore store(*database);
    REQUIRE(store.save({session(u"https://a.example"_s, "one")}));
    REQUIRE(database->run("UPDATE values_by_key SET key = 'revocation.1 https://evil.example' WHERE key GLOB 'revocation.*'"));
    const auto kept = store.sessions();
    REQUIRE(kept);
    CHECK(kept->isEmpty());
}
