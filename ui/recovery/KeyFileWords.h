#pragma once

#include "core/services/recovery/KeyFileResult.h"
#include "ui/common/ErrorText.h"

namespace ui {

/// Why keys could not be saved in a file, or not be read from one, in words (product B10).
///
/// Numbers 330 to 339 and 342 of the codes for questions are these. Null for what is no error: Done and Cancelled.
struct KeyFileWords {
    static ErrorText of(core::KeyFileOutcome outcome, bool isSaving);
};

} // namespace ui
