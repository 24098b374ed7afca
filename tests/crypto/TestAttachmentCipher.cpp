#include "crypto/AttachmentCipher.h"
#include "crypto/Random.h"

#include <QBuffer>

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace crypto;
using namespace Qt::StringLiterals;

struct Encrypted {
    QByteArray ciphertext;
    EncryptedFileInfo info;
};

static Encrypted encrypted(const QByteArray& plaintext)
{
    AttachmentEncryptor encryptor;
    QByteArray ciphertext = encryptor.update(plaintext.first(plaintext.size() / 3));
    ciphertext += encryptor.update(plaintext.sliced(plaintext.size() / 3));
    return {ciphertext, std::move(encryptor).finish()};
}

static Result<QByteArray> decrypted(const EncryptedFileInfo& info, QByteArray ciphertext, qint64 maximumSize = 100'000'000)
{
    QBuffer device(&ciphertext);
    device.open(QIODevice::ReadOnly);
    auto decryptor = AttachmentDecryptor::open(info, device, maximumSize);
    if (!decryptor)
        return std::unexpected(decryptor.error());
    QByteArray plaintext;
    for (;;) {
        const auto piece = decryptor->read(1000);
        if (!piece || piece->isEmpty())
            return plaintext;
        plaintext += *piece;
    }
}

TEST_CASE("a file comes back through the description that travels in the event")
{
    for (const size_t size : {0U, 1U, 16U, 999U, 1000U, 3'000'000U}) {
        const QByteArray plaintext = randomBytes(size);
        const auto [ciphertext, info] = encrypted(plaintext);
        CHECK(ciphertext.size() == plaintext.size());
        CHECK((size < 16 || ciphertext != plaintext));
        const auto read = EncryptedFileInfo::parse(info.toJson()).value();
        CHECK(read == info);
        CHECK((decrypted(read, ciphertext).value() == plaintext));
    }
}

TEST_CASE("a changed ciphertext gives no byte of plaintext")
{
    const auto [ciphertext, info] = encrypted(randomBytes(5000));
    for (const qsizetype at : {0, 2500, 4999}) {
        QByteArray wrong = ciphertext;
        wrong[at] = static_cast<char>(wrong[at] ^ 1);
        CHECK(decrypted(info, wrong).error() == Error::BadMac);
    }
    CHECK(decrypted(info, ciphertext.chopped(1)).error() == Error::BadMac);
    CHECK(decrypted(info, ciphertext + "x").error() == Error::BadMac);
    CHECK(decrypted(info, {}).error() == Error::BadMac);
}

TEST_CASE("a ciphertext above the limit is refused, one at the limit is not")
{
    const auto [ciphertext, info] = encrypted(randomBytes(5000));
    CHECK(decrypted(info, ciphertext, 4999).error() == Error::BadLength);
    CHECK(decrypted(info, ciphertext, 5000).has_value());
}

TEST_CASE("every file has its own key and counter block, whose counter half is zero")
{
    std::set<QByteArray> keys;
    std::set<AesCtrIv> blocks;
    for (int i = 0; i < 1000; ++i) {
        const auto info = AttachmentEncryptor().finish();
        keys.insert(info.key.bytes().toByteArray());
        blocks.insert(info.iv);
        CHECK(std::all_of(info.iv.begin() + 8, info.iv.end(), [](auto byte) { return byte == 0; }));
    }
    CHECK(keys.size() == 1000);
    CHECK(blocks.size() == 1000);
}

TEST_CASE("a description with a missing or a foreign part is refused")
{
    const QJsonObject good = AttachmentEncryptor().finish().toJson();
    REQUIRE(EncryptedFileInfo::parse(good).has_value());
    for (const auto& name : {u"v"_s, u"key"_s, u"iv"_s, u"hashes"_s}) {
        auto object = good;
        object.remove(name);
        CHECK(EncryptedFileInfo::parse(object).error() == Error::BadFormat);
        object.insert(name, 2);
        CHECK(EncryptedFileInfo::parse(object).error() == Error::BadFormat);
    }
    const auto withKey = [&](const QString& name, const QJsonValue& value) {
        auto object = good;
        auto key = object.value("key"_L1).toObject();
        key.insert(name, value);
        object.insert("key"_L1, key);
        return EncryptedFileInfo::parse(object);
    };
    CHECK(withKey(u"alg"_s, "A128CTR"_L1).error() == Error::BadFormat);
    CHECK(withKey(u"kty"_s, "RSA"_L1).error() == Error::BadFormat);
    CHECK(withKey(u"k"_s, 1).error() == Error::BadFormat);
    CHECK(withKey(u"k"_s, "AAAA"_L1).error() == Error::BadLength);
    CHECK(withKey(u"k"_s, QString(u"+"_s + QString(42, u'A'))).error() == Error::BadBase64); // not the URL-safe alphabet
    auto object = good;
    object.insert("v"_L1, "v1"_L1);
    CHECK(EncryptedFileInfo::parse(object).error() == Error::BadFormat);
    object = good;
    object.insert("iv"_L1, "AAAA"_L1);
    CHECK(EncryptedFileInfo::parse(object).error() == Error::BadLength);
    object = good;
    object.insert("hashes"_L1, QJsonObject{{"sha256"_L1, "AAAA"_L1}});
    CHECK(EncryptedFileInfo::parse(object).error() == Error::BadLength);
}
