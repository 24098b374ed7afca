#pragma once

#include "app/PortalRequest.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QVariantMap>

/// The object of one request, which can be closed.
class FakeRequest final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")
public:
    using QObject::QObject;
    int closed = 0;

public Q_SLOTS:
    void Close() { ++closed; }
};

/// The portal of a desktop: keeps what it is asked, and answers when told to.
class FakePrintPortal final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Print")
    Q_PROPERTY(uint version READ version)
public:
    explicit FakePrintPortal(const QDBusConnection& bus)
        : m_bus(bus)
    {
        m_bus.registerObject(QLatin1StringView(app::PortalRequest::object), this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties);
    }
    ~FakePrintPortal() override { leave(); }

    void appear() { m_bus.registerService(QLatin1StringView(app::PortalRequest::service)); }
    void leave() { m_bus.unregisterService(QLatin1StringView(app::PortalRequest::service)); }
    [[nodiscard]] static uint version() { return 1; }

    /// To the newest question.
    void answer(uint response, const QVariantMap& results = {})
    {
        auto signal =
            QDBusMessage::createSignal(path, QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Response"));
        signal << response << results;
        m_bus.send(signal);
    }

    int prepared = 0;
    int printed = 0;
    bool answersEarly = false; ///< before the call has returned
    bool refuses = false;
    QString window;
    QString title;
    QVariantMap options;
    QString path; ///< of the newest request
    QDBusUnixFileDescriptor file;
    FakeRequest request;

public Q_SLOTS:
    QDBusObjectPath PreparePrint(const QString& parent, const QString& shown, const QVariantMap&, const QVariantMap&,
                                 const QVariantMap& given)
    {
        ++prepared;
        return take(parent, shown, given);
    }
    QDBusObjectPath Print(const QString& parent, const QString& shown, const QDBusUnixFileDescriptor& page,
                          const QVariantMap& given)
    {
        ++printed;
        file = page;
        return take(parent, shown, given);
    }

private:
    QDBusObjectPath take(const QString& parent, const QString& shown, const QVariantMap& given)
    {
        window = parent;
        title = shown;
        options = given;
        if (refuses)
            sendErrorReply(QDBusError::AccessDenied);
        const QString sender = message().service().mid(1).replace(QLatin1Char('.'), QLatin1Char('_'));
        m_bus.unregisterObject(path);
        path = QStringLiteral("/org/freedesktop/portal/desktop/request/%1/%2")
                   .arg(sender, given.value(QStringLiteral("handle_token")).toString());
        m_bus.registerObject(path, &request, QDBusConnection::ExportAllSlots);
        if (answersEarly)
            answer(0, {{QStringLiteral("token"), 7U}});
        return QDBusObjectPath(path);
    }

    QDBusConnection m_bus;
};
