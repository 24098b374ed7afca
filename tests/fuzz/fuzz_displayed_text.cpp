#include "core/room/CleanText.h"
#include "core/room/NameSkeleton.h"

#include <algorithm>
#include <iterator>

using namespace core;

namespace {

// The joiner of emoji is the one invisible character that a name may hold.
bool isHidden(QChar c)
{
    if (c == QChar(0x200d))
        return false;
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

void requireSkeletons(const QString& text)
{
    for (const QChar c : nameSkeleton(text)) {
        if (c.isSpace() || isHidden(c))
            __builtin_trap();
    }
    // Plain Latin letters take a way of their own; a Cyrillic letter among them must not change what comes of them.
    QString plain;
    std::copy_if(text.begin(), text.end(), std::back_inserter(plain), [](QChar c) { return c < QChar(0x80); });
    if (nameSkeleton(plain) + u'e' != nameSkeleton(plain + QChar(u'\u0435')))
        __builtin_trap();
}

} // namespace

// Names stay in their line, messages keep their limit, and what is cleaned once is clean.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString name = cleanName(text);
    for (const QChar c : name) {
        if (isHidden(c))
            __builtin_trap();
    }
    if (cleanName(name) != name)
        __builtin_trap();
    requireSkeletons(text);
    constexpr qsizetype maximum = 64;
    const QString message = cleanMessage(text, maximum);
    if (message.size() > maximum || cleanMessage(message, maximum) != message)
        __builtin_trap();
    return 0;
}
