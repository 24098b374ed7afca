#pragma once

#include "core/encryption/RoomKeyExport.h"
#include "core/encryption/SenderTrust.h"
#include "crypto/olm/InboundGroupSession.h"

#include <QCache>
#include <QHash>

namespace core {

/// The receiving room keys: takes them in (S-12, S-13), remembers which are missing, keeps the ones in use unpickled.
class InboundRoomKeys {
public:
    explicit InboundRoomKeys(MachineContext& context);

    /// A session in use.
    struct Open {
        crypto::olm::InboundGroupSession session;
        InboundSessionRecord record;      ///< without the pickle
        std::optional<SenderTrust> trust; ///< as of `trustGeneration`
        quint64 trustGeneration = 0;
    };

    void forget();
    /// Destroys what can read the messages up to now, or never belonged to a sender who is proven. Senders go on with the session
    /// they are using: of one whose messages are not older than a session may be, the ratchet stays behind the newest message;
    /// and one of which nothing was read yet stays as it is.
    Result<> destroy();

    /// What an `m.room_key` brought. `owner…` of `record` must be proven. The pickle is filled in here.
    /// Refuses in silence what is malformed, or no better than what is there. True if something new can be read now.
    Result<bool> receive(InboundSessionRecord record, QByteArrayView sessionKey);
    /// A key of a backup or a file: unproven, and it never takes the place of a proven owner (S-12, S-47).
    enum class Import {
        New,     ///< something new can be read now
        Known,   ///< no better than what is there
        Refused, ///< malformed, or not the key that it claims to be
    };
    Result<Import> import(const ExportedRoomKey& key, bool isBackedUp);
    /// The key in the form for a backup or a file. Errors: Crypto if the pickle is damaged.
    Result<ExportedRoomKey> exported(const InboundSessionRecord& record) const;
    /// The receiving half of an own outbound session.
    Result<> add(InboundSessionRecord record, const crypto::olm::InboundGroupSession& session);

    /// The session; null if there is none. Valid until the next call of any method.
    Result<Open*> find(const RoomKeyId& key);
    /// Why the key is missing.
    Result<Undecryptable::Reason> whyMissing(const RoomKeyId& key);
    /// An `m.room_key.withheld`, which nobody has proven: informative only (S-62).
    Result<> withheld(const RoomKeyId& key, const QString& code);

private:
    Result<bool> merge(InboundSessionRecord record, const crypto::olm::InboundGroupSession& session);
    Result<> destroy(const RoomKeyId& key);
    Result<> moveOn(InboundSessionRecord record, const MessageIndexRecord& newest);

    MachineContext& m_context;
    QCache<RoomKeyId, Open> m_open;
    QHash<RoomKeyId, Undecryptable::Reason> m_missing;
};

} // namespace core
