#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

/// A message bus that nobody else is on, for as long as this lives. Needs dbus-daemon.
class PrivateBus {
public:
    PrivateBus();
    ~PrivateBus();

    /// A participant of its own. The same name gives the same one.
    QDBusConnection connect(const QString& name);

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};
