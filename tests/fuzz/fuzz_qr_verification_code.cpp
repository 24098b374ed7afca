#include "core/encryption/verification/QrVerificationCode.h"

#include <cstdlib>

using namespace core;

// Whatever a camera may see. What is taken for a code says the same when it is written again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const auto code = QrVerificationCode::parse(input);
    if (code && (code->transaction.isEmpty() || code->secret.size() < 8 || code->toBytes() != input))
        std::abort();
    return 0;
}
