#pragma once

#include "core/services/recovery/RecoveryService.h"
#include "core/services/recovery/RenewKeys.h"
#include "core/services/recovery/RenewalState.h"
#include "core/store/TimelineStore.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace core {

/// The renewal of the keys of the account, as the person sees it (product B5): counts what it takes away, does it when the person
/// says so, and asks the person for what the server wants confirmed.
///
/// From begin() on nobody else works with the keys: RecoveryService is suspended. A renewal that has begun goes on in the next
/// run of the program, a minute after a failure at the earliest, as long as check() is called. Passwords are kept until other
/// devices are signed out, and not longer than this run.
///
/// Thread: core.
class RenewalService final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        RenewKeys::Parts job;
        RecoveryService& recovery;
        std::function<Result<TimelineStore::ReadableContent>()> readableContent;
        std::function<void()> contentDestroyed; ///< after the commit
    };
    /// What `parts` refers to must outlive the service.
    explicit RenewalService(Parts parts, QObject* parent = nullptr);

    [[nodiscard]] const RenewalState& state() const { return m_state; }
    /// Goes on with what has begun. To be called after each sync.
    void check();

public Q_SLOTS:
    /// Emits what is known.
    void load();
    /// Counts what a renewal would take away: Offered or Stopped. Nothing happens while one is under way.
    void look(core::RenewalKind kind);
    /// The person has agreed to give up what RenewalState::facts says.
    void begin();
    /// Answers the question, if there is one. Empty passwords are no answer.
    void confirmWithPassword(const std::shared_ptr<crypto::SecretBytes>& password);
    void confirmedInBrowser();
    /// Instead of an answer: other devices stay signed in. Only when the new identity is there.
    void leaveOthers();
    /// After Stopped: tries again at once. With OtherKeys the person agrees to give up those, too.
    void goOn();
    /// Back to Idle, if RenewalState::canCancel or nothing has begun, or it is Done.
    void cancel();

Q_SIGNALS:
    void changed(const core::RenewalState& state);

private:
    void update(const RenewalState& state);
    void run(const RenewalJournal& journal);
    void counted(const Result<OldKeys>& keys);
    void named(const Result<QList<ListedDevice>>& devices);
    void reread(const Result<OldKeys>& keys);
    void ended(const Result<RenewKeys::Outcome>& result);
    void stop(RenewalState::Problem problem, const std::optional<Error>& error = {});
    [[nodiscard]] ReadOldKeys::Parts reading() const;

    Parts m_parts;
    RenewalState m_state;
    RenewalJournal m_agreement; // of what was counted
    QPointer<RenewKeys> m_job;
    bool m_isUploadInDoubt = false;
    Timestamp m_notBefore;                                         // of the next try
    std::unique_ptr<QObject> m_jobs = std::make_unique<QObject>(); // last: jobs die before what they use
};

} // namespace core
