#pragma once

#include "core/services/profile/ProfileService.h"
#include "ui/profile/AccountOwner.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// The own profile: name and address others see, and this device.
class ProfileViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(QString displayName READ displayName NOTIFY changed)
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString addressSpoken READ addressSpoken NOTIFY changed)
    Q_PROPERTY(QString serverName READ serverName NOTIFY changed)
    Q_PROPERTY(QString insurerName READ insurerName NOTIFY changed)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY changed)
    Q_PROPERTY(QString deviceId READ deviceId NOTIFY changed)
    Q_PROPERTY(QString deviceIdSpoken READ deviceIdSpoken NOTIFY changed)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    Q_PROPERTY(QString fingerprintSpoken READ fingerprintSpoken NOTIFY changed)
public:
    explicit ProfileViewModel(QObject* parent);

    /// Connects to the service of a new session and asks it for the profile; null lets go of it and forgets the profile.
    void setService(core::ProfileService* service);

    /// What the list of insurers says about the server of the account; all empty if nothing.
    void setInsurer(const QString& name, const QString& phone, const QString& hours);

    [[nodiscard]] QString displayName() const { return m_profile.displayName; }
    [[nodiscard]] QString initials() const;
    [[nodiscard]] QString address() const { return m_profile.user.toString(); }
    /// The address with its characters one by one: it holds the health insurance number (A19).
    [[nodiscard]] QString addressSpoken() const;
    [[nodiscard]] QString serverName() const { return m_profile.serverName; }
    /// The insurer's name; empty if it is in no list.
    [[nodiscard]] QString insurerName() const { return m_insurer.insurer; }
    [[nodiscard]] AccountOwner owner() const;
    [[nodiscard]] QString deviceName() const { return m_profile.deviceName; }
    [[nodiscard]] QString deviceId() const { return m_profile.device.toString(); }
    [[nodiscard]] QString deviceIdSpoken() const;
    [[nodiscard]] QString fingerprint() const { return m_profile.ed25519Fingerprint; }
    [[nodiscard]] QString fingerprintSpoken() const;

public Q_SLOTS:
    void applyProfile(const core::OwnProfile& profile);

Q_SIGNALS:
    void changed();

private:
    core::ProfileService* m_service = nullptr;
    core::OwnProfile m_profile;
    AccountOwner m_insurer; // only what concerns the insurer
};

} // namespace ui
