#pragma once

#include "core/base/Identifiers.h"
#include "core/encryption/EncryptionTypes.h"

#include <QList>
#include <QMetaType>

#include <optional>

namespace core {

/// Somebody else in a chat, and what is known of their keys.
struct ChatPerson {
    UserId user;
    QString name; ///< as the chat shows it; empty if it is not known
    IdentityStatus identity = IdentityStatus::Unknown;
    bool operator==(const ChatPerson&) const = default;
};

/// Whose keys are confirmed or have changed in a chat.
struct ChatTrust {
    std::optional<ChatPerson> other; ///< in an encrypted chat of two
    QList<ChatPerson> changed;       ///< Violated ones first; then those who were never verified
    bool canConfirm = false;         ///< the own identity is verified on this device (S-27)
    bool operator==(const ChatTrust&) const = default;
};

} // namespace core

Q_DECLARE_METATYPE(core::ChatTrust)
