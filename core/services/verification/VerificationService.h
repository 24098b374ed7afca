#pragma once

#include "core/api/CryptoRequestSender.h"
#include "core/encryption/OlmMachine.h"

#include <QObject>
#include <QSet>

namespace core {

/// A verification and what the other device is called.
struct ShownVerification {
    VerificationState state;
    QString deviceName; ///< as the server shows it: anybody's text; empty if it has none or is not known
    bool operator==(const ShownVerification&) const = default;
};

/// Verifications between this device and other devices of the account (product B6): hands what the person does to the machine,
/// sends what follows, and says how it stands. After a verification that went well, the device that has the secrets of the
/// account may give them to the other one, which asks for them (S-59, S-60).
///
/// Thread: core.
class VerificationService final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        OlmMachine& machine;
        CryptoRequestSender& requests;
    };
    explicit VerificationService(const Parts& parts, QObject* parent = nullptr);

    /// Looks whether something has changed. To be called after each sync and after answers to the machine's requests.
    void check();

public Q_SLOTS:
    /// Emits what is known.
    void load();
    /// Asks these devices; all others of the account if the list is empty.
    void request(const QList<core::DeviceId>& devices);
    /// A device that is not known yet is accepted as soon as the server has shown its keys.
    void act(const QString& transaction, core::VerificationAction action);
    /// `code`: the bytes of the QR code that the other device shows.
    void scan(const QString& transaction, const QByteArray& code);

Q_SIGNALS:
    /// All that run and those that ended last, oldest first.
    void changed(const QList<core::ShownVerification>& verifications);
    /// What the person wanted was not possible. Errors: those of OlmMachine's methods about verification.
    void failed(const core::Error& error);

private:
    void done(const Result<>& result);
    void acceptLate();
    void shareSecrets(const VerificationState& verified);
    [[nodiscard]] QString nameOf(const VerificationState& state) const;

    Parts m_parts;
    QList<ShownVerification> m_shown;
    QSet<QString> m_accepted; // by the person, while the device is not known
};

} // namespace core
