#include "tests/headless/DatabaseKey.h"

#include "crypto/Random.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace headless {

std::shared_ptr<crypto::SecretBytes> databaseKey(const QString& directory)
{
    constexpr qint64 size = 32;
    QDir().mkpath(directory);
    QFile file(directory + u"/database.key"_s);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the database key cannot be read");
        return std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(file.read(size)));
    }
    auto key = std::make_shared<crypto::SecretBytes>(crypto::randomSecret(size));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(key->bytes().data(), size) == size;
    if (!isWritten)
        qFatal("the database key cannot be written");
    return key;
}

} // namespace headless
