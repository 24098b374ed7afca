#pragma once

#include "core/base/Identifiers.h"
#include "core/base/ListDiff.h"
#include "core/base/Timestamp.h"

#include <QMetaType>

namespace core {

enum class Membership { Join, Invite, Leave, Ban, Knock };

/// What the room list shows of one room. Texts are cleaned (S-81) and plain.
struct RoomSummary {
    Q_GADGET
public:
    /// What the last line of the row says, beside its text.
    enum class Preview {
        None, ///< no message yet
        Text, ///< `previewText` is the text
        Image,
        File, ///< `previewText` is the file name
        Audio,
        Video,
        Location,
        Deleted,
        Undecryptable,
        Invitation, ///< somebody invites; `inviterName` says who
        Membership, ///< somebody came or went
        Unsupported,
    };
    Q_ENUM(Preview)
    /// State of the newest own message, shown in words when it is not on its way.
    enum class Sending { None, Waiting, Failed };
    Q_ENUM(Sending)

    RoomId id;
    Membership membership = Membership::Join;
    QString name; ///< computed as the specification says if the room has none; without user ids, so it can be empty
    QString topic;
    bool nameIsComputed = false; ///< made from the members, because the room has no name of its own
    bool direct = false;         ///< a chat of two (m.direct)
    bool institution = false;    ///< the other side is an institution (another server than one's own insured, not a person)
    bool encrypted = false;
    UserId inviter; ///< with Membership::Invite
    QString inviterName;
    Preview preview = Preview::None;
    QString previewText;
    QString previewSender; ///< display name; empty if it is oneself or the room is direct
    bool previewOwn = false;
    Sending sending = Sending::None;
    Timestamp lastActivity;
    int unread = 0;
    int highlights = 0;
    bool operator==(const RoomSummary&) const = default;
};

using RoomListDiffs = ListDiffs<RoomSummary>;

} // namespace core

Q_DECLARE_METATYPE(core::RoomSummary)
