#pragma once

#include "core/encryption/verification/VerificationTypes.h"
#include "ui/common/ErrorText.h"
#include "ui/recovery/CodeReader.h"

namespace ui {

/// How a verification has ended, as far as the person has to know or to do something else.
enum class VerificationEnd {
    Open,              ///< not at all yet
    Done,              ///< what was compared is signed
    CancelledHere,     ///< by the person at this device
    CancelledThere,    ///< by the other side
    TimedOut,          ///< nobody went on in time
    Different,         ///< one of the two persons says that the pictures, numbers or results differ
    OtherKeys,         ///< keys or messages do not fit: perhaps somebody is in between
    UnknownDevice,     ///< the device that answered is not known here, or has a name that may not be (S-29)
    AnsweredElsewhere, ///< another device was quicker
    NoCommonWay,       ///< the two programs cannot compare in the same way
    Refused,           ///< the server did not take or show the signature
    Failed,            ///< the two programs do not understand each other
};

/// What came of a verification, in words: every end has its own cause, effect and next step (product B6).
///
/// Numbers 400 to 429 of the codes for questions are these.
struct VerificationWords {
    /// `before`: the phase before the last one, which tells apart what has the same code.
    static VerificationEnd endOf(const core::VerificationState& state, core::VerificationState::Phase before);
    /// Null for what is no failure: Open, Done and CancelledHere.
    static ErrorText of(VerificationEnd end);
    /// Somebody may be in between: a strong warning.
    static bool isAlarming(VerificationEnd end);

    /// Why nobody could be asked.
    static ErrorText ofRequest(const core::Error& error);

    /// A code that does not belong into a verification; null for Kind::Verification.
    static ErrorText of(CodeReader::Kind kind);
    static ErrorText of(CodeReader::Failure failure);
    /// A code for a verification, but damaged or of another one.
    static ErrorText ofForeignCode();
};

} // namespace ui
