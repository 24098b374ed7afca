#pragma once

#include "core/api/Api.h"
#include "core/api/CryptoRequestSender.h"
#include "core/encryption/KeyBackup.h"

#include <QObject>

#include <optional>

namespace core {

/// What a renewal of the keys takes the place of, as the server shows it.
struct OldKeys {
    QString master;                      ///< of the own identity, base64; empty if there is none
    QString keyId;                       ///< default key of secret storage; empty if there is none
    std::optional<BackupVersion> backup; ///< the newest one; empty if there is none that we know to read
    bool operator==(const OldKeys&) const = default;
};

/// Asks the server for it. Destroying the job cancels it. Thread: core. Deletes itself after finished().
class ReadOldKeys final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Api& api;
        OlmMachine& machine;
        CryptoRequestSender& requests;
        CryptoStore& store;
    };
    explicit ReadOldKeys(const Parts& parts, QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    /// Errors: those of Api and of the store.
    void finished(const core::Result<core::OldKeys>& keys);

private:
    void readIdentity();
    void readDefaultKey();
    void readBackup();
    void finish(const Result<OldKeys>& keys);

    Parts m_parts;
    OldKeys m_keys;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
