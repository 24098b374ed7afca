#pragma once

#include "core/api/CryptoRequestSender.h"
#include "core/encryption/OlmMachine.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace core {

class AccountDataStore;
class RoomStore;

/// A verification and what the other side is called.
struct ShownVerification {
    VerificationState state;
    QString deviceName;      ///< as the server shows it: anybody's text; empty if it has none or is not known
    QString personName = {}; ///< of another person, as the chat shows it; empty for oneself, or if it is not known
    bool operator==(const ShownVerification&) const = default;
};

/// Verifications between this device and other devices of the account, or other people (product B6): hands what the person does
/// to the machine, sends what follows, and says how it stands. With people it runs in the chat with them, encrypted and through
/// the send queue (S-16, S-38). After a verification with an own device that went well, the device that has the secrets of the
/// account may give them to the other one, which asks for them (S-59, S-60). One whose time has run out ends by itself, also
/// without a connection (S-33).
///
/// Thread: core.
class VerificationService final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        OlmMachine& machine;
        CryptoRequestSender& requests;
        RoomStore& rooms;
        AccountDataStore& accountData;
        const Clock& clock;
        std::function<void(const VerificationRoomMessage&)> send; ///< into a room; then messageSent() or messageFailed()
    };
    explicit VerificationService(const Parts& parts, QObject* parent = nullptr);

    /// Looks whether something has changed. To be called after each sync and after answers to the machine's requests.
    void check();
    /// What has become of a message. Those that are of no verification are ignored.
    void messageSent(const QString& transactionId, const EventId& event);
    void messageFailed(const QString& transactionId, const Error& error);

public Q_SLOTS:
    /// Emits what is known.
    void load();
    /// Asks these devices; all others of the account if the list is empty.
    void request(const QList<core::DeviceId>& devices);
    /// Asks a person in the encrypted chat with them, also while the chat is blocked because their keys have changed (S-26).
    /// failed: NotFound if there is none, or the person has no identity; Forbidden unless the own identity is verified here.
    void requestPerson(const core::UserId& user);
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
    void sendMessages();
    [[nodiscard]] Result<RoomId> chatWith(const UserId& user) const;
    Result<> askForDevice(const QString& transaction);
    void acceptLate();
    void waitForNextEnd();
    void shareSecrets(const VerificationState& verified);
    [[nodiscard]] QString deviceNameOf(const VerificationState& state) const;
    [[nodiscard]] QString personNameOf(const VerificationState& state) const;

    Parts m_parts;
    QList<ShownVerification> m_shown;
    QSet<QString> m_accepted; // by the person, while the device is not known
    QTimer m_nextEnd;
};

} // namespace core
