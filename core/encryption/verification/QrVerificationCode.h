#pragma once

#include "crypto/Ed25519.h"
#include "crypto/SecretBytes.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace core {

/// What a QR code for a verification says. Spec: Matrix v1.11, Client-Server API, "QR codes" (S-36).
struct QrVerificationCode {
    enum class Mode : unsigned char {
        OtherUser = 0,  ///< first key: the shower's master key; second: what it believes the scanner's to be
        TrustedOwn = 1, ///< first key: the own master key, which the shower trusts; second: the scanner's device key
        NewOwn = 2,     ///< first key: the shower's device key; second: what it believes the own master key to be
    };
    Mode mode = Mode::OtherUser;
    QString transaction;
    crypto::Ed25519Key first;
    crypto::Ed25519Key second;
    crypto::SecretBytes secret; ///< at least 8 bytes

    [[nodiscard]] QByteArray toBytes() const;
    /// Empty for anything that is not exactly such a code.
    static std::optional<QrVerificationCode> parse(QByteArrayView bytes);
};

} // namespace core
