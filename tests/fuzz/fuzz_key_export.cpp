#include "crypto/KeyExportFile.h"

using namespace crypto;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    (void)openKeyExport(input, SecretBytes::fromBytes("pass phrase"), {.minimumRounds = 1, .maximumRounds = 2});
    return 0;
}
