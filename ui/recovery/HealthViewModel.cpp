#include "ui/recovery/HealthViewModel.h"

#include "ui/common/Post.h"
#include "ui/recovery/HealthWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace ui {

using core::RepairState;
using Phase = core::RecoveryState::Phase;
using Step = HealthNotice::Step;

HealthViewModel::HealthViewModel(const Format& format, QObject* parent)
    : QObject(parent)
    , m_format(format)
{
}

void HealthViewModel::setService(core::RecoveryService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    m_isChecking = m_isChecked = m_hasFailed = m_isEndOpen = false;
    applyState({});
    if (m_service)
        connect(m_service, &core::RecoveryService::healthCheckEnded, this, &HealthViewModel::applyCheckEnded);
}

void HealthViewModel::refresh()
{
    Q_EMIT changed();
    Q_EMIT findingsChanged();
}

QString HealthViewModel::title() const
{
    switch (m_state.phase) {
    case Phase::Unknown:
        //% "Not known yet"
        return qtTrId("health.title.unknown");
    case Phase::SettingUp:
        //% "Being set up …"
        return qtTrId("health.title.settingUp");
    case Phase::NeedsCode:
        //% "The keys of your chats are still missing"
        return qtTrId("health.title.needsCode");
    case Phase::Restoring:
        //% "Your chats are coming back …"
        return qtTrId("health.title.restoring");
    case Phase::Ready:
        break;
    }
    if (!m_state.findings.isEmpty())
        //% "Not everything is all right"
        return qtTrId("health.title.findings");
    if (m_state.backupIsMissing)
        //% "New keys are not being saved"
        return qtTrId("health.title.notSaved");
    if (m_state.keysToBackUp > 0)
        //% "Not saved yet: %1 keys"
        return qtTrId("health.title.toSave").arg(m_format.locale().toString(m_state.keysToBackUp));
    //% "Everything is saved"
    return qtTrId("health.title.allSaved");
}

QString HealthViewModel::facts() const
{
    if (m_state.phase != Phase::Ready)
        return {};
    QStringList facts;
    if (const QString saved = m_format.moment(m_state.lastBackup); !saved.isEmpty())
        //% "Last saved: %1."
        facts.append(qtTrId("health.lastSaved").arg(saved));
    const QString checked = m_format.moment(m_state.lastCheck);
    facts.append(checked.isEmpty()
                     //% "Not checked yet."
                     ? qtTrId("health.neverChecked")
                     //% "Last checked: %1."
                     : qtTrId("health.lastChecked").arg(checked));
    return facts.join(u' ');
}

bool HealthViewModel::fine() const
{
    return m_state.phase == Phase::Ready && m_state.findings.isEmpty() && !m_state.backupIsMissing && m_state.keysToBackUp == 0;
}

QList<HealthNotice> HealthViewModel::findings() const
{
    QList<HealthNotice> notices;
    if (m_state.phase == Phase::Ready) {
        for (const auto finding : m_state.findings)
            notices.append(HealthWords::of(finding, m_state));
    }
    return notices;
}

HealthNotice HealthViewModel::urgent() const
{
    const auto all = findings();
    return all.isEmpty() || m_state.findingsAreRead ? HealthNotice() : all.first();
}

int HealthViewModel::others() const
{
    return std::max(0, static_cast<int>(findings().size()) - 1);
}

ErrorText HealthViewModel::checkFailure() const
{
    return m_hasFailed ? HealthWords::notChecked() : ErrorText();
}

bool HealthViewModel::repairing() const
{
    return m_state.repair == RepairState::Running || (m_isEndOpen && m_state.repair == RepairState::Done && m_state.isChecking);
}

bool HealthViewModel::repaired() const
{
    return m_isEndOpen && m_state.repair == RepairState::Done && m_state.findings.isEmpty() && !m_state.isChecking;
}

ErrorText HealthViewModel::repairFailure() const
{
    return m_isEndOpen ? HealthWords::of(m_state.repair) : ErrorText();
}

void HealthViewModel::check()
{
    if (!canCheck())
        return;
    m_isChecking = true;
    m_isChecked = m_hasFailed = m_isEndOpen = false;
    Q_EMIT changed();
    post(m_service, [](core::RecoveryService& recovery) { recovery.checkHealth(); });
}

void HealthViewModel::takeStep(int index)
{
    const auto all = findings();
    if (index < 0 || index >= all.size())
        return;
    switch (all.at(index).step) {
    case Step::None:
        return;
    case Step::Repair:
        m_isChecked = m_hasFailed = false;
        post(m_service, [](core::RecoveryService& recovery) { recovery.repair(); });
        return;
    case Step::EnterCode:
        Q_EMIT codeWanted();
        return;
    case Step::Acknowledge:
        acknowledge();
        return;
    }
}

void HealthViewModel::acknowledge()
{
    dismissEnd();
    post(m_service, [](core::RecoveryService& recovery) { recovery.acknowledgeFindings(); });
}

void HealthViewModel::dismissEnd()
{
    m_isEndOpen = m_isChecked = m_hasFailed = false;
    Q_EMIT changed();
}

void HealthViewModel::applyState(const core::RecoveryState& state)
{
    const auto before = std::exchange(m_state, state);
    if (state.repair != before.repair)
        m_isEndOpen = before.repair == RepairState::Running && state.repair != RepairState::None;
    Q_EMIT changed();
    if (state.findings != before.findings || state.findingsAreRead != before.findingsAreRead || state.phase != before.phase ||
        state.codeIsHere != before.codeIsHere)
        Q_EMIT findingsChanged();
}

void HealthViewModel::applyCheckEnded(bool isDone)
{
    if (!std::exchange(m_isChecking, false))
        return; // the daily one
    m_isChecked = isDone;
    m_hasFailed = !isDone;
    Q_EMIT changed();
}

} // namespace ui
