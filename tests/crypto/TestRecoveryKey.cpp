#include "crypto/Base58.h"
#include "crypto/Random.h"
#include "crypto/RecoveryKey.h"

#include <QString>

#include <catch2/catch_test_macros.hpp>

using namespace crypto;
using namespace Qt::StringLiterals;

TEST_CASE("base58 keeps leading zeros and agrees with known values")
{
    // https://datatracker.ietf.org/doc/html/draft-msporny-base58-03#section-5
    const std::pair<QByteArray, QByteArray> known[] = {
        {"Hello World!", "2NEpo7TZRRrLZSi2U"},
        {"The quick brown fox jumps over the lazy dog.", "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"},
        {QByteArray::fromHex("0000287fb4cd"), "11233QC4"},
        {"", ""},
        {QByteArray(3, '\0'), "111"},
    };
    for (const auto& [plain, text] : known) {
        CHECK(encodeBase58(SecretBytes::fromBytes(plain)).bytes() == text);
        CHECK(decodeBase58(text).value().bytes() == plain);
    }
    for (const char* bad : {"0", "O", "I", "l", "+", " ", "a b", "\x80"})
        CHECK(decodeBase58(bad).error() == Error::BadFormat);
    CHECK(decodeBase58(QByteArray(181, '1')).error() == Error::BadLength);
}

TEST_CASE("a recovery key is read as it was written, with any white space")
{
    const auto key = randomSecret(32);
    const auto encoded = encodeRecoveryKey(key).value();
    QString text = QString::fromLatin1(encoded.bytes());
    CHECK(text.size() == 48 + 11);
    CHECK(decodeRecoveryKey(text).value().equals(key));
    CHECK(decodeRecoveryKey(text.replace(u' ', u"\u00a0\n\t "_s)).value().equals(key));
    CHECK(encodeRecoveryKey(SecretBytes(31)).error() == Error::BadLength);
}

TEST_CASE("a recovery key with a typing error is refused")
{
    const QString good = QString::fromLatin1(encodeRecoveryKey(randomSecret(32)).value().bytes()).remove(u' ');
    for (qsizetype i = 0; i < good.size(); ++i) {
        QString typo = good;
        typo[i] = good[i] == u'Z' ? u'Y' : u'Z';
        // Eight bits of parity miss one error in 256; the prefix and the length see some of those.
        const auto read = decodeRecoveryKey(typo);
        if (read.has_value())
            CHECK(!read->equals(decodeRecoveryKey(good).value()));
    }
    CHECK(decodeRecoveryKey(good.chopped(1)).has_value() == false);
    CHECK(decodeRecoveryKey(good + u'1').has_value() == false);
    CHECK(decodeRecoveryKey(u"").error() == Error::BadLength);
    CHECK(decodeRecoveryKey(u"ä"_s).error() == Error::BadFormat);
    CHECK(decodeRecoveryKey(QString(65, u'1')).error() == Error::BadLength);
}
