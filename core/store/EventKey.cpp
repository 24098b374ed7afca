#include "core/store/EventKey.h"

namespace core {

namespace {

constexpr qsizetype hashSize = 32;
constexpr auto hashEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// Null unless `eventId` is `$` and the one way of writing 32 bytes in unpadded URL-safe base64.
QByteArray hashOf(QByteArrayView eventId)
{
    constexpr qsizetype length = 1 + 43;
    if (eventId.size() != length || eventId.front() != '$')
        return {};
    const auto text = eventId.sliced(1).toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(text, hashEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.toBase64(hashEncoding) == text ? decoded.decoded : QByteArray();
}

} // namespace

QByteArray eventKey(std::string_view eventId)
{
    const QByteArrayView text(eventId.data(), static_cast<qsizetype>(eventId.size()));
    if (auto hash = hashOf(text); !hash.isNull())
        return hash;
    const qsizetype zeros = text.size() + 1 == hashSize ? 2 : 1;
    return QByteArray(zeros, '\0') + text.toByteArray();
}

EventId eventIdOf(std::string_view key)
{
    const QByteArrayView whole(key.data(), static_cast<qsizetype>(key.size()));
    if (whole.size() == hashSize)
        return EventId::parse(QString::fromLatin1('$' + whole.toByteArray().toBase64(hashEncoding))).value_or(EventId());
    QByteArrayView bytes = whole;
    while (!bytes.isEmpty() && bytes.front() == '\0')
        bytes = bytes.sliced(1);
    const auto event = EventId::parse(QString::fromUtf8(bytes)).value_or(EventId());
    return QByteArrayView(eventKey(event)) == whole ? event : EventId(); // bytes that no id turns into are not a key
}

} // namespace core
