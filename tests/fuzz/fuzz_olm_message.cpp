#include "crypto/olm/MessageFormat.h"

#include <cstdlib>

using namespace crypto::olm;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const auto inner = readNormalMessage(input);
    const auto outer = readPreKeyMessage(input);
    if (inner && outer) // no message is of both types
        std::abort();
    return 0;
}
