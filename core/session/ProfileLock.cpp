#include "core/session/ProfileLock.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

using namespace Qt::StringLiterals;

namespace core {

namespace {
const QString fileName = u"/profile.lock"_s;
}

#ifdef Q_OS_UNIX

// Not QLockFile: it compares process ids, and in a sandbox every run has the same one.
struct ProfileLock::Handle {
    int descriptor = -1;
    ~Handle() { ::close(descriptor); }
};

Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const QString& directory)
{
    const QByteArray path = QFile::encodeName(directory + fileName);
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return fail(ErrorCode::Storage, u"lock file: %1"_s.arg(errno));
    auto handle = std::make_unique<Handle>(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return fail(errno == EWOULDBLOCK ? ErrorCode::ProfileInUse : ErrorCode::Storage, u"lock: %1"_s.arg(errno));
    return std::unique_ptr<ProfileLock>(new ProfileLock(std::move(handle)));
}

#else

struct ProfileLock::Handle {
    QLockFile file;
};

Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const QString& directory)
{
    auto handle = std::make_unique<Handle>(directory + fileName);
    handle->file.setStaleLockTime(0); // only the end of the other process frees the profile
    if (!handle->file.tryLock(0))
        return fail(handle->file.error() == QLockFile::LockFailedError ? ErrorCode::ProfileInUse : ErrorCode::Storage, u"lock"_s);
    return std::unique_ptr<ProfileLock>(new ProfileLock(std::move(handle)));
}

#endif

ProfileLock::ProfileLock(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{
}

ProfileLock::~ProfileLock() = default;

} // namespace core
