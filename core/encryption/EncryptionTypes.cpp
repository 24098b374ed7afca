#include "core/encryption/EncryptionTypes.h"

namespace core {

size_t qHash(const RoomKeyId& id, size_t seed) noexcept
{
    return qHashMulti(seed, id.room, id.sessionId);
}

} // namespace core
