#include "crypto/Base64.h"

#include <cstdlib>

using namespace crypto;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    for (const auto alphabet : {base64::Alphabet::Standard, base64::Alphabet::UrlSafe}) {
        const auto bytes = base64::decode(input, base64::Padding::Forbidden, alphabet);
        // What is accepted has one spelling only.
        if (bytes && base64::encodeSecret(SecretBytes::fromBytes(*bytes), alphabet).bytes() != input)
            std::abort();
    }
    return 0;
}
