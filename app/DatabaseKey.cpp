#include "app/DatabaseKey.h"

#include "crypto/Random.h"

namespace app {

namespace {

constexpr size_t keySize = 32; // S-93

void makeKey(KeychainVault& vault, const QString& profile, QObject* context, const KeychainVault::ReadCallback& done)
{
    auto key = std::make_shared<crypto::SecretBytes>(crypto::randomSecret(keySize));
    vault.write(profile, key->copy(), context, [key, done](core::Result<> written) {
        if (!written)
            return done(std::unexpected(written.error()));
        done(std::move(*key));
    });
}

} // namespace

void obtainDatabaseKey(KeychainVault& vault, const ProfileDirectory& profile, QObject* context, KeychainVault::ReadCallback done)
{
    vault.read(profile.id(), context, [&vault, profile, context, done = std::move(done)](core::Result<crypto::SecretBytes> key) {
        if (key && key->size() == keySize)
            return done(std::move(key));
        if (!key && key.error().code != core::ErrorCode::KeyMissing)
            return done(std::move(key));
        if (profile.hasDatabase())
            return done(core::fail(core::ErrorCode::KeyMissing));
        makeKey(vault, profile.id(), context, done);
    });
}

} // namespace app
