#include "core/base/WriteWhole.h"

namespace core {

WriteResult writeWhole(QFileDevice& file, QByteArrayView content)
{
    // On a disk that is nearly full a part is written without an error, here and by the first flush: the rest has one.
    while (!content.isEmpty()) {
        const qint64 written = file.write(content.data(), content.size());
        if (written <= 0)
            break;
        content = content.sliced(written);
    }
    if (content.isEmpty() && (file.flush() || file.flush()))
        return WriteResult::Written;
    return file.error() == QFileDevice::ResourceError ? WriteResult::NoRoom : WriteResult::NotWritable;
}

} // namespace core
