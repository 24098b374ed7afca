#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Json.h"
#include "core/event/EventHead.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <variant>

namespace core {

/// The contents of events that the client understands, as values. Every field was checked; what was missing or of another
/// kind has its default (S-72). Texts of people are as they came: cleaned where they are shown (core/room/CleanText.h).

/// m.room.message. Spec: Matrix v1.11, "m.room.message msgtypes"; unknown msgtypes are Text with their `body`.
struct MessageContent {
    enum class Type { Text, Notice, Emote, Image, File, Audio, Video, Location };
    Type type = Type::Text;
    QString body;
    QString fileName;     ///< of the four kinds of files: `filename`, else `body`
    qint64 fileSize = -1; ///< bytes as announced, −1 if unknown or impossible
    QString mimeType;
    EventId inReplyTo; ///< empty if it is no reply
    EventId replaces;  ///< of an edit; then the fields above are those of `m.new_content`
    bool operator==(const MessageContent&) const = default;
};

/// m.reaction with an annotation.
struct ReactionContent {
    EventId target;
    QString key;
    bool operator==(const ReactionContent&) const = default;
};

/// m.room.redaction.
struct RedactionContent {
    EventId target;
    bool operator==(const RedactionContent&) const = default;
};

/// m.room.member.
struct MemberContent {
    enum class Membership { Join, Invite, Leave, Ban, Knock };
    Membership membership = Membership::Leave;
    QString displayName;
    bool operator==(const MemberContent&) const = default;
};

/// m.room.name, m.room.topic.
struct RoomTextContent {
    enum class Kind { Name, Topic };
    Kind kind = Kind::Name;
    QString text;
    bool operator==(const RoomTextContent&) const = default;
};

/// m.room.create, m.room.encryption, m.room.history_visibility, m.room.tombstone and other state without a look of its own.
struct OtherStateContent {
    QString type;
    bool operator==(const OtherStateContent&) const = default;
};

/// m.room.encrypted.
struct EncryptedContent {
    QString algorithm;
    QByteArray sessionId; ///< empty if there is none
    bool operator==(const EncryptedContent&) const = default;
};

/// A deleted event: nothing of its content is left. Not made by parseEventContent: `unsigned.redacted_because` says so.
struct RedactedContent {
    bool operator==(const RedactedContent&) const = default;
};

/// Any other event. `fallback`: its `body`, or the text of an extensible event, for people to read; may be empty. What belongs to
/// a verification has none: `m.key.verification.request` is the type also of a request that is a message.
struct UnknownContent {
    QString type;
    QString fallback;
    bool operator==(const UnknownContent&) const = default;
};

using EventContent = std::variant<UnknownContent, MessageContent, ReactionContent, RedactionContent, MemberContent,
                                  RoomTextContent, OtherStateContent, EncryptedContent, RedactedContent>;

/// Reads `content` as that of an event of `type`. Never fails: what it does not understand is UnknownContent.
/// A message that lacks its `body` or `msgtype` is UnknownContent with an empty fallback.
EventContent parseEventContent(std::string_view type, bool isState, JsonValue content);
/// … of a decrypted event, whose `relation` is that of its envelope: what the ciphertext says of relations does not count (S-83).
EventContent parseEventContent(std::string_view type, bool isState, JsonValue content, const EventRelation& relation);

/// `body` of a reply without the quotation that older clients put in front of it for clients that know no replies. It names
/// the quoted person by user id and can say anything (S-86). What a person has quoted by hand stays.
QString withoutReplyFallback(const QString& body);

} // namespace core
