#include "core/store/AccountDataStore.h"
#include "core/store/SealedTokens.h"
#include "core/store/SessionStore.h"
#include "tests/support/TemporaryDatabase.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const StoredSession session{.user = *UserId::parse(u"@anna:example.org"),
                            .device = *DeviceId::parse(u"DEVICE"),
                            .deviceName = u"Ännas Gerät"_s,
                            .serverName = u"Meine Kasse"_s,
                            .baseUrl = QUrl(u"https://matrix.example.org:8448/a%20b"_s)};

std::shared_ptr<const crypto::SecretBytes> secret(const QByteArray& text)
{
    return std::make_shared<const crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text));
}

bool same(const Tokens& tokens, const QByteArray& access, const QByteArray& refresh, qint64 expiresAt)
{
    const auto is = [](const std::shared_ptr<const crypto::SecretBytes>& token, const QByteArray& text) {
        return token ? token->bytes() == text : text.isNull();
    };
    return is(tokens.access, access) && is(tokens.refresh, refresh) && tokens.expiresAt.ms == expiresAt;
}

QByteArray sealedTokens(Database& database)
{
    QByteArray sealed;
    REQUIRE(database.each("SELECT value FROM values_by_key WHERE key = 'session.tokens'",
                          [&](const Statement& row) { sealed = row.blob(0); }));
    return sealed;
}

} // namespace

TEST_CASE("a new profile has no session, no tokens and has not synced", "[store]")
{
    TemporaryDatabase database;
    SessionStore store(*database);
    CHECK_FALSE(store.session()->has_value());
    CHECK(store.tokens().error().code == ErrorCode::NotFound);
    CHECK(store.nextBatch()->isEmpty());
    CHECK(store.filterId()->isEmpty());
    CHECK(*store.epoch() == 0);
}

TEST_CASE("the session and how far it is come back after a restart", "[store]")
{
    TemporaryDatabase database;
    {
        SessionStore store(*database);
        REQUIRE(store.save(session, {secret("access"), secret("refresh"), {5000}}));
        REQUIRE(store.setNextBatch(u"s1_2"_s));
        REQUIRE(store.setFilterId(u"3"_s));
        REQUIRE(store.setEpoch(qint64(1) << 40));
    }
    database.reopen();
    SessionStore store(*database);
    CHECK(**store.session() == session);
    CHECK(same(*store.tokens(), "access", "refresh", 5000));
    CHECK(*store.nextBatch() == u"s1_2");
    CHECK(*store.filterId() == u"3");
    CHECK(*store.epoch() == qint64(1) << 40);
}

TEST_CASE("a new pair of tokens replaces the old one; without tokens everything else stays", "[store]")
{
    TemporaryDatabase database;
    SessionStore store(*database);
    REQUIRE(store.save(session, {secret("access"), secret("refresh"), {5000}}));
    REQUIRE(store.saveTokens({secret("newer"), nullptr, {}}));
    CHECK(same(*store.tokens(), "newer", {}, 0));
    CHECK(same(*store.tokens(), "newer", QByteArray(), 0));
    REQUIRE(store.removeTokens());
    CHECK(store.tokens().error().code == ErrorCode::NotFound);
    CHECK(**store.session() == session);
}

TEST_CASE("tokens are sealed inside the encrypted file", "[store]")
{
    TemporaryDatabase database;
    SessionStore store(*database);
    REQUIRE(store.save(session, {secret("access token"), secret("refresh token"), {5000}}));
    auto sealed = sealedTokens(*database);
    CHECK_FALSE(sealed.contains("token"));

    REQUIRE(store.saveTokens(*store.tokens()));
    CHECK(sealedTokens(*database).left(12) != sealed.left(12)); // never the same nonce

    for (qsizetype i = 0; i < sealed.size(); ++i) {
        auto damaged = sealed;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        REQUIRE(database->run("UPDATE values_by_key SET value = ? WHERE key = 'session.tokens'", damaged));
        CHECK(store.tokens().error().code == ErrorCode::StorageDamaged);
    }
}

TEST_CASE("tokens keep whether there is a refresh token, and are read only with their key", "[store]")
{
    const auto key = crypto::SecretBytes::fromBytes(QByteArray(32, 'k'));
    const auto other = crypto::SecretBytes::fromBytes(QByteArray(32, 'o'));
    for (const auto& [access, refresh] : {std::pair<QByteArray, QByteArray>("a", "r"), {"a", ""}, {"a", {}}, {{}, {}}}) {
        const Tokens tokens{access.isNull() ? nullptr : secret(access), refresh.isNull() ? nullptr : secret(refresh), {-1}};
        const auto sealed = sealTokens(key, tokens);
        const auto opened = unsealTokens(key, sealed);
        REQUIRE(opened);
        CHECK(same(*opened, access, refresh, -1));
        CHECK_FALSE(unsealTokens(other, sealed));
    }
    CHECK(unsealTokens(key, {}).error().code == ErrorCode::StorageDamaged);
}

TEST_CASE("the newest account data of a type is kept", "[store]")
{
    TemporaryDatabase database;
    {
        AccountDataStore store(*database);
        CHECK(store.content("m.direct")->isNull());
        REQUIRE(store.save("m.direct", "{}"));
        REQUIRE(store.save("m.direct", R"({"@a:b":["!r"]})"));
        REQUIRE(store.save("m.push_rules", "{}"));
    }
    database.reopen();
    AccountDataStore store(*database);
    CHECK(*store.content("m.direct") == R"({"@a:b":["!r"]})");
    CHECK(*store.content("m.push_rules") == "{}");
    CHECK(store.content("m.direc")->isNull());
}
