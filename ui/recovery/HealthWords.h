#pragma once

#include "core/services/recovery/RecoveryState.h"
#include "ui/recovery/HealthNotice.h"

namespace ui {

/// What the daily check has found and how a repair has ended, in words (product B3, B4).
///
/// Numbers 370 to 389 of the codes for questions are these.
struct HealthWords {
    /// One of the findings of `state`, with what helps now.
    static HealthNotice of(core::HealthFinding finding, const core::RecoveryState& state);
    /// Null for what is no failure: None, Running, Done.
    static ErrorText of(core::RepairState repair);
    /// A check that was asked for could not be made.
    static ErrorText notChecked();
};

} // namespace ui
