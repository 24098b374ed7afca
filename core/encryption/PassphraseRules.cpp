#include "core/encryption/PassphraseRules.h"

#include "core/encryption/MachineContext.h"
#include "crypto/Pbkdf2.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// With fewer, whoever sees what follows from the pass phrase finds it by trying.
constexpr qint64 fewestIterations = 100'000;
constexpr qint64 mostIterations = 10'000'000;
constexpr qsizetype longestSalt = 256;
constexpr size_t keySize = 32;
constexpr qint64 keyBits = 256;

} // namespace

bool takesPassphrase(const QJsonObject& description)
{
    return description.value("passphrase"_L1).isObject();
}

Result<PassphraseRules> passphraseRules(const QJsonObject& description)
{
    if (!takesPassphrase(description))
        return fail(ErrorCode::NotFound, u"this key was not made from a pass phrase"_s);
    const auto given = description.value("passphrase"_L1).toObject();
    PassphraseRules rules{.salt = given.value("salt"_L1).toString().toUtf8(),
                          .iterations = given.value("iterations"_L1).toInteger(0)};
    const bool areKnown = given.value("algorithm"_L1).toString() == "m.pbkdf2"_L1 &&
                          (!given.contains("bits"_L1) || given.value("bits"_L1).toInteger(0) == keyBits);
    const bool areBounded = rules.iterations >= fewestIterations && rules.iterations <= mostIterations && !rules.salt.isEmpty() &&
                            rules.salt.size() <= longestSalt;
    if (!areKnown || !areBounded)
        return fail(ErrorCode::Forbidden, u"rules for a pass phrase that are not acceptable"_s);
    return rules;
}

Result<crypto::SecretBytes> keyFromPassphrase(const PassphraseRules& rules, const crypto::SecretBytes& passphrase,
                                              const std::atomic_bool& stop)
{
    auto key = crypto::pbkdf2Sha512(passphrase, rules.salt, rules.iterations, keySize, stop);
    if (!key && stop)
        return fail(ErrorCode::Cancelled);
    return key ? Result<crypto::SecretBytes>(std::move(*key)) : cryptoFailure(key.error());
}

} // namespace core
