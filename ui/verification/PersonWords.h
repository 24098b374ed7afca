#pragma once

#include "core/services/verification/VerificationService.h"
#include "ui/common/ErrorText.h"
#include "ui/verification/VerificationWords.h"

namespace ui {

/// The words of a verification with another person, where they are not those for own devices (product B6).
///
/// Names and addresses are anybody's text: they are kept apart from the sentence (S-81). Numbers 430 to 449 of the codes for
/// questions are these.
struct PersonWords {
    /// What the person is called; the address where the chat shows no name.
    static QString nameOf(const core::ShownVerification& verification);
    /// The person asks. With the address: anybody may take any name.
    static QString request(const core::ShownVerification& verification);
    /// Beside what is compared.
    static QString side(const QString& name, const core::UserId& user);
    /// Null for what is no failure: Open, Done and CancelledHere.
    static ErrorText of(VerificationEnd end);
    /// Why the person could not be asked.
    static ErrorText ofRequest(const core::Error& error);
};

} // namespace ui
