#pragma once

#include <QtGlobal>

namespace core {

/// How saving room keys in a file, or reading such a file, has ended (product B10): each has its own words.
enum class KeyFileOutcome {
    Done,
    Cancelled,       ///< nothing was written; what was read until then stays
    NothingToSave,   ///< this device has no room keys that could be read
    WrongPassPhrase, ///< or the file was changed: that cannot be told apart
    NotAKeyFile,     ///< something else
    Damaged,         ///< a key file that is cut off or otherwise broken, or one that asks for rounds outside of S-54
    TooLarge,        ///< more than crypto::largestKeyExport
    CannotRead,      ///< there is no such file, or it may not be read
    CannotWrite,     ///< no right to write there; a file of that name is as it was before
    NoRoom,          ///< the disk that it was to be written to is full; a file of that name is as it was before
    Failed,          ///< the own disk failed
};

struct KeyFileResult {
    KeyFileOutcome outcome = KeyFileOutcome::Failed;
    qint64 keys = 0;    ///< saved, or new on this device
    qint64 known = 0;   ///< read and no better than what was here
    qint64 damaged = 0; ///< left out
    bool operator==(const KeyFileResult&) const = default;
};

} // namespace core
