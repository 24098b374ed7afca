#pragma once

#include "core/encryption/OlmMachine.h"
#include "core/encryption/RoomKeyList.h"
#include "core/services/recovery/KeyFileResult.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace core {

/// Reads room keys from a file of this or another program (product B10; S-54). They are unproven (S-47), and never take the place
/// of better ones (S-12). Entries that are damaged are counted and left out.
///
/// Reading and decrypting is done in another thread; keys are taken in by slices of at most about 50 ms. Destroying the job
/// cancels it; what was taken in until then stays.
/// Thread: core. Deletes itself after finished().
class ImportKeys final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        OlmMachine& machine;
        std::function<Result<>()> keysCame; ///< after each slice: messages that were waiting can be read
    };
    explicit ImportKeys(Parts parts, QObject* parent = nullptr);

    /// `passPhrase`: UTF-8.
    void start(const QString& path, std::shared_ptr<const crypto::SecretBytes> passPhrase);
    void cancel();

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const core::KeyFileResult& result);

private:
    struct Opened {
        KeyFileOutcome outcome = KeyFileOutcome::Done;
        std::optional<RoomKeyList> keys; ///< if Done
    };
    static Opened open(const QString& path, const crypto::SecretBytes& passPhrase);
    void opened(Opened file);
    void takeSlice();
    void finish(KeyFileOutcome outcome);

    Parts m_parts;
    RoomKeyList m_keys;
    qint64 m_done = 0;
    bool m_isFinished = false;
    KeyFileResult m_result;
    QObject m_jobs; // last: dies before what it uses
};

} // namespace core
