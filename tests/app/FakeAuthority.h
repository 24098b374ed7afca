#pragma once

#include "app/PolkitTypes.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QObject>

/// polkit on a bus of its own: keeps the question until it is answered.
class FakeAuthority final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PolicyKit1.Authority")
public:
    explicit FakeAuthority(const QDBusConnection& bus)
        : m_bus(bus)
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/PolicyKit1/Authority"), this, QDBusConnection::ExportAllSlots);
        m_bus.registerService(QStringLiteral("org.freedesktop.PolicyKit1"));
    }

    int questions = 0;
    bool knowsAction = true;
    app::PolkitSubject subject;
    QString action;
    app::PolkitDetails details;
    uint flags = 0;
    QString cancellation;
    QString cancelled;

    void answer(bool isAuthorized, bool isChallenge)
    {
        const app::PolkitResult result{.isAuthorized = isAuthorized, .isChallenge = isChallenge, .details = {}};
        m_bus.send(m_question.createReply(QVariant::fromValue(result)));
    }

public Q_SLOTS:
    // QtDBus knows the types by the names that are written here.
    app::PolkitResult CheckAuthorization(const app::PolkitSubject& who, const QString& what, const QMap<QString, QString>& more,
                                         uint how, const QString& id)
    {
        ++questions;
        subject = who;
        action = what;
        details = more;
        flags = how;
        cancellation = id;
        m_question = message();
        if (knowsAction)
            setDelayedReply(true);
        else
            sendErrorReply(QStringLiteral("org.freedesktop.PolicyKit1.Error.Failed"), QStringLiteral("not registered"));
        return {};
    }
    void CancelCheckAuthorization(const QString& id) { cancelled = id; }

private:
    QDBusConnection m_bus;
    QDBusMessage m_question;
};
