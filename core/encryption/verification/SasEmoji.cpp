#include "core/encryption/verification/SasEmoji.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::array<QStringView, 64> symbols{
    u"🐶", u"🐱", u"🦁", u"🐎", u"🦄", u"🐷", u"🐘", u"🐰", u"🐼", u"🐓", u"🐧", u"🐢", u"🐟", u"🐙", u"🦋", u"🌷",
    u"🌳", u"🌵", u"🍄", u"🌏", u"🌙", u"☁️",  u"🔥", u"🍌", u"🍎", u"🍓", u"🌽", u"🍕", u"🎂", u"❤️",  u"😀", u"🤖",
    u"🎩", u"👓", u"🔧", u"🎅", u"👍", u"☂️",  u"⌛", u"⏰", u"🎁", u"💡", u"📕", u"✏️",  u"📎", u"✂️",  u"🔒", u"🔑",
    u"🔨", u"☎️",  u"🏁", u"🚂", u"🚲", u"✈️",  u"🚀", u"🏆", u"⚽", u"🎸", u"🎺", u"🔔", u"⚓", u"🎧", u"📁", u"📌",
};

} // namespace

QStringView sasEmojiSymbol(int number)
{
    return symbols[static_cast<size_t>(std::clamp(number, 0, 63))];
}

} // namespace core
