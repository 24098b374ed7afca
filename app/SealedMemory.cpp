#include "app/SealedMemory.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace app {

namespace {

bool writeAll(int descriptor, QByteArrayView content)
{
    while (!content.isEmpty()) {
        const ssize_t written = ::write(descriptor, content.data(), static_cast<size_t>(content.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        content = content.sliced(written);
    }
    return true;
}

} // namespace

QDBusUnixFileDescriptor sealedMemory(QByteArrayView content)
{
    QDBusUnixFileDescriptor shared;
    const int descriptor = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (descriptor < 0)
        return shared;
    // The other side begins where this one has stopped.
    const bool isReady = writeAll(descriptor, content) && lseek(descriptor, 0, SEEK_SET) == 0 &&
                         fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0;
    if (isReady)
        shared.giveFileDescriptor(descriptor);
    else
        close(descriptor);
    return shared;
}

} // namespace app
