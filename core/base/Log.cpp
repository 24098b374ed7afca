#include "core/base/Log.h"

#include "crypto/Hash.h"
#include "crypto/Random.h"

Q_LOGGING_CATEGORY(logNet, "tim.core.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logApi, "tim.core.api", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "tim.core.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logEncryption, "tim.core.encryption", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "tim.core.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logSend, "tim.core.send", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "tim.core.session", QtWarningMsg)

namespace core {

QString logHash(QStringView text)
{
    static const QByteArray salt = crypto::randomBytes(16); // a constant of this run
    return QString::fromLatin1(crypto::sha256(salt + text.toUtf8()).left(4).toHex());
}

} // namespace core
