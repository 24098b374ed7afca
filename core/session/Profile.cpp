#include "core/session/Profile.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString databaseFile(const QString& directory)
{
    return directory + u"/profile.db"_s;
}

} // namespace

Profile::Profile(QString directory, std::unique_ptr<ProfileLock> lock, std::unique_ptr<Database> database)
    : m_directory(std::move(directory))
    , m_lock(std::move(lock))
    , m_database(std::move(database))
    , m_session(*m_database)
    , m_revocations(*m_database)
{
}

Result<std::unique_ptr<Profile>> Profile::open(const QString& directory, const crypto::SecretBytes& databaseKey)
{
    if (!QDir().mkpath(directory) || !QFile::setPermissions(directory, ownerOnly))
        return fail(ErrorCode::Storage, u"the folder cannot be made or closed to others"_s);
    auto lock = ProfileLock::take(directory);
    if (!lock)
        return std::unexpected(lock.error());
    auto database = Database::open(databaseFile(directory), databaseKey);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<Profile> profile(new Profile(directory, std::move(*lock), std::move(*database)));
    if (const auto counted = profile->countStart(); !counted)
        return std::unexpected(counted.error());
    return profile;
}

Result<> Profile::countStart()
{
    const auto epoch = m_session.epoch();
    if (!epoch)
        return std::unexpected(epoch.error());
    return m_session.setEpoch(*epoch + 1);
}

Result<> Profile::erase(std::unique_ptr<Profile> profile)
{
    const QString file = databaseFile(profile->m_directory);
    const auto lock = std::move(profile->m_lock); // until the files are gone
    profile.reset();
    bool gone = true;
    for (const auto* ending : {"", "-wal", "-shm"}) {
        const QString name = file + QLatin1String(ending);
        gone = (!QFile::exists(name) || QFile::remove(name)) && gone;
    }
    return gone ? Result<>() : fail(ErrorCode::Storage, u"files of the profile cannot be removed"_s);
}

} // namespace core
