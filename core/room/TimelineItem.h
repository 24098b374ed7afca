#pragma once

#include "core/base/Identifiers.h"
#include "core/base/ListDiff.h"
#include "core/base/Timestamp.h"

#include <QMetaType>

#include <optional>

namespace core {

/// Emoji and who reacted with it, in order of first appearance.
struct Reaction {
    QString key;
    QStringList senderNames;
    bool own = false;
    bool operator==(const Reaction&) const = default;
};

/// One row of a conversation, ready to be shown: folded from an event, its edits, reactions, deletion and sending state.
/// Texts of people are plain and cleaned (S-81).
struct TimelineItem {
    Q_GADGET
public:
    enum class Kind {
        DayDivider, ///< `timestamp` says which day
        Message,    ///< text, notice or emote; see `messageType`
        File,       ///< image, file, audio, video: `fileName`, `fileSize`, `mimeType`
        Location,
        Deleted,       ///< `deletedBy`, `deletedAt`
        Undecryptable, ///< `reason`
        StateChange,   ///< `change`, `senderName`, `targetName`, `text`
        Unsupported,   ///< `text` is the event's fallback, maybe empty
        Gap,           ///< older messages are missing here and are being fetched
    };
    Q_ENUM(Kind)
    enum class MessageType { Text, Notice, Emote, Image, File, Audio, Video };
    Q_ENUM(MessageType)
    enum class SendState {
        Received, ///< of somebody else
        Waiting,  ///< in the queue
        Sending,
        Sent,   ///< the server has it
        Read,   ///< somebody else has read it
        Failed, ///< stays in the queue until the person decides; `failure` says why
    };
    Q_ENUM(SendState)
    enum class Reason {
        None,
        MissingKey,
        Withheld,
        WithheldUnverified,
        UnknownIndex,
        Replay,
        SenderMismatch,
        UntrustedDevice,
        Malformed,
        UnsupportedAlgorithm,
        KeysRenewed
    };
    Q_ENUM(Reason)
    /// How sure it is who wrote this. Shown only when something is wrong (S-07, S-47, S-84).
    enum class Authenticity { Proven, NotProven, NotEncrypted };
    Q_ENUM(Authenticity)
    enum class Change {
        None,
        Created,
        Joined,
        Left,
        Invited,
        Kicked,
        Banned,
        Rejected,
        RoomName,
        Topic,
        Encryption,
        HistoryVisibility,
        ProfileName,
        Upgraded,
        Other
    };
    Q_ENUM(Change)

    QString key; ///< stays the same for the row's whole life, also from local echo to event
    Kind kind = Kind::Message;
    EventId eventId;       ///< empty for dividers and for messages not yet sent
    QString transactionId; ///< of an own message in the queue
    UserId sender;
    QString senderName;
    bool own = false;
    bool firstOfSender = true; ///< the row above is of somebody else or of another day: show the name
    bool lastOfSender = true;
    Timestamp timestamp;
    bool timeUncertain = false; ///< the server's time is impossible (S-74)
    MessageType messageType = MessageType::Text;
    QString text;
    QString fileName;
    qint64 fileSize = -1; ///< bytes as announced, −1 if unknown
    QString mimeType;
    bool edited = false;
    QList<Reaction> reactions;
    QString replyToName; ///< with a reply: whose message it answers, looked up locally (S-86)
    QString replyToText;
    bool isReply = false;
    SendState sendState = SendState::Received;
    std::optional<int> failure; ///< an ErrorCode as number, with SendState::Failed
    Reason reason = Reason::None;
    Authenticity authenticity = Authenticity::Proven;
    QString deletedBy;
    Timestamp deletedAt;
    Change change = Change::None;
    QString targetName;
    bool operator==(const TimelineItem&) const = default;
};

using TimelineDiffs = ListDiffs<TimelineItem>;

} // namespace core

Q_DECLARE_METATYPE(core::TimelineItem)
