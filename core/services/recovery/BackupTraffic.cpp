#include "core/services/recovery/BackupTraffic.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr int keysInOneUpload = 100;
constexpr qint64 pauseWithoutWorkMs = 30'000;         // until the store is asked again what is missing
constexpr qint64 pauseBetweenLookUpsMs = 10 * 60'000; // for the same key

// The body of an upload; what cannot be encrypted stays for the next time.
Result<QJsonObject> uploadOf(const crypto::Curve25519Key& publicKey, const std::vector<ExportedRoomKey>& keys)
{
    QJsonObject rooms;
    for (const auto& key : keys) {
        const auto entry = encryptForBackup(publicKey, key);
        if (!entry)
            return std::unexpected(entry.error());
        auto room = rooms.value(key.id.room.toString()).toObject();
        auto sessions = room.value(QLatin1StringView("sessions")).toObject();
        sessions.insert(QString::fromLatin1(key.id.sessionId), *entry);
        room.insert(QStringLiteral("sessions"), sessions);
        rooms.insert(key.id.room.toString(), room);
    }
    return rooms;
}

} // namespace

BackupTraffic::BackupTraffic(const RestoreKeys::Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_jobs(std::make_unique<QObject>())
{
}

void BackupTraffic::use(const QString& version, const std::optional<crypto::Curve25519Key>& key)
{
    m_version = version;
    m_key = key;
}

void BackupTraffic::forget()
{
    use({}, {});
    m_jobs = std::make_unique<QObject>();
    m_isSending = m_isLookingUp = false;
    m_lookedUp.clear();
    m_nextLookUp = {};
}

void BackupTraffic::send()
{
    if (m_isSending || !isUsable())
        return;
    const auto waiting = m_parts.machine.countRoomKeysToBackUp();
    if (!waiting)
        return Q_EMIT failed();
    Q_EMIT counted(*waiting);
    if (*waiting == 0)
        return;
    auto keys = m_parts.machine.roomKeysToBackUp(keysInOneUpload);
    if (!keys || keys->empty())
        return Q_EMIT failed();
    const auto rooms = uploadOf(*m_key, *keys);
    if (!rooms)
        return Q_EMIT failed();
    m_isSending = true;
    auto shared = std::make_shared<std::vector<ExportedRoomKey>>(std::move(*keys));
    m_parts.api.call<Empty>(endpoints::putBackedUpKeys(m_version, *rooms), m_jobs.get(),
                            [this, shared](const Result<Empty>& answer) { sendingEnded(*shared, answer); });
}

void BackupTraffic::sendingEnded(const std::vector<ExportedRoomKey>& keys, const Result<Empty>& answer)
{
    m_isSending = false;
    if (!answer && (answer.error().code == ErrorCode::Forbidden || answer.error().code == ErrorCode::NotFound))
        return Q_EMIT refused();
    if (!answer || !m_parts.machine.markBackedUp(keys))
        return Q_EMIT failed();
    Q_EMIT sent();
}

// One after the other: what is missing by the hundred comes with a restore.
void BackupTraffic::lookUpMissing()
{
    const qint64 now = m_parts.clock.now().ms;
    if (m_isLookingUp || !isUsable() || now < m_nextLookUp.ms)
        return;
    const auto missing = m_parts.missingKeys();
    if (!missing)
        return;
    const auto due = std::find_if(missing->begin(), missing->end(), [&](const RoomKeyId& key) {
        const auto asked = m_lookedUp.constFind(key);
        return asked == m_lookedUp.constEnd() || now - asked->ms >= pauseBetweenLookUpsMs;
    });
    if (due == missing->end()) {
        m_nextLookUp = {now + pauseWithoutWorkMs};
        return;
    }
    m_isLookingUp = true;
    m_lookedUp.insert(*due, {now});
    m_parts.api.call<BackedUpKeys>(endpoints::backedUpKey(m_version, *due), m_jobs.get(),
                                   [this, key = *due](const Result<BackedUpKeys>& answer) { lookedUp(key, answer); });
}

void BackupTraffic::lookedUp(const RoomKeyId& id, const Result<BackedUpKeys>& answer)
{
    m_isLookingUp = false;
    if (!answer && answer.error().code != ErrorCode::NotFound) {
        m_lookedUp.remove(id);
        return Q_EMIT failed();
    }
    if (answer && !takeFound(id, *answer))
        return Q_EMIT failed();
    lookUpMissing();
}

// What is malformed is as if it were not there. False if it could not be stored.
bool BackupTraffic::takeFound(const RoomKeyId& id, const BackedUpKeys& found)
{
    const auto keys = loadRecoveryKeys(m_parts.store);
    const auto own = keys && *keys ? crypto::X25519KeyPair::fromPrivateKey((*keys)->backupKey.copy())
                                   : crypto::Result<crypto::X25519KeyPair>(std::unexpected(crypto::Error::BadKey));
    const auto document = JsonDocument::parse({found.body.constData(), found.body.size()});
    if (!own || !document)
        return true;
    auto key = decryptFromBackup(*own, id, document->root());
    if (!key)
        return true;
    std::vector<ExportedRoomKey> one;
    one.push_back(std::move(*key));
    return m_parts.machine.importRoomKeys(one, true).has_value() && m_parts.keysCame().has_value();
}

} // namespace core
