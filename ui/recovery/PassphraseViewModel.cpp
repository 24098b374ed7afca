#include "ui/recovery/PassphraseViewModel.h"

#include "ui/common/Post.h"
#include "ui/recovery/RestoreWords.h"

#include <memory>

namespace ui {

using core::RestoreOutcome;

PassphraseViewModel::PassphraseViewModel(QObject* parent)
    : QObject(parent)
{
}

void PassphraseViewModel::setService(core::RecoveryService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    m_offered = m_busy = m_isEmpty = false;
    m_outcome.reset();
    if (m_service)
        connect(m_service, &core::RecoveryService::passphraseEnded, this, &PassphraseViewModel::applyEnd);
    Q_EMIT changed();
}

ErrorText PassphraseViewModel::failure() const
{
    if (m_isEmpty)
        return RestoreWords::ofNoPassphrase();
    return m_outcome ? RestoreWords::ofPassphrase(*m_outcome) : ErrorText();
}

bool PassphraseViewModel::failureIsAboutPassphrase() const
{
    return m_isEmpty || m_outcome == RestoreOutcome::WrongPassphrase || m_outcome == RestoreOutcome::ReplacedCode;
}

void PassphraseViewModel::restore(const QString& text)
{
    if (m_busy)
        return;
    m_outcome.reset();
    m_isEmpty = text.isEmpty();
    m_busy = !m_isEmpty;
    Q_EMIT changed();
    if (m_isEmpty)
        return;
    QByteArray bytes = text.toUtf8();
    auto passphrase = std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(bytes));
    crypto::wipe(bytes);
    post(m_service, [passphrase](core::RecoveryService& recovery) { recovery.restoreWithPassphrase(passphrase); });
}

void PassphraseViewModel::stop()
{
    if (!m_busy)
        return;
    m_busy = false;
    post(m_service, [](core::RecoveryService& recovery) { recovery.stopPassphrase(); });
    Q_EMIT changed();
}

void PassphraseViewModel::edited()
{
    if (m_busy || (!m_isEmpty && !m_outcome))
        return;
    m_isEmpty = false;
    m_outcome.reset();
    Q_EMIT changed();
}

void PassphraseViewModel::applyState(const core::RecoveryState& state)
{
    const bool isOver = m_busy && state.phase == core::RecoveryState::Phase::Unknown; // the keys are being renewed
    if (state.takesPassphrase == m_offered && !isOver)
        return;
    m_offered = state.takesPassphrase;
    m_busy = m_busy && !isOver;
    Q_EMIT changed();
}

void PassphraseViewModel::applyRestored(RestoreOutcome outcome)
{
    const bool isBack = outcome == RestoreOutcome::Restored || outcome == RestoreOutcome::RestoredPartly;
    if (!isBack || (!m_busy && !m_outcome))
        return;
    m_busy = false;
    m_outcome.reset();
    Q_EMIT changed();
}

void PassphraseViewModel::applyEnd(RestoreOutcome outcome)
{
    if (!m_busy)
        return; // the person did not want to wait
    m_busy = false;
    m_outcome = outcome;
    Q_EMIT changed();
}

} // namespace ui
