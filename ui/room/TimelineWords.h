#pragma once

#include "core/room/TimelineItem.h"

#include <QString>

namespace ui::words {

/// Why a message cannot be read, and the one thing to do about it (product B7).
struct Unreadable {
    QString text;
    QString hint;
    bool suspicious = false; ///< it is kept back because it is not authentic; otherwise its key is not here
    bool keyMissing = false; ///< and may be in the backup
};
Unreadable unreadable(core::TimelineItem::Reason reason);

/// A change of the chat as a sentence: "Fr. Beck joined the chat." Names are isolated (S-81).
QString change(const core::TimelineItem& item);

/// State of an own message: "sent", "read"; empty for messages of others.
QString sendState(core::TimelineItem::SendState state);
QString sendSymbol(core::TimelineItem::SendState state);

/// "PDF", "Picture": what kind of file this is.
QString fileKind(const core::TimelineItem& item);
QString fileSymbol(const core::TimelineItem& item);

/// Why one should not rely on who wrote this; empty if all is well.
QString authenticity(core::TimelineItem::Authenticity authenticity);

} // namespace ui::words
