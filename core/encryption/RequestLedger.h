#pragma once

#include "core/encryption/CryptoRecords.h"
#include "core/encryption/OutgoingRequest.h"

#include <QHash>

#include <optional>

namespace core {

/// The requests that were handed out and not answered yet.
class RequestLedger {
public:
    struct Entry {
        OutgoingRequest::Kind kind = OutgoingRequest::Kind::KeysQuery;
        bool isOfVerification = false; ///< a SignatureUpload: of another device than this one, or a person
        QList<UserId> users;           ///< of a KeysQuery
        QList<DeviceRecord> devices;   ///< of a KeysClaim
    };

    void open(const QString& id, const Entry& entry) { m_open.insert(id, entry); }
    /// The entry, which is closed by this; empty if there is none.
    std::optional<Entry> close(const QString& id);
    [[nodiscard]] bool contains(const QString& id) const { return m_open.contains(id); }
    [[nodiscard]] bool contains(OutgoingRequest::Kind kind) const;
    void forget() { m_open.clear(); }

private:
    QHash<QString, Entry> m_open;
};

} // namespace core
