#include "crypto/Base64.h"
#include "crypto/olm/Account.h"

#include <cstdlib>

using namespace crypto;

// A device that a stranger can write to: whatever comes, its keys stay and nothing is accepted that nobody encrypted.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static olm::Account account = [] {
        auto made = olm::Account::create();
        made.generateOneTimeKeys(1);
        return made;
    }();
    const auto body = base64::encodeUnpadded(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (account.inboundSession(account.curve25519(), {olm::Message::Type::PreKey, body}))
        std::abort();
    return 0;
}
