#include "crypto/CanonicalJson.h"

#include <QJsonDocument>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const auto object = QJsonDocument::fromJson(input.toByteArray()).object();
    const auto first = crypto::canonicalJson(object);
    // Its own output is its only form. QJsonDocument loses a byte order mark at the start of a string.
    if (first && !first->contains("\xef\xbb\xbf") &&
        crypto::canonicalJson(QJsonDocument::fromJson(*first).object()).value_or(QByteArray()) != *first)
        std::abort();
    return 0;
}
