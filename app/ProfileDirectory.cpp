#include "app/ProfileDirectory.h"

#include "core/base/WriteWhole.h"
#include "crypto/Random.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr auto ofOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                          QFileDevice::WriteOther | QFileDevice::ExeOther;
constexpr int idBytes = 16;

bool isId(const QByteArray& text)
{
    return text.size() == 2 * idBytes && QByteArray::fromHex(text).toHex() == text;
}

core::Result<QString> readOrMakeId(const QString& file)
{
    QFile existing(file);
    if (existing.open(QIODevice::ReadOnly)) {
        const QByteArray text = existing.read(2 * idBytes + 1).trimmed();
        if (isId(text))
            return QString::fromLatin1(text);
    }
    const QByteArray made = crypto::randomBytes(idBytes).toHex();
    QSaveFile saved(file);
    const bool isWritten =
        saved.open(QIODevice::WriteOnly) && core::writeWhole(saved, made + '\n') == core::WriteResult::Written && saved.commit();
    if (!isWritten)
        return core::fail(core::ErrorCode::Storage, u"the id of the profile cannot be written"_s);
    return QString::fromLatin1(made);
}

} // namespace

ProfileDirectory::ProfileDirectory(QString path, QString id)
    : m_path(std::move(path))
    , m_id(std::move(id))
{
}

core::Result<ProfileDirectory> ProfileDirectory::open(const QString& path)
{
    if (!QDir().mkpath(path))
        return core::fail(core::ErrorCode::Storage, u"the folder of the profile cannot be made"_s);
    QFile::setPermissions(path, onlyOwner);
    if (QFileInfo(path).permissions() & ofOthers)
        return core::fail(core::ErrorCode::Storage, u"the folder of the profile is open for others"_s);
    const auto id = readOrMakeId(QDir(path).filePath(u"profile-id"_s));
    if (!id)
        return std::unexpected(id.error());
    return ProfileDirectory(path, *id);
}

bool ProfileDirectory::hasDatabase() const
{
    return !QDir(m_path).entryList({u"*.db"_s}, QDir::Files | QDir::Hidden).isEmpty();
}

} // namespace app
