#include "core/api/endpoints/KeyBackup.h"

#include <cstdlib>

using namespace core;

// What a server says of a backup. Every piece lies inside of the body that the answer owns.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static const auto key = *crypto::X25519KeyPair::fromPrivateKey(crypto::SecretBytes::fromBytes(QByteArray(32, 'b')));
    static const auto room = *RoomId::parse(QStringLiteral("!r:x"));
    const QByteArray body = withJsonPadding(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    const auto version = endpoints::backupVersion().parse(body);
    if (version && version->version.isEmpty())
        std::abort();
    JsonDocument document;
    for (const auto& page : {endpoints::backedUpKeys(QStringLiteral("1")).parse(body),
                             endpoints::backedUpKeys(QStringLiteral("1"), room).parse(body)}) {
        if (!page)
            continue;
        for (const auto& entry : page->entries) {
            if (entry.json.data() < page->body.constData() ||
                entry.json.data() + entry.json.size() > page->body.constData() + page->body.size() || entry.id.room.isEmpty())
                std::abort();
            if (document.read(entry.json, JsonDocument::Padding::Present))
                (void)decryptFromBackup(key, entry.id, document.root());
        }
    }
    return 0;
}
