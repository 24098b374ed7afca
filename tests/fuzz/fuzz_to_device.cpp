#include "core/encryption/OlmMachine.h"
#include "tests/support/MemoryCryptoStore.h"

using namespace core;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static MemoryCryptoStore store;
    static const SystemClock clock;
    static const auto machine = *OlmMachine::open(*UserId::parse(u"@a:b"), *DeviceId::parse(u"A"), store, clock);
    EncryptionSyncChanges changes;
    changes.toDevice.emplace_back(reinterpret_cast<const char*>(data), size);
    return machine->receiveSync(changes) ? 0 : -1;
}
