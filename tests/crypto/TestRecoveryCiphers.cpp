#include "crypto/BackupCipher.h"
#include "crypto/KeyExportFile.h"
#include "crypto/Random.h"
#include "crypto/Sas.h"
#include "crypto/SecretCipher.h"

#include <catch2/catch_test_macros.hpp>

using namespace crypto;

TEST_CASE("a stored secret opens under its key and its name only")
{
    const auto key = randomSecret(32);
    const auto secret = SecretBytes::fromBytes("seed");
    const auto sealed = sealSecret(key, "m.cross_signing.master", secret).value();
    CHECK((sealed.iv[8] & 0x80) == 0);
    CHECK(openSecret(key, "m.cross_signing.master", sealed).value().equals(secret));
    CHECK(openSecret(key, "m.cross_signing.self_signing", sealed).error() == Error::BadMac);
    CHECK(openSecret(randomSecret(32), "m.cross_signing.master", sealed).error() == Error::BadMac);
    auto wrong = sealed;
    wrong.ciphertext[0] = static_cast<char>(wrong.ciphertext[0] ^ 1);
    CHECK(openSecret(key, "m.cross_signing.master", wrong).error() == Error::BadMac);
    wrong = sealed;
    wrong.mac.chop(1);
    CHECK(openSecret(key, "m.cross_signing.master", wrong).error() == Error::BadMac);
    CHECK(openSecret(SecretBytes(16), "m.cross_signing.master", sealed).error() == Error::BadLength);
}

TEST_CASE("a backup entry opens with the private key; odd lengths and wrong MACs are refused")
{
    const auto pair = X25519KeyPair::generate();
    const auto plaintext = SecretBytes::fromBytes("{\"session_key\":\"\"}");
    const auto entry = encryptForBackup(pair.publicKey(), plaintext).value();
    CHECK(decryptFromBackup(pair, entry).value().equals(plaintext));
    CHECK(encryptForBackup(pair.publicKey(), plaintext).value() != entry);
    for (const qsizetype length : {0, 1, 15, 17, 31}) {
        auto wrong = entry;
        wrong.ciphertext.truncate(length);
        CHECK(decryptFromBackup(pair, wrong).error() == Error::BadLength);
    }
    auto wrong = entry;
    wrong.mac[0] = static_cast<char>(wrong.mac[0] ^ 1);
    CHECK(decryptFromBackup(pair, wrong).error() == Error::BadMac);
    wrong = entry;
    wrong.ephemeral = Curve25519Key{};
    CHECK(decryptFromBackup(pair, wrong).error() == Error::BadKey);
    CHECK(encryptForBackup(Curve25519Key{}, plaintext).error() == Error::BadKey);
}

TEST_CASE("an export file opens with its pass phrase and asks for no absurd work")
{
    const auto phrase = SecretBytes::fromBytes("p\xc3\xa4ssword");
    const auto sessions = SecretBytes::fromBytes("[]");
    const QByteArray file = sealKeyExport(sessions, phrase).value();
    CHECK(openKeyExport(file, phrase).value().equals(sessions));
    CHECK(openKeyExport(file, phrase, {.minimumRounds = 500'001}).error() == Error::BadFormat);
    CHECK(openKeyExport(file, phrase, {.maximumRounds = 499'999}).error() == Error::BadFormat);
    CHECK(openKeyExport(file.chopped(2), phrase).error() == Error::BadFormat);
    CHECK(openKeyExport("", phrase).error() == Error::BadFormat);
    CHECK(openKeyExport(file, SecretBytes::fromBytes("other")).error() == Error::BadMac);
    CHECK(sealKeyExport(sessions, phrase, 499'999).error() == Error::BadLength);
}

TEST_CASE("both sides of a verification see the same, a third does not")
{
    const auto alice = X25519KeyPair::generate();
    const auto bob = X25519KeyPair::generate();
    const auto eve = X25519KeyPair::generate();
    const auto atAlice = Sas::create(alice, bob.publicKey()).value();
    const auto atBob = Sas::create(bob, alice.publicKey()).value();
    CHECK(atAlice.bytes("info") == atBob.bytes("info"));
    CHECK(atAlice.bytes("info") != atBob.bytes("other"));
    CHECK(atAlice.mac("key", "info") == atBob.mac("key", "info"));
    CHECK(atAlice.mac("key", "info") != atBob.mac("kez", "info"));
    CHECK(Sas::create(eve, bob.publicKey()).value().bytes("info") != atBob.bytes("info"));
    CHECK(Sas::create(alice, Curve25519Key{}).error() == Error::BadKey);
}

// https://spec.matrix.org/v1.11/client-server-api/#sas-method-decimal and #sas-method-emoji
TEST_CASE("the bits of a short string are cut in groups of 13 for numbers and of 6 for emoji")
{
    CHECK(sasDecimals({0x00, 0x07, 0xff, 0xc0, 0x00, 0xff}) == std::array{1000, 9191, 1000});
    CHECK(sasDecimals({0xff, 0xf8, 0x00, 0x3f, 0xfe, 0x00}) == std::array{9191, 1000, 9191});
    CHECK(sasEmoji({0xfc, 0x0f, 0xc0, 0xfc, 0x0f, 0xc0}) == std::array{63, 0, 63, 0, 63, 0, 63});
    CHECK(sasEmoji({0x04, 0x20, 0xc4, 0x14, 0x61, 0xc0}) == std::array{1, 2, 3, 4, 5, 6, 7});
}
