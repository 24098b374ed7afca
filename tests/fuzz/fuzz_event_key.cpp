#include "core/store/EventKey.h"

#include <string_view>

using namespace core;

namespace {

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

} // namespace

// An id comes back from its key, and no other bytes count as its key.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto id = EventId::parse(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (id && eventIdOf(view(eventKey(*id))) != *id)
        __builtin_trap();
    const EventId found = eventIdOf(bytes);
    if (!found.isEmpty() && view(eventKey(found)) != bytes)
        __builtin_trap();
    return 0;
}
