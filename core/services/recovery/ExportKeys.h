#pragma once

#include "core/encryption/OlmMachine.h"
#include "core/encryption/RoomKeyList.h"
#include "core/services/recovery/KeyFileResult.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace core {

/// Saves all room keys of this device in a file that a pass phrase opens (product B10; S-54). Damaged keys are counted and left
/// out. The file is there as a whole or not at all, and only its owner may read it.
///
/// Keys are read in slices of at most about 50 ms; encrypting and writing is done in another thread. Destroying the job cancels
/// it. Thread: core. Deletes itself after finished().
class ExportKeys final : public QObject {
    Q_OBJECT
public:
    explicit ExportKeys(OlmMachine& machine, QObject* parent = nullptr);
    ~ExportKeys() override;

    /// `passPhrase`: UTF-8.
    void start(const QString& path, std::shared_ptr<const crypto::SecretBytes> passPhrase);
    /// Ends the job without a file. Does nothing once the file is being put in its place.
    void cancel();

Q_SIGNALS:
    /// How many keys are collected; encrypting begins when it is all of them.
    void progressed(qint64 done, qint64 total);
    void finished(const core::KeyFileResult& result);

private:
    enum class State { Open, Committing, Cancelled };
    void collect();
    void write();
    static KeyFileOutcome seal(const RoomKeyListWriter& keys, const crypto::SecretBytes& passPhrase, const QString& path,
                               std::atomic<State>& state);
    void finish(KeyFileOutcome outcome);

    OlmMachine& m_machine;
    QString m_path;
    std::shared_ptr<const crypto::SecretBytes> m_passPhrase;
    std::shared_ptr<RoomKeyListWriter> m_keys = std::make_shared<RoomKeyListWriter>();
    std::shared_ptr<std::atomic<State>> m_state = std::make_shared<std::atomic<State>>(State::Open);
    RoomKeyId m_last;
    qint64 m_total = 0, m_damaged = 0;
    bool m_isFinished = false;
    QObject m_jobs; // last: dies before what it uses
};

} // namespace core
