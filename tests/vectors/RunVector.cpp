#include "tests/vectors/VectorCheck.h"

#include <QHash>

#include <functional>

using namespace Qt::StringLiterals;

namespace test {

std::optional<Failure> runVector(const Vector& vector)
{
    using Runner = std::function<void(const Vector&, Check&)>;
    static const QHash<QString, Runner> byGroup = {
        {u"base64"_s, base64Pairs},       {u"canonical_json"_s, canonical},     {u"json_signature"_s, jsonSignature},
        {u"recovery_key"_s, recoveryKey}, {u"secret_storage"_s, secretStorage}, {u"key_backup"_s, keyBackup},
        {u"attachment"_s, attachment},    {u"megolm_export"_s, keyExport},
    };
    static const QHash<QString, Runner> byId = {
        {u"xs-01-alice"_s, crossSigning},
        {u"xs-03"_s, trustChain},
        {u"sas-01"_s, sasShort},
        {u"sas-02"_s, sasShort},
        {u"sas-03"_s, sasCommitment},
        {u"sas-05"_s, sasNames},
        {u"sas-07"_s, sasExchange},
        {u"sas-04"_s, sasMacText},
        {u"qr-02"_s, qrCode},
        {u"qr-03"_s, qrGarbage},
        {u"mg-01-alice"_s, megolmExportedSession},
        {u"mg-02-alice"_s, megolmAdvance},
        {u"mg-03"_s, megolmSharedSession},
        {u"mg-05"_s, megolmRatchet},
        {u"olm-01"_s, olmConversation},
        {u"pk-07"_s, olmGarbage},
        {u"pk-01"_s, backupKeyPickle},
        {u"pk-02"_s, accountPickle},
        {u"pk-03"_s, accountPickle},
        {u"pr-01"_s, hkdf},
        {u"pr-02"_s, pbkdf2},
        {u"pr-04"_s, aesCtr},
        {u"pr-05"_s, aesCbc},
        {u"pr-07"_s, smallOrderKey},
    };
    const auto run = byId.value(vector.id, byGroup.value(vector.group));
    if (!run)
        return std::nullopt;
    Check check;
    run(vector, check);
    return check.failure();
}

} // namespace test
