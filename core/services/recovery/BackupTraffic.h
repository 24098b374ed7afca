#pragma once

#include "core/services/recovery/RestoreKeys.h"

#include <QHash>

namespace core {

/// What goes to the backup and comes from it while all is well: new room keys, and those that a message waits for.
///
/// It knows one version of the backup and the public key of ours, and nothing else is ever written to (S-46): which version that
/// is, others decide. A key that is looked up is asked for again ten minutes later.
///
/// Thread: core.
class BackupTraffic final : public QObject {
    Q_OBJECT
public:
    explicit BackupTraffic(const RestoreKeys::Parts& parts, QObject* parent = nullptr);

    /// An empty version, or no key: nothing is sent and nothing looked up.
    void use(const QString& version, const std::optional<crypto::Curve25519Key>& key);
    [[nodiscard]] bool isSending() const { return m_isSending; }
    /// Uses none any more, and gives up what is on its way.
    void forget();

    /// Sends at most a hundred keys, if any are due: counted(), and then sent(), refused() or failed().
    void send();
    /// Asks for one key that a message waits for, and then for the next one.
    void lookUpMissing();

Q_SIGNALS:
    void counted(qint64 waiting);
    void sent();
    /// The server has another version.
    void refused();
    /// Worth another try later.
    void failed();

private:
    [[nodiscard]] bool isUsable() const { return !m_version.isEmpty() && m_key; }
    void sendingEnded(const std::vector<ExportedRoomKey>& keys, const Result<Empty>& answer);
    void lookedUp(const RoomKeyId& id, const Result<BackedUpKeys>& answer);
    [[nodiscard]] bool takeFound(const RoomKeyId& id, const BackedUpKeys& found);

    RestoreKeys::Parts m_parts;
    QString m_version;
    std::optional<crypto::Curve25519Key> m_key;
    bool m_isSending = false;
    bool m_isLookingUp = false;
    Timestamp m_nextLookUp;
    QHash<RoomKeyId, Timestamp> m_lookedUp; // when the backup was asked for a key
    std::unique_ptr<QObject> m_jobs;        // last: requests die before what they use
};

} // namespace core
