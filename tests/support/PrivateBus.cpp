#include "tests/support/PrivateBus.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

PrivateBus::PrivateBus()
{
    // Without folders of services: nothing of this computer is started.
    QFile configuration(m_folder.filePath(u"bus.conf"_s));
    REQUIRE(configuration.open(QIODevice::WriteOnly));
    configuration.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8() +
                        "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\"/>"
                        "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>");
    configuration.close();
    m_daemon.start(u"dbus-daemon"_s, {u"--config-file"_s, configuration.fileName(), u"--nofork"_s, u"--print-address"_s});
    REQUIRE(m_daemon.waitForStarted());
    REQUIRE(m_daemon.waitForReadyRead(120'000));
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus()
{
    for (const QString& name : std::as_const(m_names))
        QDBusConnection::disconnectFromBus(name);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

QDBusConnection PrivateBus::connect(const QString& name)
{
    const QString unique = m_address + u' ' + name;
    if (!m_names.contains(unique))
        m_names.append(unique);
    auto bus = QDBusConnection::connectToBus(m_address, unique);
    REQUIRE(bus.isConnected());
    return bus;
}
