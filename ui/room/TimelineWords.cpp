#include "ui/room/TimelineWords.h"

#include "ui/common/Format.h"

#include <QCoreApplication>

namespace ui::words {

using Item = core::TimelineItem;

Unreadable unreadable(Item::Reason reason)
{
    //% "We keep trying. You do not have to do anything."
    const QString keepTrying = qtTrId("timeline.unreadable.keepTrying");
    //% "Ask the sender to send the message again."
    const QString askSender = qtTrId("timeline.unreadable.askSender");
    //% "Ask the person in another way whether they wrote to you."
    const QString askPerson = qtTrId("timeline.unreadable.askPerson");
    //% "Confirm this device with your key code. Then ask for the message again."
    const QString confirmDevice = qtTrId("timeline.unreadable.confirmDevice");
    //% "You do not have to do anything."
    const QString nothingToDo = qtTrId("timeline.unreadable.nothingToDo");
    //% "If you have saved your message keys before, you can read them in."
    const QString readFile = qtTrId("timeline.unreadable.readFile");
    switch (reason) {
    case Item::Reason::None:
    case Item::Reason::MissingKey:
        //% "We cannot open this message yet. Its key has not arrived on this device."
        return {qtTrId("timeline.unreadable.missingKey"), keepTrying, false, true};
    case Item::Reason::UnknownIndex:
        //% "We cannot open this message. Its key is only valid for later messages."
        return {qtTrId("timeline.unreadable.unknownIndex"), askSender, false, true};
    case Item::Reason::Withheld:
        //% "The sender has not shared the key of this message with this device."
        return {qtTrId("timeline.unreadable.withheld"), askSender, false, true};
    case Item::Reason::WithheldUnverified:
        //% "The sender only shares keys with devices that have been confirmed."
        return {qtTrId("timeline.unreadable.withheldUnverified"), confirmDevice, false, true};
    case Item::Reason::Replay:
        //% "This message is a copy of an older one. For your protection we do not show it."
        return {qtTrId("timeline.unreadable.replay"), nothingToDo, true};
    case Item::Reason::SenderMismatch:
        //% "This message does not come from the person it claims. For your protection we do not show it."
        return {qtTrId("timeline.unreadable.senderMismatch"), askPerson, true};
    case Item::Reason::UntrustedDevice:
        //% "This message comes from a device that its owner has not confirmed. For your protection we do not show it."
        return {qtTrId("timeline.unreadable.untrustedDevice"), askPerson, true};
    case Item::Reason::Malformed:
        //% "This message is damaged."
        return {qtTrId("timeline.unreadable.malformed"), askSender, false};
    case Item::Reason::UnsupportedAlgorithm:
        //% "This message is encrypted in a way that we do not know."
        return {qtTrId("timeline.unreadable.unsupported"), askSender, false};
    case Item::Reason::KeysRenewed:
        //% "This message is older than your new keys. You can no longer read it here."
        return {qtTrId("timeline.unreadable.keysRenewed"), readFile, false};
    }
    return {};
}

QString change(const Item& item)
{
    const QString who = Format::isolated(item.senderName);
    const QString whom = Format::isolated(item.targetName);
    switch (item.change) {
    case Item::Change::Created:
        //% "%1 started the chat."
        return qtTrId("timeline.change.created").arg(who);
    case Item::Change::Joined:
        //% "%1 joined the chat."
        return qtTrId("timeline.change.joined").arg(item.targetName.isEmpty() ? who : whom);
    case Item::Change::Left:
        //% "%1 left the chat."
        return qtTrId("timeline.change.left").arg(item.targetName.isEmpty() ? who : whom);
    case Item::Change::Invited:
        //% "%1 invited %2."
        return qtTrId("timeline.change.invited").arg(who, whom);
    case Item::Change::Kicked:
        //% "%1 removed %2 from the chat."
        return qtTrId("timeline.change.kicked").arg(who, whom);
    case Item::Change::Banned:
        //% "%1 banned %2 from the chat."
        return qtTrId("timeline.change.banned").arg(who, whom);
    case Item::Change::Rejected:
        //% "%1 declined the invitation."
        return qtTrId("timeline.change.rejected").arg(item.targetName.isEmpty() ? who : whom);
    case Item::Change::RoomName:
        //% "%1 named the chat “%2”."
        return qtTrId("timeline.change.roomName").arg(who, Format::isolated(item.text));
    case Item::Change::Topic:
        //% "%1 changed the topic: “%2”."
        return qtTrId("timeline.change.topic").arg(who, Format::isolated(item.text));
    case Item::Change::Encryption:
        //% "Messages in this chat are encrypted from now on."
        return qtTrId("timeline.change.encryption");
    case Item::Change::HistoryVisibility:
        //% "%1 changed who can read older messages."
        return qtTrId("timeline.change.historyVisibility").arg(who);
    case Item::Change::ProfileName:
        //% "%1 is now called %2."
        return qtTrId("timeline.change.profileName").arg(who, item.targetName.isEmpty() ? Format::isolated(item.text) : whom);
    case Item::Change::Upgraded:
        //% "This chat goes on in a new chat."
        return qtTrId("timeline.change.upgraded");
    case Item::Change::None:
    case Item::Change::Other:
        break;
    }
    //% "%1 changed a setting of the chat."
    return qtTrId("timeline.change.other").arg(who);
}

QString sendState(Item::SendState state)
{
    switch (state) {
    case Item::SendState::Received:
        return {};
    case Item::SendState::Waiting:
        //% "waiting for connection"
        return qtTrId("timeline.state.waiting");
    case Item::SendState::Sending:
        //% "being sent"
        return qtTrId("timeline.state.sending");
    case Item::SendState::Sent:
        //% "sent"
        return qtTrId("timeline.state.sent");
    case Item::SendState::Read:
        //% "read"
        return qtTrId("timeline.state.read");
    case Item::SendState::Failed:
        //% "not sent"
        return qtTrId("timeline.state.failed");
    }
    return {};
}

QString sendSymbol(Item::SendState state)
{
    switch (state) {
    case Item::SendState::Received:
        return {};
    case Item::SendState::Waiting:
    case Item::SendState::Sending:
        return QStringLiteral("clock");
    case Item::SendState::Sent:
        return QStringLiteral("check2");
    case Item::SendState::Read:
        return QStringLiteral("check2-all");
    case Item::SendState::Failed:
        return QStringLiteral("exclamation-circle");
    }
    return {};
}

QString fileKind(const Item& item)
{
    if (item.mimeType == u"application/pdf")
        //% "PDF"
        return qtTrId("timeline.file.pdf");
    switch (item.messageType) {
    case Item::MessageType::Image:
        //% "Picture"
        return qtTrId("timeline.file.image");
    case Item::MessageType::Audio:
        //% "Sound recording"
        return qtTrId("timeline.file.audio");
    case Item::MessageType::Video:
        //% "Video"
        return qtTrId("timeline.file.video");
    default:
        //% "File"
        return qtTrId("timeline.file.file");
    }
}

QString fileSymbol(const Item& item)
{
    if (item.mimeType == u"application/pdf")
        return QStringLiteral("file-earmark-pdf");
    switch (item.messageType) {
    case Item::MessageType::Image:
        return QStringLiteral("file-earmark-image");
    case Item::MessageType::Audio:
        return QStringLiteral("file-earmark-music");
    case Item::MessageType::Video:
        return QStringLiteral("file-earmark-play");
    default:
        return QStringLiteral("file-earmark");
    }
}

QString authenticity(Item::Authenticity authenticity)
{
    switch (authenticity) {
    case Item::Authenticity::Proven:
        return {};
    case Item::Authenticity::NotProven:
        //% "Brought back with your key code."
        return qtTrId("timeline.warning.notProven");
    case Item::Authenticity::NotEncrypted:
        //% "This message was not encrypted."
        return qtTrId("timeline.warning.notEncrypted");
    }
    return {};
}

} // namespace ui::words
