#include "crypto/RecoveryKey.h"

#include <QString>

#include <cstdlib>

using namespace crypto;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const auto key = decodeRecoveryKey(QString::fromUtf8(input));
    if (key && !decodeRecoveryKey(QString::fromLatin1(encodeRecoveryKey(*key)->bytes()))->equals(*key))
        std::abort();
    return 0;
}
