#pragma once

#include "core/room/TimelineItem.h"
#include "ui/common/ErrorText.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

class Format;

/// What a row of a conversation looks like.
namespace TimelineKind {
Q_NAMESPACE
QML_ELEMENT
enum class Kind {
    Day,  ///< a divider
    Note, ///< one quiet line in the middle: who came, what the chat is called now
    Text,
    File,
    Quiet, ///< a message without content: deleted, not readable, of an unknown kind
};
Q_ENUM_NS(Kind)
} // namespace TimelineKind

/// One row of a conversation in words, as QML shows it. All texts are plain.
struct TimelineRow {
    Q_GADGET
    QML_VALUE_TYPE(timelineRow)
    Q_PROPERTY(ui::TimelineKind::Kind kind MEMBER kind)
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(bool own MEMBER own)
    Q_PROPERTY(bool last MEMBER last)
    Q_PROPERTY(bool failed MEMBER failed)
    Q_PROPERTY(QString sender MEMBER sender)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString hint MEMBER hint)
    Q_PROPERTY(bool keyMissing MEMBER keyMissing)
    Q_PROPERTY(QString symbol MEMBER symbol)
    Q_PROPERTY(QString fileName MEMBER fileName)
    Q_PROPERTY(QString fileInfo MEMBER fileInfo)
    Q_PROPERTY(QString replyName MEMBER replyName)
    Q_PROPERTY(QString replyText MEMBER replyText)
    Q_PROPERTY(QStringList reactions MEMBER reactions)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString stateText MEMBER stateText)
    Q_PROPERTY(QString stateSymbol MEMBER stateSymbol)
    Q_PROPERTY(QString warning MEMBER warning)
    Q_PROPERTY(bool alarming MEMBER alarming)
    Q_PROPERTY(ui::ErrorText failure MEMBER failure)
    Q_PROPERTY(QString sentence MEMBER sentence)
public:
    TimelineKind::Kind kind = TimelineKind::Kind::Text;
    QString key;
    bool own = false;
    bool last = false;   ///< the next row is of somebody else: leave more room below
    bool failed = false; ///< can be tried again or discarded
    QString sender;      ///< empty if the name stands above already, or it is oneself
    QString text;
    QString hint;            ///< below a quiet row: what will happen or what one can do
    bool keyMissing = false; ///< not readable here, and perhaps with a key from the backup
    QString symbol;          ///< of a quiet row or a file
    QString fileName;
    QString fileInfo;
    QString replyName;
    QString replyText;
    QStringList reactions; ///< "👍 2"
    QString time;
    QString stateText;
    QString stateSymbol;
    QString warning;       ///< why who wrote this is not proven; empty if it is
    bool alarming = false; ///< something is wrong with that; otherwise it only says where the message comes from (S-47)
    ErrorText failure;
    QString sentence; ///< sender, text, time, state in reading order (A4)
    bool operator==(const TimelineRow&) const = default;

    static TimelineRow of(const core::TimelineItem& item, const Format& format);
};

} // namespace ui
