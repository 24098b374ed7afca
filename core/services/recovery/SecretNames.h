#pragma once

#include <QString>
#include <QStringList>

namespace core::secrets {

// Types of account data. Spec: Matrix v1.11, Client-Server API, "Secrets"; `m.key_backup` since v1.19.
inline const QString master = QStringLiteral("m.cross_signing.master");
inline const QString selfSigning = QStringLiteral("m.cross_signing.self_signing");
inline const QString userSigning = QStringLiteral("m.cross_signing.user_signing");
inline const QString backup = QStringLiteral("m.megolm_backup.v1");
/// The four that bring everything back.
inline const QStringList& all()
{
    static const QStringList names{master, selfSigning, userSigning, backup};
    return names;
}
/// The key of the dehydrated device (MSC3814). It brings nothing back by itself.
inline const QString dehydratedDevice = QStringLiteral("org.matrix.msc3814");
inline const QString defaultKey = QStringLiteral("m.secret_storage.default_key");
inline const QString keyPrefix = QStringLiteral("m.secret_storage.key.");
inline const QString backupSwitch = QStringLiteral("m.key_backup");

} // namespace core::secrets
