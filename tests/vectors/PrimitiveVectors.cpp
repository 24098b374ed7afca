#include "crypto/AesCbc.h"
#include "crypto/AesCtr.h"
#include "crypto/CanonicalJson.h"
#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"
#include "crypto/JsonSignature.h"
#include "crypto/Pbkdf2.h"
#include "tests/vectors/VectorCheck.h"

#include <QJsonArray>

#include <algorithm>

using namespace crypto;
using namespace Qt::StringLiterals;

namespace test {

void base64Pairs(const Vector& v, Check& check)
{
    for (const auto& entry : v.input["pairs_plain_unpadded"_L1].toArray()) {
        const QByteArray plain = text(entry[0]);
        const QByteArray encoded = text(entry[1]);
        check.that(base64::encodeUnpadded(plain) == encoded, u"encode"_s);
        check.that(isBytes(base64::decode(encoded), plain), u"decode"_s);
        check.that(isBytes(base64::decode(base64::encodePadded(plain)), plain), u"decode padded"_s);
    }
    for (const auto& entry : v.input["pairs_plain_padded"_L1].toArray())
        check.that(isBytes(base64::decode(text(entry[1])), text(entry[0])), u"decode padded"_s);
}

void canonical(const Vector& v, Check& check)
{
    if (const auto pairs = v.input["pairs"_L1].toArray(); !pairs.isEmpty()) {
        for (const auto& pair : pairs) {
            // These are arrays; canonical JSON of ours is an object's.
            const QJsonObject wrapped{{"a"_L1, QJsonDocument::fromJson(text(pair[0])).array()}};
            check.that(isBytes(canonicalJson(wrapped), "{\"a\":" + text(pair[1]) + "}"), pair[0].toString());
        }
        return;
    }
    check.that(isBytes(canonicalJson(json(text(v.input["json"_L1]))), text(v.expected["canonical"_L1])), u"canonical"_s);
}

void jsonSignature(const Vector& v, Check& check)
{
    if (v.input.contains("seed"_L1)) {
        // The seed of the specification has unused bits set, which the strict decoder refuses.
        const auto seed = SecretBytes::fromBytes(QByteArray::fromBase64(text(v.input["seed"_L1])));
        const auto pair = Ed25519KeyPair::fromSeed(seed.copy());
        const auto bytes = signedBytes(v.input["object"_L1].toObject());
        check.that(pair && bytes && pair->sign(*bytes)->toBase64() == text(v.expected["signature"_L1]), u"signature"_s);
        return;
    }
    const bool device = v.input.contains("device_keys"_L1);
    const auto owner = device ? v.input["device_keys"_L1].toObject() : v.input;
    const QString user = owner["user_id"_L1].toString();
    const QString keyId = u"ed25519:"_s + owner["device_id"_L1].toString();
    const QByteArray key = text(device ? owner["keys"_L1][keyId] : owner["ed25519"_L1]);
    auto object = device ? owner : owner["signed_one_time_key"_L1].toObject();
    const auto parsed = Ed25519Key::parse(key);
    check.that(parsed && verifyJson(object, user, keyId, *parsed).has_value(), u"signature"_s);
    object.insert("added"_L1, true);
    check.that(parsed && !verifyJson(object, user, keyId, *parsed).has_value(), u"changed object"_s);
}

void crossSigning(const Vector& v, Check& check)
{
    for (const auto& name : {u"master"_s, u"self"_s, u"user"_s}) {
        const auto pair = Ed25519KeyPair::fromSeed(secret(v.input["private_keys"_L1][name]));
        check.that(pair && pair->publicKey().toBase64() == text(v.expected["public_keys"_L1][name]), name);
    }
    const QString user = v.input["user_id"_L1].toString();
    const QString master = v.expected["public_keys"_L1]["master"_L1].toString();
    for (const auto& list : {u"self_signing_keys"_s, u"user_signing_keys"_s}) {
        const auto object = v.input["keys_query"_L1][list][user].toObject();
        const auto key = Ed25519Key::parse(master.toUtf8());
        check.that(key && verifyJson(object, user, u"ed25519:"_s + master, *key).has_value(), list);
    }
}

void hkdf(const Vector& v, Check& check)
{
    const auto key = hkdfSha256(secretHex(v.input["hkdf_ikm_hex"_L1]), hex(v.input["hkdf_salt_hex"_L1]),
                                hex(v.input["hkdf_info_hex"_L1]), static_cast<size_t>(v.input["length"_L1].toInt()));
    check.that(key.bytes() == hex(v.expected["okm_hex"_L1]), u"HKDF"_s);
    check.that(hmacSha256(SecretBytes(), {}) == hex(v.expected["hmac_sha256_empty_key_empty_msg_hex"_L1]), u"HMAC"_s);
}

void pbkdf2(const Vector& v, Check& check)
{
    const auto key = pbkdf2Sha512(SecretBytes::fromBytes(text(v.input["password"_L1])), hex(v.input["salt_hex"_L1]),
                                  v.input["rounds"_L1].toInteger(), static_cast<size_t>(v.input["bits"_L1].toInt() / 8));
    check.that(key && base64::encodePadded(key->bytes()) == text(v.expected["key_base64"_L1]), u"key"_s);
}

void aesCtr(const Vector& v, Check& check)
{
    AesCtrIv block{};
    const QByteArray raw = hex(v.input["iv_hex"_L1]);
    std::copy_n(raw.begin(), std::min<qsizetype>(raw.size(), 16), block.begin());
    check.that(AesCtr(secretHex(v.input["key_hex"_L1]), block).process(hex(v.input["ciphertext_hex"_L1])) ==
                   text(v.expected["plaintext"_L1]),
               u"plaintext"_s);
}

void aesCbc(const Vector& v, Check& check)
{
    check.that(aesCbcEncrypt(SecretBytes(32), SecretBytes(16), QByteArray(16, '\0')) == hex(v.expected["ciphertext_hex"_L1]),
               u"ciphertext"_s);
}

void smallOrderKey(const Vector& v, Check& check)
{
    const auto key = Ed25519Key::fromBytes(hex(v.input["public_key_hex"_L1]));
    const auto signature = Ed25519Signature::fromBytes(hex(v.input["signature_hex"_L1]));
    check.that(key && signature && !verify(*key, text(v.input["message"_L1]), *signature), u"refused"_s);
}

} // namespace test
