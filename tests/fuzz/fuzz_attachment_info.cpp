#include "crypto/EncryptedFileInfo.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace crypto;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const auto info = EncryptedFileInfo::parse(QJsonDocument::fromJson(input.toByteArray()).object());
    const auto again = info ? EncryptedFileInfo::parse(info->toJson()) : std::unexpected(info.error());
    if (info && (!again || *again != *info))
        std::abort();
    return 0;
}
