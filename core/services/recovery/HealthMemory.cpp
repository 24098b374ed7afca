#include "core/services/recovery/HealthMemory.h"

#include "core/encryption/CryptoStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::string_view valueName = "recovery-health";
constexpr qsizetype mostRemembered = 100; // of each kind

QString keyText(const crypto::Curve25519Key& key)
{
    return QString::fromLatin1(key.toBase64());
}

QStringList list(const QJsonObject& object, QLatin1StringView name)
{
    QStringList texts;
    const auto values = object.value(name).toArray();
    for (const auto& value : values)
        texts.append(value.toString());
    return texts;
}

Timestamp moment(const QJsonObject& object, QLatin1StringView name)
{
    return {object.value(name).toInteger()};
}

} // namespace

void remember(QStringList& seen, const QString& value)
{
    if (value.isEmpty() || seen.contains(value))
        return;
    seen.append(value);
    if (seen.size() > mostRemembered)
        seen.removeFirst();
}

// The key has no spaces; of a version nobody knows.
void rememberBackup(HealthMemory& memory, const BackupVersion& backup)
{
    if (!isOlderBackup(memory, backup))
        remember(memory.backups, keyText(backup.publicKey) + u' ' + backup.version);
}

void noteRenewal(HealthMemory& memory, const RenewalJournal& journal, const RecoveryKeys& keys)
{
    remember(memory.masters, journal.master);
    remember(memory.keyIds, journal.keyId);
    remember(memory.keyIds, keys.keyId);
    if (!journal.backupKey.isEmpty() && !journal.backups.isEmpty())
        remember(memory.backups, journal.backupKey + u' ' + journal.backups.last());
    const auto own = crypto::X25519KeyPair::fromPrivateKey(keys.backupKey.copy());
    if (own && !keys.backupVersion.isEmpty()) {
        const QString newest = keyText(own->publicKey()) + u' ' + keys.backupVersion;
        memory.backups.removeAll(newest);
        remember(memory.backups, newest);
    }
    memory.foundSomething = false;
    memory.acknowledged.clear();
}

bool isOlderBackup(const HealthMemory& memory, const BackupVersion& backup)
{
    if (memory.backups.isEmpty())
        return false;
    const auto keyOf = [](const QString& entry) { return entry.section(u' ', 0, 0); };
    const auto versionOf = [](const QString& entry) { return entry.section(u' ', 1); };
    const QString& newest = memory.backups.last();
    const QString key = keyText(backup.publicKey);
    if (key == keyOf(newest) && backup.version == versionOf(newest))
        return false;
    // Servers count their versions up, though none has to.
    bool areNumbers[2]{};
    const auto number = backup.version.toULongLong(&areNumbers[0]);
    if (const auto last = versionOf(newest).toULongLong(&areNumbers[1]); areNumbers[0] && areNumbers[1] && number < last)
        return true;
    return std::any_of(memory.backups.begin(), memory.backups.end() - 1, [&](const QString& entry) {
        return versionOf(entry) == backup.version || (keyOf(entry) == key && key != keyOf(newest));
    });
}

Result<HealthMemory> loadHealthMemory(CryptoStore& store)
{
    const auto stored = store.value(valueName);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored)
        return HealthMemory{};
    const auto object = QJsonDocument::fromJson((*stored)->bytes().toByteArray()).object();
    return HealthMemory{.keyIds = list(object, "keys"_L1),
                        .backups = list(object, "backups"_L1),
                        .masters = list(object, "masters"_L1),
                        .lastCheck = moment(object, "check"_L1),
                        .allSaved = moment(object, "saved"_L1),
                        .lastBackup = moment(object, "backup"_L1),
                        .foundSomething = object.value("found"_L1).toBool(),
                        .acknowledged = object.value("read"_L1).toString().toLatin1()};
}

Result<> saveHealthMemory(CryptoStore& store, const HealthMemory& memory)
{
    const QJsonObject object{{u"keys"_s, QJsonArray::fromStringList(memory.keyIds)},
                             {u"backups"_s, QJsonArray::fromStringList(memory.backups)},
                             {u"masters"_s, QJsonArray::fromStringList(memory.masters)},
                             {u"check"_s, memory.lastCheck.ms},
                             {u"saved"_s, memory.allSaved.ms},
                             {u"backup"_s, memory.lastBackup.ms},
                             {u"found"_s, memory.foundSomething},
                             {u"read"_s, QString::fromLatin1(memory.acknowledged)}};
    return store.saveValue(valueName, crypto::SecretBytes::fromBytes(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace core
