#include "core/services/recovery/RecoveryState.h"

namespace core {

bool canBeRepaired(const RecoveryState& state, HealthFinding finding)
{
    if (state.phase != RecoveryState::Phase::Ready || !state.findings.contains(finding))
        return false;
    if (finding == HealthFinding::BackupBehind)
        return true;
    const bool isOthers = state.findings.contains(HealthFinding::OlderState) ||
                          state.findings.contains(HealthFinding::NewerKey) ||
                          state.findings.contains(HealthFinding::IdentityChanged);
    const bool isOurs = finding == HealthFinding::PrivateKeysMissing || finding == HealthFinding::BackupMissing ||
                        finding == HealthFinding::StorageIncomplete;
    return isOurs && !isOthers && state.codeIsHere;
}

bool takesCode(const RecoveryState& state)
{
    if (state.phase != RecoveryState::Phase::Ready)
        return state.phase == RecoveryState::Phase::NeedsCode;
    const bool isAboutAnother = state.findings.contains(HealthFinding::NewerKey) ||
                                state.findings.contains(HealthFinding::ForeignBackup) ||
                                state.findings.contains(HealthFinding::IdentityChanged);
    return (isAboutAnother || !state.codeIsHere) && !state.findings.contains(HealthFinding::OlderState);
}

} // namespace core
