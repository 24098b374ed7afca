#pragma once

#include "core/encryption/RoomKeyExport.h"

#include <string_view>

namespace core {

// Room keys as JSON: the content of a key export file, before it is encrypted.
// Spec: Matrix v1.11, Client-Server API, "Key exports"; S-47, S-54.

/// Puts such a list together, in memory that is wiped.
class RoomKeyListWriter {
public:
    void append(const ExportedRoomKey& key);
    [[nodiscard]] qint64 count() const { return m_count; }
    /// The whole list; can be called again.
    [[nodiscard]] crypto::SecretBytes json() const;

private:
    std::vector<crypto::SecretBytes> m_parts;
    qint64 m_count = 0;
};

/// Such a list, read some entries at a time.
class RoomKeyList {
public:
    /// Errors: Protocol if `json` is no array.
    static Result<RoomKeyList> open(const crypto::SecretBytes& json);

    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_entries.size()); }
    [[nodiscard]] bool isAtEnd() const { return m_next == m_entries.size(); }
    struct Slice {
        std::vector<ExportedRoomKey> keys; ///< unproven; the session key itself is checked when it is imported
        qint64 malformed = 0;              ///< left out
    };
    /// The next `limit` entries, or what there is.
    Slice next(size_t limit);

private:
    crypto::SecretBytes m_json;
    std::vector<std::string_view> m_entries; // into m_json
    size_t m_next = 0;
};

} // namespace core
