#include "ui/recovery/KeptCodeViewModel.h"

#include "ui/common/Post.h"
#include "ui/recovery/CodeCharacters.h"
#include "ui/recovery/RestoreWords.h"

#include <QCoreApplication>

#include <utility>

namespace ui {

using Phase = core::RecoveryState::Phase;
using core::ErrorCode;

KeptCodeViewModel::KeptCodeViewModel(QObject* parent)
    : QObject(parent)
{
}

void KeptCodeViewModel::setVault(CodeVault* vault)
{
    m_vault = vault;
    reset();
}

void KeptCodeViewModel::setService(core::RecoveryService* service)
{
    m_service = service;
    m_phase = Phase::Unknown;
    m_codeIsHere = m_suggested = m_declined = false;
    reset();
}

void KeptCodeViewModel::setAccount(const core::UserId& account)
{
    if (account.isEmpty() || account == m_account)
        return;
    m_account = account;
    reset();
}

// What is known belongs to another account or session.
void KeptCodeViewModel::reset()
{
    ++m_session;
    m_state = State::Unknown;
    m_task = m_failedTask = Task::None;
    m_waitsForCode = m_lookAgain = m_keepAfterLooking = false;
    m_compared = {};
    m_error.reset();
    if (m_phase == Phase::NeedsCode || m_phase == Phase::Ready)
        look();
    Q_EMIT changed();
}

template <typename Value>
std::function<void(core::Result<Value>)> KeptCodeViewModel::ifStill(std::function<void(core::Result<Value>)> done)
{
    return [this, session = m_session, done = std::move(done)](core::Result<Value> result) {
        if (session == m_session)
            done(std::move(result));
    };
}

// -- Words -------------------------------------------------------------------------------------------------------------------

bool KeptCodeViewModel::wanted() const
{
    if (m_task == Task::Remove)
        return false;
    return m_state == State::Kept || m_task == Task::Keep || (m_suggested && !m_declined);
}

bool KeptCodeViewModel::usable() const
{
    // The person may unlock the store or allow the access when asked.
    const bool mayAllow = m_error == ErrorCode::KeyStoreLocked || m_error == ErrorCode::KeyStoreDenied;
    return isAvailable() && (m_state == State::Kept || (m_state == State::Unknown && mayAllow));
}

QString KeptCodeViewModel::stateText() const
{
    if (m_state == State::Kept)
        //% "Kept in the key store of this device. You get your chats back here without paper. Signing out removes it."
        return qtTrId("kept.state.kept");
    if (m_state == State::NotKept && wanted())
        //% "Recommended. We keep your key code in the key store of this device when you show the sheet or leave this page."
        return qtTrId("kept.state.suggested");
    if (m_state == State::NotKept)
        //% "Not kept here. Recommended: then you get your chats back on this device without paper, too."
        return qtTrId("kept.state.notKept");
    if (m_error)
        //% "We do not know whether your key code is kept here."
        return qtTrId("kept.state.unknown");
    //% "We are looking into the key store of this device …"
    return qtTrId("kept.state.looking");
}

QString KeptCodeViewModel::wayText() const
{
    if (!isAvailable() || (m_state == State::NotKept && !m_error))
        //% "No key code is kept here."
        return qtTrId("kept.way.none");
    if (m_error) {
        const ErrorText text = failure();
        return text.cause + u' ' + text.next;
    }
    return m_state == State::Kept
               //% "You do not need any paper."
               ? qtTrId("kept.way.kept")
               : qtTrId("kept.state.looking");
}

ErrorText KeptCodeViewModel::failure() const
{
    if (!m_error)
        return {};
    switch (m_failedTask) {
    case Task::Keep:
        return RestoreWords::ofKeyStore(*m_error,
                                        //% "Your key code is not kept on this device. Nothing is lost: your key sheet is valid."
                                        QT_TRID_NOOP("kept.effect.notKept"));
    case Task::Replace:
        return RestoreWords::ofKeyStore(*m_error,
                                        //% "An older key code may still be kept on this device. Your newest key sheet is valid."
                                        QT_TRID_NOOP("kept.effect.notReplaced"));
    case Task::Remove:
        return RestoreWords::ofKeyStore(*m_error,
                                        //% "Your key code is still kept on this device."
                                        QT_TRID_NOOP("kept.effect.notRemoved"));
    case Task::None:
    case Task::Look:
    case Task::Take:
        break;
    }
    return RestoreWords::ofKeyStore(*m_error,
                                    //% "We cannot look for your key code now. Nothing is lost: your key sheet is valid."
                                    QT_TRID_NOOP("kept.effect.notRead"));
}

// -- Looking -----------------------------------------------------------------------------------------------------------------

void KeptCodeViewModel::applyState(const core::RecoveryState& state)
{
    const bool isOtherPhase = std::exchange(m_phase, state.phase) != state.phase;
    m_codeIsHere = state.codeIsHere;
    if (m_phase == Phase::SettingUp)
        m_suggested = true;
    if (m_waitsForCode && !m_codeIsHere) // it will not come
        end({});
    if (isOtherPhase && (m_phase == Phase::NeedsCode || m_phase == Phase::Ready))
        look();
}

void KeptCodeViewModel::applyOutcome(core::RestoreOutcome outcome)
{
    using core::RestoreOutcome;
    if (outcome == RestoreOutcome::Restored || outcome == RestoreOutcome::RestoredPartly)
        look(); // another code may have been entered than the one that is kept
}

void KeptCodeViewModel::look()
{
    if (!isAvailable())
        return;
    if (busy()) {
        m_lookAgain = true;
        return;
    }
    begin(Task::Look);
    m_vault->read(m_account, this, ifStill<crypto::SecretBytes>([this](const auto& code) { looked(code); }));
}

void KeptCodeViewModel::looked(const core::Result<crypto::SecretBytes>& code)
{
    if (!code && code.error().code != ErrorCode::KeyMissing)
        return end(core::fail(code.error().code));
    m_state = code ? State::Kept : State::NotKept;
    if (m_state == State::NotKept || !m_codeIsHere || m_phase != Phase::Ready)
        return end({});
    m_compared = code->copy();
    m_waitsForCode = true;
    post(m_service, [](core::RecoveryService& recovery) { recovery.revealCode(); });
    Q_EMIT changed();
}

void KeptCodeViewModel::take(CodeVault::Read done)
{
    if (!isAvailable())
        return done(core::fail(ErrorCode::KeyStoreMissing));
    // Whatever goes on: the person waits for this.
    begin(Task::Take);
    m_waitsForCode = false;
    m_compared = {};
    ++m_session;
    m_vault->read(m_account, this, ifStill<crypto::SecretBytes>([this, done = std::move(done)](auto code) {
                      const bool isMissing = !code && code.error().code == ErrorCode::KeyMissing;
                      if (code || isMissing)
                          m_state = code ? State::Kept : State::NotKept;
                      end(code || isMissing ? core::Result<>() : core::fail(code.error().code));
                      done(std::move(code));
                  }));
}

// -- Keeping and removing ------------------------------------------------------------------------------------------------------

void KeptCodeViewModel::want(bool kept)
{
    m_declined = !kept;
    m_keepAfterLooking = false;
    if (kept)
        keep();
    else if (m_state == State::Kept)
        remove();
    Q_EMIT changed();
}

void KeptCodeViewModel::keepIfWanted()
{
    if (wanted() && m_state != State::Kept)
        keep();
}

void KeptCodeViewModel::keep()
{
    if (!isAvailable() || !m_codeIsHere)
        return;
    if (busy()) {
        m_keepAfterLooking = m_task == Task::Look;
        return;
    }
    begin(Task::Keep);
    m_waitsForCode = true;
    post(m_service, [](core::RecoveryService& recovery) { recovery.revealCode(); });
}

void KeptCodeViewModel::applyCode(const crypto::SecretBytes& code)
{
    if (!std::exchange(m_waitsForCode, false))
        return;
    auto characters = withoutSpaces(code);
    const auto compared = std::exchange(m_compared, {});
    if (m_task == Task::Keep)
        return write(std::move(characters));
    if (compared.equals(characters))
        return end({});
    m_task = Task::Replace; // a newer sheet was made or entered
    write(std::move(characters));
}

void KeptCodeViewModel::write(crypto::SecretBytes code)
{
    m_vault->write(m_account, std::move(code), this, ifStill<void>([this](const core::Result<>& written) {
                       if (written)
                           m_state = State::Kept;
                       else
                           m_declined = true; // who has refused is not asked again by leaving the page
                       end(written);
                   }));
}

void KeptCodeViewModel::remove()
{
    if (!isAvailable() || busy())
        return;
    begin(Task::Remove);
    m_declined = true;
    m_vault->remove(m_account, this, ifStill<void>([this](const core::Result<>& removed) {
                        if (removed)
                            m_state = State::NotKept;
                        end(removed);
                    }));
}

void KeptCodeViewModel::forget()
{
    if (isAvailable())
        m_vault->remove(m_account, this, [](const core::Result<>&) {});
    m_phase = Phase::Unknown;
    reset();
}

void KeptCodeViewModel::begin(Task task)
{
    m_task = task;
    m_failedTask = Task::None;
    m_error.reset();
    Q_EMIT changed();
}

void KeptCodeViewModel::end(const core::Result<>& result)
{
    m_waitsForCode = false;
    m_compared = {};
    const Task ended = std::exchange(m_task, Task::None);
    if (!result) {
        m_failedTask = ended;
        m_error = result.error().code;
    }
    if (std::exchange(m_lookAgain, false) && result)
        look();
    else if (std::exchange(m_keepAfterLooking, false) && m_state == State::NotKept && !m_declined)
        keep();
    Q_EMIT changed();
}

} // namespace ui
