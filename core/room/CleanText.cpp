#include "core/room/CleanText.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype maximumCharacters = 100;
constexpr qsizetype maximumUnits = 1'000; // a single character can be made of any number of code points
constexpr int maximumMarks = 4;
constexpr int marksBeforeComposition = 16; // most of them become one with their letter

// -- Code points ---------------------------------------------------------------------------------------------------------

struct CodePoint {
    char32_t value = 0;
    bool valid = true; // false: half of a surrogate pair
};

CodePoint readCodePoint(QStringView text, qsizetype& at)
{
    const QChar unit = text[at++];
    if (!unit.isSurrogate())
        return {.value = unit.unicode()};
    if (!unit.isHighSurrogate() || at >= text.size() || !text[at].isLowSurrogate())
        return {.value = unit.unicode(), .valid = false};
    return {.value = QChar::surrogateToUcs4(unit, text[at++])};
}

void append(QString& text, char32_t codePoint)
{
    for (const char16_t unit : QChar::fromUcs4(codePoint))
        text.append(QChar(unit));
}

struct Range {
    char32_t first;
    char32_t last;
};

template <size_t Size>
bool isIn(const Range (&ranges)[Size], char32_t codePoint)
{
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [codePoint](const Range& range) { return codePoint >= range.first && codePoint <= range.last; });
}

// Takes part in a line of text and is not seen: two names that differ in it look the same. The format characters (Cf) go by
// their category; these are of other categories.
constexpr Range invisible[] = {
    {0x034f, 0x034f},   // combining grapheme joiner
    {0x115f, 0x1160},   // Hangul fillers
    {0x17b4, 0x17b5},   // Khmer inherent vowels
    {0x180b, 0x180f},   // Mongolian variation selectors
    {0x2065, 0x2065},   // unassigned between format characters
    {0x2800, 0x2800},   // Braille blank
    {0x3164, 0x3164},   // Hangul filler
    {0xfe00, 0xfe0d},   // variation selectors but those of emoji
    {0xffa0, 0xffa0},   // half-width Hangul filler
    {0xfff0, 0xfffb},   // specials
    {0xe0000, 0xe0fff}, // tags and variation selectors
};

constexpr char32_t zeroWidthJoiner = 0x200d;
constexpr Range emojiVariations[] = {{0xfe0e, 0xfe0f}};

bool isNonCharacter(char32_t codePoint)
{
    return (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
}

bool isWhiteSpace(char32_t codePoint)
{
    return QChar::isSpace(codePoint); // also line breaks and tabs
}

bool isPartOfEmoji(char32_t codePoint)
{
    const auto category = QChar::category(codePoint);
    return category == QChar::Symbol_Other || category == QChar::Symbol_Modifier;
}

bool takesEmojiVariation(char32_t codePoint)
{
    const bool keycap = codePoint == U'#' || codePoint == U'*' || (codePoint >= U'0' && codePoint <= U'9');
    return keycap || isPartOfEmoji(codePoint) || QChar::category(codePoint) == QChar::Symbol_Math ||
           QChar::category(codePoint) == QChar::Punctuation_Other;
}

// -- Names ---------------------------------------------------------------------------------------------------------------

// Copies what may stay in a name. A filter that was run once leaves its own result as it is.
class NameFilter {
public:
    explicit NameFilter(int marks)
        : m_maximumMarks(marks)
    {
    }

    QString run(QStringView text)
    {
        for (qsizetype at = 0; at < text.size() && m_result.size() < 2 * maximumUnits;) {
            const CodePoint next = readCodePoint(text, at);
            if (next.valid)
                take(next.value, text, at);
        }
        return std::move(m_result);
    }

private:
    void take(char32_t codePoint, QStringView text, qsizetype next)
    {
        if (isWhiteSpace(codePoint)) {
            m_spacePending = !m_result.isEmpty();
            return;
        }
        if (codePoint == zeroWidthJoiner) {
            if (joinsEmoji(text, next))
                put(codePoint);
            return;
        }
        if (isIn(emojiVariations, codePoint)) {
            if (!m_spacePending && takesEmojiVariation(m_last))
                put(codePoint);
            return;
        }
        if (isDropped(codePoint))
            return;
        if (QChar::isMark(codePoint)) {
            if (m_result.isEmpty() || m_spacePending || ++m_marks > m_maximumMarks)
                return; // nothing to stand on, or too many
            put(codePoint);
            return;
        }
        m_marks = 0;
        put(codePoint);
    }

    static bool isDropped(char32_t codePoint)
    {
        const auto category = QChar::category(codePoint);
        return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate ||
               isIn(invisible, codePoint) || isNonCharacter(codePoint);
    }

    [[nodiscard]] bool joinsEmoji(QStringView text, qsizetype next) const
    {
        const bool after = !m_spacePending && (isPartOfEmoji(m_last) || isIn(emojiVariations, m_last));
        if (!after || next >= text.size())
            return false;
        const CodePoint follower = readCodePoint(text, next);
        return follower.valid && isPartOfEmoji(follower.value);
    }

    void put(char32_t codePoint)
    {
        if (m_spacePending)
            m_result.append(QChar(u' '));
        m_spacePending = false;
        append(m_result, codePoint);
        m_last = codePoint;
    }

    QString m_result;
    int m_maximumMarks;
    int m_marks = 0;
    char32_t m_last = 0;
    bool m_spacePending = false;
};

// The first hundred characters as people count them.
QString shortened(QString name)
{
    if (name.size() <= maximumCharacters)
        return name;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    qsizetype end = 0;
    for (qsizetype count = 0; count < maximumCharacters;) {
        const qsizetype boundary = finder.toNextBoundary();
        if (boundary < 0 || boundary > maximumUnits)
            break;
        if (boundary < name.size() && name[boundary].isLowSurrogate())
            continue; // Qt 6.4 finds one inside of a pair behind some Indic signs
        end = boundary;
        ++count;
    }
    name.truncate(end);
    while (!name.isEmpty() && (name.back() == u' ' || name.back() == QChar(char16_t(zeroWidthJoiner))))
        name.chop(1);
    return name;
}

bool isPlainAscii(QStringView text)
{
    QChar before = u' ';
    for (const QChar c : text) {
        if (c < u' ' || c > u'~' || (c == u' ' && before == u' '))
            return false;
        before = c;
    }
    return before != u' ';
}

} // namespace

QString cleanName(QStringView text)
{
    if (text.size() <= maximumCharacters && isPlainAscii(text))
        return text.toString();
    // Filtered before normalising, because that costs the square of the number of marks in a row; and after, because some
    // characters have no composed form and come apart.
    const QString composed = NameFilter(marksBeforeComposition).run(text).normalized(QString::NormalizationForm_C);
    return shortened(NameFilter(maximumMarks).run(composed));
}

QString cleanMessage(QStringView text, qsizetype maximum)
{
    QString result;
    result.reserve(std::min(text.size(), maximum));
    for (qsizetype at = 0; at < text.size();) {
        CodePoint next = readCodePoint(text, at);
        if (next.value == U'\r') {
            next.value = U'\n';
            if (at < text.size() && text[at] == u'\n')
                ++at;
        }
        const bool control = QChar::category(next.value) == QChar::Other_Control && next.value != U'\n' && next.value != U'\t';
        if (!next.valid || control || (next.value >= 0xfff9 && next.value <= 0xfffb) || isNonCharacter(next.value))
            continue;
        if (result.size() + (QChar::requiresSurrogates(next.value) ? 2 : 1) > maximum)
            break;
        append(result, next.value);
    }
    return result;
}

} // namespace core
