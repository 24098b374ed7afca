#pragma once

#include <QStringView>

namespace core {

/// The symbol of one of the numbers of crypto::sasEmoji(). `number`: 0 to 63.
/// Spec: Matrix v1.11, Client-Server API, "SAS method: emoji".
QStringView sasEmojiSymbol(int number);

} // namespace core
