#pragma once

#include <QByteArrayView>
#include <QDBusUnixFileDescriptor>

namespace app {

/// `content` in memory that other programs can be given to read like a file: it has no name, it is never on a disk, and nobody
/// can change it any more. Gone when the last one closes it. Invalid if the system cannot do that.
QDBusUnixFileDescriptor sealedMemory(QByteArrayView content);

} // namespace app
