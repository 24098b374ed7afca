#pragma once

#include "core/base/Log.h"
#include "crypto/AesGcm.h"

#include <optional>

// Pickles as they lie in the database (S-94). `place` names the row: a pickle moved to another one does not open.
namespace core::rows {

inline QByteArray sealPickle(const crypto::SecretBytes& key, const QByteArray& pickle, const QByteArray& place)
{
    return crypto::seal(key, pickle, place);
}

/// Empty if it was not sealed with `key` for this place.
inline std::optional<QByteArray> unsealPickle(const crypto::SecretBytes& key, std::string_view sealed, const QByteArray& place)
{
    const auto pickle = crypto::openSealed(key, {sealed.data(), static_cast<qsizetype>(sealed.size())}, place);
    if (!pickle) {
        qCWarning(logStore, "a pickle cannot be unsealed");
        return std::nullopt;
    }
    return pickle->bytes().toByteArray();
}

} // namespace core::rows
