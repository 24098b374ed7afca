#include "core/base/Json.h"
#include "core/encryption/PassphraseRules.h"
#include "core/encryption/SecretStorage.h"

using namespace core;

// What a server keeps as secret storage: nothing but the right key opens anything, whatever it says.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static const auto key = crypto::SecretBytes::fromBytes(QByteArray(32, 'k'));
    const auto document = JsonDocument::parse({reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)});
    if (!document)
        return -1;
    const auto content = document->root().toQJsonObject();
    if (!content)
        return -1;
    (void)checkStorageKey(*content, key);
    const auto rules = passphraseRules(*content);
    if (rules &&
        (rules->iterations < 100'000 || rules->iterations > 10'000'000 || rules->salt.isEmpty() || rules->salt.size() > 256))
        __builtin_trap();
    const auto opened = openFromStorage(*content, QStringLiteral("m.megolm_backup.v1"), QStringLiteral("id"), key);
    if (opened && opened->size() != 32)
        __builtin_trap();
    return 0;
}
