// QR codes of verifications, and how MACs are written.
#include "core/encryption/verification/QrVerificationCode.h"
#include "tests/vectors/VectorCheck.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace test {

void sasMacText(const Vector& v, Check& check)
{
    QByteArray mac;
    for (const auto& byte : v.input["mac_bytes"_L1].toArray())
        mac.append(static_cast<char>(byte.toInt()));
    check.that(crypto::base64::encodeUnpadded(mac) == text(v.expected["hkdf-hmac-sha256.v2"_L1]), u"text of the MAC"_s);
}

void qrCode(const Vector& v, Check& check)
{
    const auto bytes = QByteArray::fromBase64(text(v.input["qr_bytes_base64"_L1]));
    const auto code = core::QrVerificationCode::parse(bytes);
    if (!code)
        return check.that(false, u"refused"_s);
    const auto decoded = [&](QLatin1StringView name) { return QByteArray::fromBase64(text(v.expected[name])); };
    check.that(static_cast<int>(code->mode) == v.expected["mode"_L1].toInt(), u"mode"_s);
    check.that(code->transaction == v.expected["transaction_id"_L1].toString(), u"transaction"_s);
    check.that(code->first.view() == decoded("key1_base64"_L1), u"first key"_s);
    check.that(code->second.view() == decoded("key2_base64"_L1), u"second key"_s);
    check.that(code->secret.bytes() == decoded("shared_secret_base64"_L1), u"secret"_s);
    check.that(code->toBytes() == bytes, u"written again"_s);
    const auto leastSecret = bytes.size() - code->secret.bytes().size() + 8;
    for (qsizetype size = 0; size < leastSecret; ++size)
        check.that(!core::QrVerificationCode::parse(bytes.left(size)), u"cut at %1"_s.arg(size));
}

// The cases are written as they stand in source code: `\x02` for a byte, `32xA` for 32 letters.
void qrGarbage(const Vector& v, Check& check)
{
    const auto cases = v.input["cases"_L1].toObject();
    check.that(!cases.isEmpty(), u"no cases"_s);
    for (auto it = cases.begin(); it != cases.end(); ++it) {
        QByteArray bytes;
        const auto parts = it.key().split(u" + "_s);
        for (const auto& part : parts) {
            if (part.startsWith("32x"_L1)) {
                bytes += QByteArray(32, part.at(3).toLatin1());
                continue;
            }
            for (qsizetype i = 0; i < part.size(); ++i) {
                const bool isByte = QStringView(part).sliced(i).startsWith("\\x"_L1);
                bytes += isByte ? static_cast<char>(part.mid(i + 2, 2).toInt(nullptr, 16)) : part.at(i).toLatin1();
                i += isByte ? 3 : 0;
            }
        }
        check.that(!core::QrVerificationCode::parse(bytes), it.value().toString());
    }
}

} // namespace test
