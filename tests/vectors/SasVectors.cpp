#include "crypto/CanonicalJson.h"
#include "crypto/Sas.h"
#include "crypto/Sha256.h"
#include "tests/vectors/VectorCheck.h"

#include <QJsonArray>

#include <algorithm>

using namespace crypto;
using namespace Qt::StringLiterals;

namespace test {

namespace {

template <size_t Size>
bool isNumbers(const std::array<int, Size>& numbers, const QJsonValue& expected)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array == expected.toArray();
}

void sasNumbers(const SasBytes& bytes, const Vector& v, Check& check)
{
    check.that(isNumbers(sasEmoji(bytes), v.expected["emoji_numbers"_L1]), u"emoji"_s);
    check.that(isNumbers(sasDecimals(bytes), v.expected["decimals"_L1]), u"decimals"_s);
}

QByteArray commitment(const QByteArray& key, const QJsonObject& start)
{
    return base64::encodeUnpadded(sha256(key + canonicalJson(start).value_or(QByteArray())));
}

} // namespace

void sasShort(const Vector& v, Check& check)
{
    SasBytes bytes{};
    const QByteArray raw = hex(v.input["bytes_hex"_L1]);
    std::copy_n(raw.begin(), std::min<qsizetype>(raw.size(), 6), bytes.begin());
    sasNumbers(bytes, v, check);
}

void sasCommitment(const Vector& v, Check& check)
{
    check.that(commitment(text(v.input["public_key"_L1]), v.input["start_content"_L1].toObject()) ==
                   text(v.expected["commitment"_L1]),
               u"commitment"_s);
}

void sasExchange(const Vector& v, Check& check)
{
    const auto a = v.input["A"_L1];
    const auto b = v.input["B"_L1];
    const auto keyA = X25519KeyPair::fromPrivateKey(secretHex(a["ephemeral_private_hex"_L1]));
    const auto keyB = X25519KeyPair::fromPrivateKey(secretHex(b["ephemeral_private_hex"_L1]));
    const auto sas = keyA && keyB ? Sas::create(*keyA, keyB->publicKey()) : std::unexpected(Error::BadKey);
    if (!sas)
        return check.that(false, u"keys"_s);
    check.that(keyA->publicKey().toBase64() == text(v.expected["key_from_A"_L1]), u"key of A"_s);
    check.that(commitment(keyB->publicKey().toBase64(), v.input["start_content_from_A"_L1].toObject()) ==
                   text(v.expected["commitment_in_accept_from_B"_L1]),
               u"commitment"_s);
    const auto bytes = sas->bytes(text(v.expected["hkdf_info"_L1]));
    check.that(QByteArray(reinterpret_cast<const char*>(bytes.data()), 6) == hex(v.expected["sas_bytes_hex"_L1]), u"bytes"_s);
    sasNumbers(bytes, v, check);
    const auto macs = v.expected["mac_from_A"_L1]["mac"_L1].toObject();
    const QByteArray info = "MATRIX_KEY_VERIFICATION_MAC" + text(a["user"_L1]) + text(a["device"_L1]) + text(b["user"_L1]) +
                            text(b["device"_L1]) + text(v.input["start_content_from_A"_L1]["transaction_id"_L1]);
    for (auto it = macs.begin(); it != macs.end(); ++it) {
        const bool device = it.key() == u"ed25519:"_s + a["device"_L1].toString();
        const QByteArray key = text(device ? a["device_ed25519"_L1] : a["master_key"_L1]);
        check.that(base64::encodeUnpadded(sas->mac(key, info + it.key().toUtf8())) == text(it.value()), it.key());
    }
    check.that(base64::encodeUnpadded(sas->mac(macs.keys().join(u',').toUtf8(), info + "KEY_IDS")) ==
                   text(v.expected["mac_from_A"_L1]["keys"_L1]),
               u"MAC of the key ids"_s);
}

} // namespace test
