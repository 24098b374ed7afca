#pragma once

#include "core/api/Api.h"
#include "core/api/CryptoRequestSender.h"
#include "core/api/endpoints/KeyBackup.h"
#include "core/base/Clock.h"
#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/RecoveryKeys.h"
#include "core/services/recovery/RecoveryState.h"

#include <QJsonObject>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace core {

class AccountDataStore;

/// Brings the keys of an account to this device with a recovery code: opens secret storage, checks every secret against its
/// public half (S-43), signs this device, and reads the backup, the rooms used last first (product B4; S-50).
///
/// From the moment the secrets are in the store, a new run of the program goes on where this one ended: resume(). Entries of the
/// backup that are damaged are counted and left out. Destroying the job cancels it. Work on keys is done in slices of at most
/// about 50 ms.
///
/// Thread: core. Deletes itself after finished().
class RestoreKeys final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Api& api;
        OlmMachine& machine;
        CryptoRequestSender& requests;
        CryptoStore& store;
        AccountDataStore& accountData;
        const Clock& clock;
        std::function<QList<RoomId>()> newestRooms;            ///< encrypted ones, the one used last first
        std::function<Result<QList<RoomKeyId>>()> missingKeys; ///< that some message waits for
        std::function<Result<>()> keysCame;                    ///< after each slice: messages that were waiting can be read
        int readAgainAfterMs = 1'500;                          ///< a server may show for a moment what was there before (S-52)
    };
    explicit RestoreKeys(const Parts& parts, QObject* parent = nullptr);
    ~RestoreKeys() override;

    /// `code`: what a person typed, pasted or scanned, UTF-8.
    void start(const crypto::SecretBytes& code);
    /// A pass phrase that another program has made the key from, UTF-8. Another thread finds the key out (S-41).
    void startWithPassphrase(crypto::SecretBytes passphrase);
    /// That thread is at it: nothing has happened yet.
    [[nodiscard]] bool isFindingKey() const { return m_isFindingKey; }
    /// The secrets are here; the backup is still to be read.
    void resume(RecoveryKeys keys);

Q_SIGNALS:
    void progressed(qint64 restored, qint64 total);
    void finished(core::RestoreOutcome outcome);

private:
    struct Candidate {
        QString keyId;
        bool isDefault = false;
    };
    void askForDefaultKey();
    void tryNextCandidate();
    void tryDescription(const Candidate& candidate, const QJsonObject& description);
    void findKey(const Candidate& candidate, const QJsonObject& description);
    void checked(const Candidate& candidate, StorageKeyCheck check);
    void readSecret(qsizetype index);
    void secretRead(qsizetype index, const Result<QJsonObject>& content);
    void useSecrets();
    void findBackup();
    void readNextRoom();
    void readRoomByRoom();
    void readWholeBackup();
    void take(BackedUpKeys keys, std::function<void()> then);
    void takeSlice();
    [[nodiscard]] std::vector<ExportedRoomKey> decryptSlice();
    void complete();
    void failed(const Error& error);
    void finish(RestoreOutcome outcome);

    Parts m_parts;
    RecoveryKeys m_keys;
    QList<Candidate> m_candidates;
    Candidate m_candidate;
    crypto::SecretBytes m_passphrase;
    std::shared_ptr<std::atomic_bool> m_stop; // looked at by the thread that finds the key
    bool m_isFindingKey = false;
    bool m_isRefused = false; // there are rules for a pass phrase that are not followed
    int m_keysFound = 0;
    bool m_isChecked = false; // the key is known to be right before a secret was opened
    std::vector<crypto::SecretBytes> m_secrets;
    std::optional<crypto::X25519KeyPair> m_backup;
    QList<RoomId> m_rooms;
    bool m_isTooLarge = false; // the whole backup for one answer: the rooms are all there is
    BackedUpKeys m_page;
    size_t m_next = 0; // in the page
    std::function<void()> m_afterPage;
    qint64 m_restored = 0, m_total = 0, m_damaged = 0;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
