#pragma once

#include "core/api/Api.h"
#include "core/api/InteractiveAuth.h"
#include "core/api/endpoints/Devices.h"
#include "core/encryption/OlmMachine.h"
#include "core/services/devices/DevicesState.h"

#include <QObject>

#include <memory>

namespace core {

/// The devices of the own account, and signing out others (product B9, S-31).
///
/// Never signs out the own device: that is logout. One change at a time; what is asked for meanwhile is ignored. Passwords are
/// not kept longer than their request.
/// Spec: Matrix v1.11, Client-Server API, "Client devices". Thread: core.
class DevicesService final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Api& api;
        OlmMachine& machine;
        const Clock& clock;
        QString ownName; ///< of this device, until the server says another one
    };
    /// What `parts` refers to must outlive the service.
    explicit DevicesService(Parts parts, QObject* parent = nullptr);

    [[nodiscard]] const DevicesState& state() const { return m_state; }

public Q_SLOTS:
    /// Emits what is known and asks the server anew. From the first call on the list follows what changes.
    void load();
    /// Device lists or identities may have changed: asks the server again if the own devices did.
    void check();

    /// The own device and repetitions are left out.
    void signOut(const QList<core::DeviceId>& devices);
    /// Answers the question, if there is one. Empty passwords are no answer.
    void confirmWithPassword(const std::shared_ptr<crypto::SecretBytes>& password);
    void confirmedInBrowser();
    /// Gives the sign-out up. What the server has done already stays done: the list says so.
    void cancel();
    /// `name` is cleaned first; nothing happens if nothing is left.
    void rename(const core::DeviceId& device, const QString& name);

Q_SIGNALS:
    void changed(const core::DevicesState& state);
    /// These devices are signed out.
    void signedOut(const QList<core::DeviceId>& devices);

private:
    void show();
    void received(const Result<QList<ListedDevice>>& listed);
    [[nodiscard]] QList<DeviceRecord> ownRecords() const;
    [[nodiscard]] QList<OwnDevice> devicesToShow() const;
    void startChange();
    void send(const QJsonObject& auth);
    void answered(const Result<MaybeQuestion>& answer);
    void ask(const QByteArray& question);
    void endSignOut(const std::optional<Error>& failure);

    Parts m_parts;
    DevicesState m_state;
    QList<ListedDevice> m_listed;
    QList<DeviceRecord> m_records; // what the list was asked for with
    IdentityStatus m_identity = IdentityStatus::Unknown;
    std::unique_ptr<InteractiveAuth> m_auth; // of the sign-out under way
    bool m_isWatched = false;
    bool m_loadAgain = false;
    std::unique_ptr<QObject> m_change; // context of the request that changes something
    QObject m_jobs;                    // last: requests die before what they use
};

} // namespace core
