#pragma once

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QMap>
#include <QString>
#include <QVariantMap>

namespace app {

/// What polkit sends and takes. Source: polkit reference manual, "Subject" and "AuthorizationResult".
using PolkitDetails = QMap<QString, QString>;

/// Who is to be confirmed.
struct PolkitSubject {
    QString kind;
    QVariantMap details;
};

struct PolkitResult {
    bool isAuthorized = false;
    bool isChallenge = false; ///< a proof would make it authorized
    PolkitDetails details;
};

inline QDBusArgument& operator<<(QDBusArgument& argument, const PolkitSubject& subject)
{
    argument.beginStructure();
    argument << subject.kind << subject.details;
    argument.endStructure();
    return argument;
}

inline const QDBusArgument& operator>>(const QDBusArgument& argument, PolkitSubject& subject)
{
    argument.beginStructure();
    argument >> subject.kind >> subject.details;
    argument.endStructure();
    return argument; // NOLINT(bugprone-return-const-ref-from-parameter): what QtDBus asks for
}

inline QDBusArgument& operator<<(QDBusArgument& argument, const PolkitResult& result)
{
    argument.beginStructure();
    argument << result.isAuthorized << result.isChallenge << result.details;
    argument.endStructure();
    return argument;
}

inline const QDBusArgument& operator>>(const QDBusArgument& argument, PolkitResult& result)
{
    argument.beginStructure();
    argument >> result.isAuthorized >> result.isChallenge >> result.details;
    argument.endStructure();
    return argument; // NOLINT(bugprone-return-const-ref-from-parameter): what QtDBus asks for
}

inline void registerPolkitTypes()
{
    qDBusRegisterMetaType<PolkitDetails>();
    qDBusRegisterMetaType<PolkitSubject>();
    qDBusRegisterMetaType<PolkitResult>();
}

} // namespace app

Q_DECLARE_METATYPE(app::PolkitSubject)
Q_DECLARE_METATYPE(app::PolkitResult)
