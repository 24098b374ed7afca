#include "ui/room/TimelineRow.h"

#include "ui/common/Format.h"
#include "ui/room/TimelineWords.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Item = core::TimelineItem;
using TimelineKind::Kind;

Kind kindOf(Item::Kind kind)
{
    switch (kind) {
    case Item::Kind::DayDivider:
        return Kind::Day;
    case Item::Kind::StateChange:
    case Item::Kind::Gap:
        return Kind::Note;
    case Item::Kind::Message:
        return Kind::Text;
    case Item::Kind::File:
        return Kind::File;
    case Item::Kind::Location:
    case Item::Kind::Deleted:
    case Item::Kind::Undecryptable:
    case Item::Kind::Unsupported:
        return Kind::Quiet;
    }
    return Kind::Quiet;
}

QString deletedText(const Item& item, const Format& format)
{
    if (item.own && item.deletedBy.isEmpty())
        //% "You deleted this message."
        return qtTrId("timeline.deleted.own");
    const QString when = format.moment(item.deletedAt);
    if (item.deletedBy.isEmpty())
        //% "This message was deleted."
        return qtTrId("timeline.deleted.unknown");
    if (when.isEmpty())
        //% "%1 deleted this message."
        return qtTrId("timeline.deleted.by").arg(Format::isolated(item.deletedBy));
    //% "%1 deleted this message – %2."
    return qtTrId("timeline.deleted.byAt").arg(Format::isolated(item.deletedBy), when);
}

void fillQuiet(TimelineRow& row, const Item& item, const Format& format)
{
    switch (item.kind) {
    case Item::Kind::Deleted:
        row.text = deletedText(item, format);
        row.symbol = QStringLiteral("trash");
        break;
    case Item::Kind::Undecryptable: {
        const words::Unreadable unreadable = words::unreadable(item.reason);
        row.text = unreadable.text;
        row.hint = unreadable.hint;
        row.keyMissing = unreadable.keyMissing;
        row.symbol = unreadable.suspicious ? QStringLiteral("shield-exclamation") : QStringLiteral("hourglass-split");
        break;
    }
    case Item::Kind::Location:
        //% "A location was shared: %1"
        row.text = qtTrId("timeline.location").arg(Format::isolated(item.text));
        row.symbol = QStringLiteral("geo-alt");
        break;
    default:
        //% "This message is of a kind that we cannot show yet."
        row.text = item.text.isEmpty() ? qtTrId("timeline.unsupported") : item.text;
        row.symbol = QStringLiteral("question-circle");
        break;
    }
}

void fillFile(TimelineRow& row, const Item& item, const Format& format)
{
    //% "File without a name"
    row.fileName = item.fileName.isEmpty() ? qtTrId("timeline.file.unnamed") : item.fileName;
    QStringList info{words::fileKind(item)};
    if (item.fileSize >= 0)
        info.append(format.size(item.fileSize));
    row.fileInfo = info.join(QStringLiteral(" · "));
    row.symbol = words::fileSymbol(item);
    row.text = item.text == item.fileName ? QString() : item.text;
}

void fillMessage(TimelineRow& row, const Item& item, const Format& format)
{
    row.sender = item.own || !item.firstOfSender ? QString() : item.senderName;
    //% "Time uncertain"
    const QString uncertain = qtTrId("timeline.timeUncertain");
    row.time = item.timeUncertain ? uncertain : format.time(item.timestamp);
    row.warning = words::authenticity(item.authenticity);
    row.alarming = item.authenticity == core::TimelineItem::Authenticity::NotEncrypted;
    if (item.isReply) {
        row.replyName = item.replyToName;
        //% "Message not loaded"
        row.replyText = item.replyToText.isEmpty() ? qtTrId("timeline.reply.unknown") : item.replyToText;
    }
    for (const core::Reaction& reaction : item.reactions)
        row.reactions.append(QStringLiteral("%1 %2").arg(reaction.key, format.locale().toString(reaction.senderNames.size())));
    if (item.own) {
        row.stateText = words::sendState(item.sendState);
        row.stateSymbol = words::sendSymbol(item.sendState);
        row.failed = item.sendState == Item::SendState::Failed;
        if (row.failed && item.failure)
            row.failure = ErrorText::ofNumber(*item.failure);
    }
    if (item.edited) {
        //% "edited"
        const QString edited = qtTrId("timeline.edited");
        row.stateText = row.stateText.isEmpty() ? edited : edited + QStringLiteral(" · ") + row.stateText;
    }
}

QString sentenceOf(const TimelineRow& row, const Item& item, const Format& format)
{
    if (row.kind == Kind::Day || row.kind == Kind::Note)
        return row.text;
    QStringList parts;
    //% "You"
    parts.append(item.own ? qtTrId("timeline.you") : Format::isolated(item.senderName));
    if (!row.replyText.isEmpty())
        //% "in reply to %1: %2"
        parts.append(qtTrId("timeline.reply.spoken").arg(Format::isolated(row.replyName), Format::isolated(row.replyText)));
    parts << row.fileName << row.fileInfo << row.text << row.hint;
    parts.append(item.timeUncertain ? row.time : format.moment(item.timestamp));
    parts << row.stateText << row.warning << row.failure.cause;
    if (!row.reactions.isEmpty())
        //% "Reactions: %1"
        parts.append(qtTrId("timeline.reactions").arg(row.reactions.join(QStringLiteral(", "))));
    return Format::spokenList(parts);
}

} // namespace

TimelineRow TimelineRow::of(const core::TimelineItem& item, const Format& format)
{
    TimelineRow row;
    row.key = item.key;
    row.kind = kindOf(item.kind);
    row.own = item.own;
    row.last = item.lastOfSender;
    switch (row.kind) {
    case Kind::Day:
        row.text = format.day(item.timestamp);
        break;
    case Kind::Note:
        //% "Older messages are missing here. They are being fetched."
        row.text = item.kind == Item::Kind::Gap ? qtTrId("timeline.gap") : words::change(item);
        break;
    case Kind::Text:
        row.text = item.messageType == Item::MessageType::Emote ? item.senderName + u' ' + item.text : item.text;
        fillMessage(row, item, format);
        break;
    case Kind::File:
        fillMessage(row, item, format);
        fillFile(row, item, format);
        break;
    case Kind::Quiet:
        fillMessage(row, item, format);
        fillQuiet(row, item, format);
        break;
    }
    row.sentence = sentenceOf(row, item, format);
    return row;
}

} // namespace ui
