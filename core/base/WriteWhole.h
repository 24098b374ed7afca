#pragma once

#include <QByteArrayView>
#include <QFileDevice>

namespace core {

enum class WriteResult {
    Written,
    NoRoom,      ///< the disk is full
    NotWritable, ///< something else, mostly a missing right
};

/// Writes all of `content` to `file`, through to the operating system. Needed before QSaveFile::commit(), which does not notice
/// that what it still held could not be written.
WriteResult writeWhole(QFileDevice& file, QByteArrayView content);

} // namespace core
