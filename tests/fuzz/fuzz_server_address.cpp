#include "core/session/ServerAddress.h"

using namespace core;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto address = ServerAddress::parse(text, LoopbackHttp::Refused);
    if (address && (address->direct.scheme() != QStringLiteral("https") || address->direct.host().isEmpty() ||
                    !address->direct.userInfo().isEmpty() || address->direct.hasQuery()))
        __builtin_trap();
    const auto described = describedBaseUrl(text, QStringLiteral("example.org"));
    if (described && (described->scheme() != QStringLiteral("https") ||
                      !described->host().endsWith(QStringLiteral("example.org")) || !described->userInfo().isEmpty()))
        __builtin_trap();
    return 0;
}
