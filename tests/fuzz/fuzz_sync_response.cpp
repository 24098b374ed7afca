#include "core/api/endpoints/Rooms.h"
#include "core/api/endpoints/Sync.h"

#include <cstdlib>

using namespace core;

namespace {

// Every piece lies inside of the body that the response owns.
void require(const QByteArray& body, const std::vector<std::string_view>& pieces)
{
    for (const auto piece : pieces) {
        if (piece.data() < body.constData() || piece.data() + piece.size() > body.constData() + body.size())
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray body = withJsonPadding(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (const auto response = parseSyncResponse(body)) {
        require(response->body, response->accountData);
        require(response->body, response->toDevice);
        for (const SyncRoom& room : response->rooms) {
            for (const auto* pieces : {&room.state, &room.timeline, &room.accountData, &room.ephemeral})
                require(response->body, *pieces);
        }
        if (response->nextBatch.isEmpty())
            std::abort();
    }
    const auto room = *RoomId::parse(QStringLiteral("!r:x"));
    if (const auto page = endpoints::messages(room, {}, 1).parse(body)) {
        require(page->body, page->events);
        require(page->body, page->state);
    }
    if (const auto members = endpoints::members(room).parse(body))
        require(members->body, members->events);
    return 0;
}
