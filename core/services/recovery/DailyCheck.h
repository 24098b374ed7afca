#pragma once

#include "core/services/recovery/RecoveryHealth.h"

#include <QPointer>

namespace core {

/// When the recovery is looked at, and what is remembered of it from one check to the next (product B3, B4; S-53): what was ours
/// before, what the person knows of, and since when everything has been saved.
///
/// A check is due once a day, at the first occasion after a start if the last one has found something, and after makeDue().
///
/// Thread: core.
class DailyCheck final : public QObject {
    Q_OBJECT
public:
    struct Conclusion {
        QList<HealthFinding> findings;
        bool areRead = false; ///< the person knows of exactly these
    };
    explicit DailyCheck(const RestoreKeys::Parts& parts, QObject* parent = nullptr);

    [[nodiscard]] const HealthMemory& memory() const { return m_memory; }
    /// These are ours now. `backupKey`: the public one.
    void noteOwn(const RecoveryKeys& keys, const std::optional<crypto::Curve25519Key>& backupKey);
    /// Keys have arrived at the backup.
    void noteSaved();
    /// None is waiting for it any more, after a check had said that some wait for too long.
    void noteCaughtUp();
    /// All of it was just read back.
    void noteChecked();
    void makeDue() { m_memory.lastCheck = {}; }
    /// Other keys are in use soon: ends what runs, without read(), and lets go of what is remembered; it is read again then.
    void forget();

    [[nodiscard]] bool isDue() const;
    [[nodiscard]] bool isRunning() const { return m_health != nullptr; }
    /// Ends with read(). Errors: storage, if the memory cannot be read: nothing is checked against one that is not here.
    Result<> start(RecoveryKeys keys, const std::optional<crypto::Curve25519Key>& backupKey);
    /// What a report means beside what is remembered; `waiting` keys are not in the backup yet.
    Conclusion conclude(const RecoveryHealth::Report& report, qint64 waiting);
    /// The person knows of what was concluded last.
    void acknowledge();

Q_SIGNALS:
    void read(const core::Result<core::RecoveryHealth::Report>& report);

private:
    void save();

    RestoreKeys::Parts m_parts;
    HealthMemory m_memory;
    bool m_isLoaded = false;
    bool m_isCheckedInThisRun = false;
    QByteArray m_seen; // what the findings are about
    QPointer<RecoveryHealth> m_health;
    QObject m_jobs; // last: the job dies before what it uses
};

} // namespace core
