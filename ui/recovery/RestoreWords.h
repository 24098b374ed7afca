#pragma once

#include "core/services/recovery/RecoveryState.h"
#include "ui/common/ErrorText.h"
#include "ui/recovery/CodeReader.h"

namespace ui {

/// What came of an attempt to bring the chats back, in words: every end has its own cause, effect and next step (product B4).
///
/// Numbers 201 to 249, 360 to 369 and 474 of the codes for questions are these. Null for RestoreOutcome::Restored.
struct RestoreWords {
    static ErrorText of(core::RestoreOutcome outcome);
    /// A code that is none of ours to open; null for Kind::Key.
    static ErrorText of(CodeReader::Kind kind);
    static ErrorText of(CodeReader::Failure failure);
    /// What another device has sent is not enough, or too late; null otherwise.
    static ErrorText of(core::Handover handover);
    /// The same for the code that the key store of this device had; what does not lie in that code is said as above.
    static ErrorText ofKept(core::RestoreOutcome outcome);
    /// The same for a pass phrase.
    static ErrorText ofPassphrase(core::RestoreOutcome outcome);
    /// Nothing was typed.
    static ErrorText ofNoPassphrase();
    /// What was to prove that the sheet is there is a key sheet, but not the one that is in use.
    static ErrorText ofOtherSheet();
    /// The key store did not do what was asked of it (S-98); `effect` is the id of a text.
    static ErrorText ofKeyStore(core::ErrorCode code, const char* effect);

    /// Whether the person can mend it by giving another code: it is said beside the field then.
    static bool isAboutCode(core::RestoreOutcome outcome);
};

} // namespace ui
