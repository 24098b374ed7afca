#pragma once

#include "core/api/ConfirmedRequest.h"
#include "core/api/CryptoRequestSender.h"
#include "core/base/Clock.h"
#include "core/services/recovery/ReadOldKeys.h"
#include "core/services/recovery/RenewalJournal.h"
#include "core/services/recovery/SetUpRecovery.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace core {

/// Renews the keys of the account (product B5): a new identity, other devices signed out, what the old keys open destroyed, then
/// a new key sheet and a new backup. Goes on where RenewalJournal says.
///
/// Each step is noted before the next one begins and can be repeated: whatever ends the program in between, the next run ends in
/// the same state. Before the first request that changes something, what the person has agreed to is compared with what the
/// server has; if it is not the same any more, nothing is changed and nothing is left. In the middle other keys end the job with
/// OtherKeys: they give way only when the person has agreed to that, too (S-46). Destroying the job cancels what is on its way.
///
/// Thread: core. Deletes itself after finished().
class RenewKeys final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Api& api;
        OlmMachine& machine;
        CryptoRequestSender& requests;
        CryptoStore& store;
        const Clock& clock;
        std::function<Result<>()> destroyContent; ///< what was decrypted; called in the transaction that destroys the keys
        int readAgainAfterMs = 1'500;             ///< as in RestoreKeys::Parts
    };
    enum class Outcome {
        Done,
        FactsChanged, ///< nothing was changed, and the journal is gone
        OtherKeys,    ///< another device has made keys in the middle
        NotKept,      ///< the server does not show what was sent; worth another try later
    };

    RenewKeys(const Parts& parts, RenewalJournal journal, QObject* parent = nullptr);
    void start();

    /// Answer the question, if there is one.
    void confirmWithPassword(const std::shared_ptr<crypto::SecretBytes>& password);
    void confirmedInBrowser();
    /// Other devices stay signed in; instead of an answer when this is what is asked.
    void leaveOthers();
    /// The upload of the new identity may have reached the server: it cannot be taken back unless the server says so.
    [[nodiscard]] bool isUploadInDoubt() const { return m_isUploadInDoubt; }

Q_SIGNALS:
    void progressed(const core::RenewalJournal& journal);
    /// As ConfirmedRequest::asked.
    void asked(const core::InteractiveAuth::Step& question, const std::optional<core::Error>& failure);
    /// An answer is on its way.
    void answering();
    /// Errors: those of Api and of the store; worth another try later.
    void finished(const core::Result<core::RenewKeys::Outcome>& result);

private:
    using Step = RenewalJournal::Step;
    void next();
    void done(Step step);
    void compare(const Result<OldKeys>& there);
    void giveWay();
    void uploadIdentity();
    void showIdentity();
    void identityShown();
    void signDevice();
    void deleteDehydrated();
    void listOthers();
    void signOut(const QList<DeviceId>& others);
    void destroyOld();
    void setUp();
    void complete();
    void ask(ConfirmedRequest::Make make, const std::function<void(const Result<>&)>& then);
    void finish(const Result<Outcome>& result);

    Parts m_parts;
    RenewalJournal m_journal;
    QPointer<ConfirmedRequest> m_request;
    std::shared_ptr<crypto::SecretBytes> m_password; // of the first question, for the second one
    bool m_isUploadInDoubt = false;
    int m_rounds = 0; // of a step that the server has to show
    QObject m_jobs;   // last: requests die before what they use
};

} // namespace core
