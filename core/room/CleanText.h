#pragma once

#include <QString>
#include <QStringView>

namespace core {

/// A name of a person, room, device or file, fit to be shown in one line (S-81): without control, bidirectional and other
/// invisible characters, in NFC, white space collapsed, at most 100 characters as people count them, at most 4 combining marks
/// on each. May be empty.
QString cleanName(QStringView text);

/// The text of a message: line breaks and bidirectional marks stay, control characters and U+FFF9–FFFB go; at most
/// `maximum` UTF-16 units, cut at a character.
QString cleanMessage(QStringView text, qsizetype maximum = 65'536);

} // namespace core
