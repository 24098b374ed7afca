#include "core/encryption/RoomKeyList.h"

#include <algorithm>
#include <cstdlib>

using namespace core;

// The content of a key file, whoever has made it. What was read can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const auto json = crypto::SecretBytes::fromBytes(QByteArrayView(data, static_cast<qsizetype>(size)));
    auto list = RoomKeyList::open(json);
    if (!list)
        return 0;
    RoomKeyListWriter writer;
    qint64 seen = 0;
    while (!list->isAtEnd()) {
        const auto slice = list->next(3);
        const auto read = static_cast<qint64>(slice.keys.size());
        if (read + slice.malformed == 0)
            std::abort();
        seen += read + slice.malformed;
        for (const auto& key : slice.keys) {
            if (key.origin != KeyOrigin::Unproven || key.id.room.isEmpty())
                std::abort();
            // The writer gets only what an import has taken for a session key.
            const auto text = key.sessionKey.bytes();
            const auto isPlain = [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; };
            if (std::all_of(text.begin(), text.end(), isPlain))
                writer.append(key);
        }
    }
    if (seen != list->count())
        std::abort();
    auto again = RoomKeyList::open(writer.json());
    if (!again || again->count() != writer.count() || again->next(static_cast<size_t>(writer.count())).malformed != 0)
        std::abort();
    return 0;
}
