#include "core/services/recovery/RenewalJournal.h"

#include "core/encryption/CryptoStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::string_view valueName = "recovery-renewal";

} // namespace

Result<std::optional<RenewalJournal>> loadRenewal(CryptoStore& store)
{
    const auto stored = store.value(valueName);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored)
        return std::nullopt;
    const auto object = QJsonDocument::fromJson((*stored)->bytes().toByteArray()).object();
    const int step = object.value("step"_L1).toInt(-1);
    const int kind = object.value("kind"_L1).toInt(-1);
    if (step < 0 || step > static_cast<int>(RenewalJournal::Step::Destroyed) || kind < 0 ||
        kind > static_cast<int>(RenewalKind::NothingLeft))
        return fail(ErrorCode::Crypto, u"the renewal of keys"_s);
    RenewalJournal journal{.step = static_cast<RenewalJournal::Step>(step),
                           .kind = static_cast<RenewalKind>(kind),
                           .othersStay = object.value("othersStay"_L1).toBool(),
                           .master = object.value("master"_L1).toString(),
                           .keyId = object.value("key"_L1).toString(),
                           .backups = {},
                           .backupKey = object.value("backupKey"_L1).toString()};
    const auto backups = object.value("backups"_L1).toArray();
    for (const auto& version : backups)
        journal.backups.append(version.toString());
    return journal;
}

Result<> saveRenewal(CryptoStore& store, const RenewalJournal& journal)
{
    const QJsonObject object{{u"step"_s, static_cast<int>(journal.step)},
                             {u"kind"_s, static_cast<int>(journal.kind)},
                             {u"othersStay"_s, journal.othersStay},
                             {u"master"_s, journal.master},
                             {u"key"_s, journal.keyId},
                             {u"backups"_s, QJsonArray::fromStringList(journal.backups)},
                             {u"backupKey"_s, journal.backupKey}};
    return store.saveValue(valueName, crypto::SecretBytes::fromBytes(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

Result<> removeRenewal(CryptoStore& store)
{
    return store.removeValue(valueName);
}

} // namespace core
