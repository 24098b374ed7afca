#pragma once

#include "core/services/recovery/RecoveryService.h"
#include "ui/common/ErrorText.h"
#include "ui/recovery/CodeVault.h"

#include <QObject>
#include <QtQml/qqml.h>

#include <optional>

namespace ui {

/// The key code in the key store of this device, beside the paper (product B3, B4): whether it is there, keeping it, and taking
/// it out again.
///
/// Where a code is kept, it is always the one of the newest sheet: it is compared when the program starts, after the keys were
/// renewed and after another code was entered. For a new account keeping it is suggested, and done when the sheet is shown or
/// left, unless the person has declined. The code itself stays here only while the store is asked.
class KeptCodeViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to RecoveryViewModel")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool wanted READ wanted NOTIFY changed)
    Q_PROPERTY(bool usable READ usable NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString wayText READ wayText NOTIFY changed)
    Q_PROPERTY(ui::ErrorText failure READ failure NOTIFY changed)
public:
    enum class State { Unknown, NotKept, Kept };
    Q_ENUM(State)

    explicit KeptCodeViewModel(QObject* parent);

    /// Must outlive this; null: nothing can be kept.
    void setVault(CodeVault* vault);
    /// Of a new session; null lets go of it and forgets what is known.
    void setService(core::RecoveryService* service);
    /// Whose code it is. An empty id changes nothing: who has signed out is known until somebody else signs in.
    void setAccount(const core::UserId& account);
    /// Another language: texts made here are to be made anew.
    void refresh() { Q_EMIT changed(); }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isAvailable() const { return m_vault && !m_account.isEmpty(); }
    /// The key store is being asked, or the code is being fetched for it.
    [[nodiscard]] bool busy() const { return m_task != Task::None; }
    /// How the switch stands: kept, or suggested and not declined.
    [[nodiscard]] bool wanted() const;
    /// A try to bring the chats back with it can succeed.
    [[nodiscard]] bool usable() const;
    /// Beside the switch.
    [[nodiscard]] QString stateText() const;
    /// Beside the way back.
    [[nodiscard]] QString wayText() const;
    /// Why the last operation did not work, and what that means for the code; null if it did.
    [[nodiscard]] ErrorText failure() const;

    /// Reads the code for one attempt. `done` comes once, unless this or the session ends first; why it failed, failure() says.
    void take(CodeVault::Read done);
    /// The sheet is shown or left: what is suggested is done.
    void keepIfWanted();
    /// The person signs out: nothing stays on this device (product A6).
    void forget();

    /// The person has moved the switch.
    Q_INVOKABLE void want(bool kept);
    Q_INVOKABLE void remove();

    void applyState(const core::RecoveryState& state);
    void applyOutcome(core::RestoreOutcome outcome);
    /// In groups or without white space. Ignored unless it was asked for.
    void applyCode(const crypto::SecretBytes& code);

Q_SIGNALS:
    void changed();

private:
    enum class Task { None, Look, Take, Keep, Replace, Remove };

    void look();
    void looked(const core::Result<crypto::SecretBytes>& code);
    void keep();
    void write(crypto::SecretBytes code);
    void begin(Task task);
    void end(const core::Result<>& result);
    void reset();
    template <typename Value>
    std::function<void(core::Result<Value>)> ifStill(std::function<void(core::Result<Value>)> done);

    CodeVault* m_vault = nullptr;
    core::RecoveryService* m_service = nullptr;
    core::UserId m_account;
    core::RecoveryState::Phase m_phase = core::RecoveryState::Phase::Unknown;
    bool m_codeIsHere = false;
    State m_state = State::Unknown;
    Task m_task = Task::None;
    bool m_waitsForCode = false;
    crypto::SecretBytes m_compared; // what is kept, while the code of the account is fetched
    bool m_lookAgain = false;
    bool m_keepAfterLooking = false;
    bool m_suggested = false;
    bool m_declined = false;
    Task m_failedTask = Task::None;
    std::optional<core::ErrorCode> m_error;
    int m_session = 0; // an answer for an older one does not count
};

} // namespace ui
