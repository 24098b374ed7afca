#include "ui/recovery/HealthWords.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Finding = core::HealthFinding;
using Step = HealthNotice::Step;

const char* const callInsurer = QT_TRID_NOOP("error.next.callInsurer");
const char* const staysReadable = QT_TRID_NOOP("health.staysReadable");

constexpr auto words = &ErrorText::ofTexts;

Step stepAlone(Finding finding, const core::RecoveryState& state)
{
    // What an old state or another identity changes, no code of ours mends.
    if (state.findings.contains(Finding::OlderState) || state.findings.contains(Finding::IdentityChanged))
        return Step::Acknowledge;
    if (core::canBeRepaired(state, finding))
        return Step::Repair;
    return core::takesCode(state) ? Step::EnterCode : Step::None;
}

// A step helps with all findings that it helps with: it stands at the first of them.
Step stepOf(Finding finding, const core::RecoveryState& state)
{
    const auto step = stepAlone(finding, state);
    for (const auto other : state.findings) {
        if (other == finding)
            break;
        if (stepAlone(other, state) == step)
            return Step::None;
    }
    return step;
}

QString textOf(Step step, Finding finding)
{
    switch (step) {
    case Step::None:
        return {};
    case Step::Repair:
        if (finding == Finding::BackupBehind)
            //% "Save now"
            return qtTrId("health.saveNow");
        //% "Repair"
        return qtTrId("health.repair");
    case Step::EnterCode:
        //% "Enter key code"
        return qtTrId("health.enterCode");
    case Step::Acknowledge:
        //% "Understood"
        return qtTrId("health.understood");
    }
    return {};
}

ErrorText wordsOf(Finding finding)
{
    switch (finding) {
    case Finding::OlderState:
        return words(371,
                     //% "The server shows an old state of your keys."
                     QT_TRID_NOOP("health.olderState"),
                     //% "To protect you, we change nothing. Your chats stay readable on this device."
                     QT_TRID_NOOP("health.olderState.effect"),
                     //% "If this is still so tomorrow, please call your health insurer."
                     QT_TRID_NOOP("health.olderState.next"));
    case Finding::IdentityChanged:
        return words(372,
                     //% "Another device has set up the keys of your account anew."
                     QT_TRID_NOOP("health.identityChanged"),
                     //% "This device goes on with the old keys."
                     QT_TRID_NOOP("health.identityChanged.effect"),
                     //% "Was that not you? Then please call your health insurer at once."
                     QT_TRID_NOOP("health.identityChanged.next"));
    case Finding::PrivateKeysMissing:
        return words(373,
                     //% "Some keys of your account are missing on this device."
                     QT_TRID_NOOP("health.privateKeysMissing"),
                     //% "You cannot confirm new devices at the moment."
                     QT_TRID_NOOP("health.privateKeysMissing.effect"),
                     //% "“Repair” brings them back. This takes a few seconds."
                     QT_TRID_NOOP("health.privateKeysMissing.next"));
    case Finding::NewerKey:
        return words(374,
                     //% "There is a newer key sheet."
                     QT_TRID_NOOP("health.newerKey"),
                     //% "Your old sheet does not open your chats any more."
                     QT_TRID_NOOP("health.newerKey.effect"),
                     //% "Enter the code of the new sheet. If you have not made one, please call your health insurer."
                     QT_TRID_NOOP("health.newerKey.next"));
    case Finding::ForeignBackup:
        return words(375,
                     //% "Another program now saves your chats."
                     QT_TRID_NOOP("health.foreignBackup"),
                     //% "This device saves nothing there."
                     QT_TRID_NOOP("health.foreignBackup.effect"),
                     //% "Enter the key code that you got there. If you do not know of it, please call your health insurer."
                     QT_TRID_NOOP("health.foreignBackup.next"));
    case Finding::BackupMissing:
        return words(376,
                     //% "The saved keys of your chats are gone."
                     QT_TRID_NOOP("health.backupMissing"),
                     //% "On a new device you could not read older messages."
                     QT_TRID_NOOP("health.backupMissing.effect"),
                     //% "“Repair” saves them anew. Your key sheet stays valid."
                     QT_TRID_NOOP("health.backupMissing.next"));
    case Finding::StorageIncomplete:
        return words(377,
                     //% "Your key sheet does not open everything at the moment."
                     QT_TRID_NOOP("health.storageIncomplete"),
                     //% "On a new device not all chats would come back."
                     QT_TRID_NOOP("health.storageIncomplete.effect"),
                     //% "“Repair” adds what is missing. Your sheet stays valid."
                     QT_TRID_NOOP("health.storageIncomplete.next"));
    case Finding::BackupBehind:
        return words(378,
                     //% "For two days your chats have not been saved."
                     QT_TRID_NOOP("health.backupBehind"),
                     //% "On a new device you could not read the newest messages."
                     QT_TRID_NOOP("health.backupBehind.effect"),
                     //% "“Save now” tries it at once."
                     QT_TRID_NOOP("health.backupBehind.next"));
    }
    return {};
}

} // namespace

HealthNotice HealthWords::of(Finding finding, const core::RecoveryState& state)
{
    HealthNotice notice;
    notice.words = wordsOf(finding);
    notice.step = stepOf(finding, state);
    notice.stepText = textOf(notice.step, finding);
    notice.grave = finding == Finding::OlderState || finding == Finding::IdentityChanged;
    notice.canWait = notice.step == Step::Repair || notice.step == Step::EnterCode;
    const bool isOurs =
        finding == Finding::PrivateKeysMissing || finding == Finding::BackupMissing || finding == Finding::StorageIncomplete;
    if (isOurs && notice.step == Step::EnterCode)
        //% "For this, enter the code of your key sheet."
        notice.words.next = qtTrId("health.next.code");
    if (notice.step == Step::None)
        //% "This is settled with the notice above."
        notice.words.next = qtTrId("health.next.above");
    return notice;
}

ErrorText HealthWords::of(core::RepairState repair)
{
    switch (repair) {
    case core::RepairState::None:
    case core::RepairState::Running:
    case core::RepairState::Done:
        return {};
    case core::RepairState::Later:
        return words(381,
                     //% "The server could not be reached."
                     QT_TRID_NOOP("health.repair.later"),
                     //% "Your chats stay readable on this device."
                     QT_TRID_NOOP("health.staysReadable"),
                     //% "You need not do anything. We go on by ourselves."
                     QT_TRID_NOOP("health.repair.later.next"));
    case core::RepairState::OtherKey:
        return words(382,
                     //% "Meanwhile another device has made a new key sheet."
                     QT_TRID_NOOP("health.repair.otherKey"),
                     //% "We have overwritten nothing of it."
                     QT_TRID_NOOP("health.repair.otherKey.effect"),
                     //% "Enter the code of the new sheet."
                     QT_TRID_NOOP("health.repair.otherKey.next"));
    case core::RepairState::NotKept:
        return words(383,
                     //% "The server does not keep what we save."
                     QT_TRID_NOOP("health.repair.notKept"), staysReadable, callInsurer);
    }
    return {};
}

ErrorText HealthWords::notChecked()
{
    return words(384,
                 //% "We could not check at the moment."
                 QT_TRID_NOOP("health.notChecked"), QT_TRID_NOOP("error.effect.nothingChanged"),
                 QT_TRID_NOOP("error.next.checkConnection"));
}

} // namespace ui
