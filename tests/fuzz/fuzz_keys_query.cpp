#include "core/encryption/OlmMachine.h"
#include "tests/support/MemoryCryptoStore.h"

using namespace core;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const auto answer = JsonDocument::parse({reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)});
    if (!answer)
        return -1;
    MemoryCryptoStore store;
    static const SystemClock clock;
    const auto machine = *OlmMachine::open(*UserId::parse(u"@a:b"), *DeviceId::parse(u"A"), store, clock);
    for (const auto& request : machine->outgoingRequests())
        (void)machine->markSent(request.id, answer->root());
    return 0;
}
