#include "crypto/Base64.h"
#include "crypto/olm/InboundGroupSession.h"

using namespace crypto;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const auto text = base64::encodeUnpadded(input);
    (void)olm::InboundGroupSession::fromSessionKey(text);
    if (const auto session = olm::InboundGroupSession::fromExport(text))
        (void)session->exportAt(session->firstKnownIndex());
    return 0;
}
