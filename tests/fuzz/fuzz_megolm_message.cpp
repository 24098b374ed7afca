#include "crypto/olm/MessageFormat.h"

#include <cstdlib>

using namespace crypto::olm;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const auto message = readMegolmMessage(input);
    if (message && message->signedPart.size() + 64 != input.size())
        std::abort();
    return 0;
}
