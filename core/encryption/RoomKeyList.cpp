#include "core/encryption/RoomKeyList.h"

#include "core/base/Json.h"
#include "core/encryption/MachineContext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr char sharedHistoryName[] = "org.matrix.msc3061.shared_history";

QByteArray quoted(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

// Written by hand: the session key must not pass through memory that is not wiped.
crypto::SecretBytes entryOf(const ExportedRoomKey& key)
{
    const QByteArray before = R"({"algorithm":"m.megolm.v1.aes-sha2","forwarding_curve25519_key_chain":[],"room_id":)" +
                              quoted(key.id.room.toString()) + R"(,"sender_claimed_keys":{"ed25519":)" +
                              quoted(base64Text(key.claimedEd25519)) + R"(},"sender_key":)" + quoted(base64Text(key.senderKey)) +
                              R"(,"session_id":)" + quoted(QString::fromLatin1(key.id.sessionId)) + ",\"" + sharedHistoryName +
                              "\":" + (key.sharedHistory ? "true" : "false") + R"(,"session_key":")";
    constexpr std::string_view after = "\"}";
    crypto::SecretBytes bytes(static_cast<size_t>(before.size()) + key.sessionKey.size() + after.size());
    auto* place = std::copy(before.begin(), before.end(), bytes.data());
    place = std::copy_n(key.sessionKey.data(), key.sessionKey.size(), place);
    std::copy(after.begin(), after.end(), place);
    return bytes;
}

QByteArrayView view(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::optional<ExportedRoomKey> readEntry(JsonValue entry)
{
    const auto room = RoomId::parse(textAt(entry, "room_id"));
    const auto sessionId = entry["session_id"].utf8();
    const auto sessionKey = entry["session_key"].utf8();
    const auto senderKey = crypto::Curve25519Key::parse(view(entry["sender_key"].utf8().value_or(std::string_view())));
    const auto ed25519 =
        crypto::Ed25519Key::parse(view(entry["sender_claimed_keys"]["ed25519"].utf8().value_or(std::string_view())));
    if (entry["algorithm"].utf8() != megolmAlgorithm || !room || !sessionId || sessionId->empty() || !sessionKey || !senderKey)
        return std::nullopt;
    return ExportedRoomKey{.id = {*room, view(*sessionId).toByteArray()},
                           .firstIndex = 0,
                           .senderKey = *senderKey,
                           .claimedEd25519 = ed25519.value_or(crypto::Ed25519Key()),
                           .origin = KeyOrigin::Unproven,
                           .sharedHistory = entry[sharedHistoryName].boolean().value_or(false),
                           .sessionKey = crypto::SecretBytes::fromBytes(view(*sessionKey))};
}

} // namespace

void RoomKeyListWriter::append(const ExportedRoomKey& key)
{
    m_parts.push_back(entryOf(key));
    ++m_count;
}

crypto::SecretBytes RoomKeyListWriter::json() const
{
    size_t size = 2 + m_parts.size(); // brackets and commas
    for (const auto& part : m_parts)
        size += part.size();
    crypto::SecretBytes whole(m_parts.empty() ? 2 : size - 1);
    auto* place = whole.data();
    *place++ = '[';
    for (const auto& part : m_parts) {
        if (&part != &m_parts.front())
            *place++ = ',';
        place = std::copy_n(part.data(), part.size(), place);
    }
    *place = ']';
    return whole;
}

Result<RoomKeyList> RoomKeyList::open(const crypto::SecretBytes& json)
{
    RoomKeyList list;
    list.m_json = crypto::SecretBytes(json.size() + static_cast<size_t>(JsonPadding));
    std::copy_n(json.data(), json.size(), list.m_json.data());
    const auto read = json::elements({reinterpret_cast<const char*>(list.m_json.data()), json.size()},
                                     [&](std::string_view entry) { list.m_entries.push_back(entry); });
    if (!read)
        return failureOf(read);
    return list;
}

RoomKeyList::Slice RoomKeyList::next(size_t limit)
{
    Slice slice;
    JsonDocument document;
    const size_t end = std::min(m_next + limit, m_entries.size());
    for (; m_next < end; ++m_next) {
        const auto read = document.read(m_entries[m_next], JsonDocument::Padding::Present);
        auto key = read ? readEntry(document.root()) : std::nullopt;
        if (key)
            slice.keys.push_back(std::move(*key));
        else
            ++slice.malformed;
    }
    return slice;
}

} // namespace core
