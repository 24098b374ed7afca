#include "core/api/endpoints/DehydratedDevice.h"
#include "core/encryption/DehydratedDevice.h"

#include <cstdlib>

using namespace core;

// What a server gives as the dehydrated device, and pages of what it has received. Nothing opens that was not sealed with the
// key.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static const auto key = crypto::SecretBytes::fromBytes(QByteArray(32, 'k'));
    static const auto user = *UserId::parse(QStringLiteral("@a:b"));
    static const auto device = *DeviceId::parse(QStringLiteral("A"));
    const QByteArray body = withJsonPadding(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    const auto served = endpoints::dehydratedDevice().parse(body);
    if (served && openDehydratedDevice(served->data, user, served->device, key))
        std::abort();
    const auto page = endpoints::dehydratedEvents(device, {}).parse(body);
    if (!page)
        return 0;
    for (const auto event : page->events) {
        if (event.data() < page->body.constData() || event.data() + event.size() > page->body.constData() + page->body.size())
            std::abort();
    }
    return 0;
}
