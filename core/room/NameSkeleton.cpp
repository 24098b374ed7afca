#include "core/room/NameSkeleton.h"

#include <QHash>

#include <algorithm>

namespace core {

namespace {

struct Lookalikes {
    const char16_t* latin;
    const char16_t* others;
};

// From the table "confusables" of Unicode 15 (UTS 39), as far as they are one letter or digit of these scripts and look like
// Latin ones, in lower case: Latin, Greek, Cyrillic, Armenian, Coptic, Cherokee, Lisu, Canadian, Tifinagh, Runic, Georgian,
// Hebrew.
constexpr Lookalikes lookalikes[] = {
    // clang-format off
    {u"2", u"\u01a7\u03e8\u14bf\ua644\ua75a"},
    {u"3", u"\u01b7\u021c\u0417\u04e0\u2ccc\ua76a\ua7ab"},
    {u"4", u"\u13ce"},
    {u"5", u"\u01bc"},
    {u"6", u"\u0431\u13ee\u2cd2"},
    {u"8", u"\u0222\u0223"},
    {u"9", u"\u2cca\ua76e"},
    {u"a", u"\u0251\u0391\u03b1\u0410\u0430\u13aa\u15c5\ua4ee"},
    {u"aa", u"\ua732\ua733"},
    {u"ae", u"\u00c6\u00e6\u04d4\u04d5"},
    {u"ao", u"\ua734\ua735"},
    {u"au", u"\ua736\ua737"},
    {u"av", u"\ua738\ua739\ua73a\ua73b"},
    {u"ay", u"\ua73c\ua73d"},
    {u"b", u"\u0184\u0392\u0412\u042c\u13cf\u13f4\u1472\u15af\u15f7\ua4d0\ua7b4"},
    {u"bl", u"\u042b"},
    {u"c", u"\u0421\u0441\u13df\u1d04\u2ca4\u2ca5\ua4da\uabaf"},
    {u"d", u"\u0501\u13a0\u13e7\u146f\u15de\u15ea\ua4d2\ua4d3"},
    {u"dz", u"\u02a3"},
    {u"e", u"\u0395\u0415\u0435\u04bd\u13ac\u2d39\ua4f0\uab32"},
    {u"f", u"\u03dc\u0584\u15b4\u1e9d\ua4dd\ua798\ua799\uab35"},
    {u"g", u"\u018d\u0261\u050c\u0581\u13c0\u13f3\u1d83\ua4d6"},
    {u"h", u"\u0397\u041d\u04bb\u0570\u13bb\u13c2\u157c\u2c8e\ua4e7"},
    {u"i", u"\u0131\u0269\u026a\u03b9\u0456\u04cf\u13a5\ua647\uab75"},
    {u"j", u"\u037f\u03f3\u0408\u0458\u13ab\u148d\ua4d9\ua7b2"},
    {u"k", u"\u039a\u041a\u13e6\u16d5\u2c94\ua4d7"},
    {u"l", u"\u0196\u01c0\u0399\u0406\u04c0\u05c0\u05d5\u05df\u13de\u14aa\u16c1\u2c92\u2cd0\u2d4f\ua4e1\ua4f2"},
    {u"ll", u"\u01c1\u05f0"},
    {u"lo", u"\u042e"},
    {u"ls", u"\u02aa"},
    {u"lz", u"\u02ab"},
    {u"m", u"\u039c\u03fa\u041c\u13b7\u15f0\u16d6\u2c98\ua4df"},
    {u"n", u"\u039d\u0578\u057c\u2c9a\ua4e0"},
    {u"o", u"\u039f\u03bf\u03c3\u041e\u043e\u0555\u0585\u05e1\u10ff\u1d0f\u1d11\u2c9e\u2c9f\u2d54\ua4f3\uab3d"},
    {u"oe", u"\u0152\u0153"},
    {u"oo", u"\ua698\ua699\ua74e\ua74f"},
    {u"p", u"\u03a1\u03c1\u0420\u0440\u13e2\u146d\u2ca2\u2ca3\ua4d1"},
    {u"q", u"\u051b\u0563\u0566\u2d55"},
    {u"r", u"\u01a6\u0433\u13a1\u13d2\u1587\u1d26\u2c85\ua4e3\uab47\uab48\uab81"},
    {u"s", u"\u01bd\u0405\u0455\u054f\u13d5\u13da\ua4e2\ua731\uabaa"},
    {u"ss", u"\u00df\u03b2\u1e9e"}, // not from that table: German capitals have no other way to write it
    {u"t", u"\u03a4\u0422\u13a2\u2ca6\ua4d4"},
    {u"t3", u"\ua728"},
    {u"tf", u"\ua777"},
    {u"ts", u"\u02a6"},
    {u"u", u"\u028b\u03c5\u054d\u057d\u144c\u1d1c\ua4f4\ua79f\uab4e\uab52"},
    {u"ue", u"\u1d6b"},
    {u"uo", u"\uab63"},
    {u"v", u"\u03bd\u0474\u0475\u05d8\u13d9\u142f\u1d20\u2d38\ua4e6\uaba9"},
    {u"w", u"\u026f\u0461\u051c\u051d\u0561\u13b3\u13d4\u1d21\ua4ea\uab83"},
    {u"x", u"\u03a7\u0425\u0445\u1541\u157d\u166d\u166e\u16b7\u2cac\u2d5d\ua4eb\ua7b3"},
    {u"y", u"\u0263\u028f\u03a5\u03b3\u0423\u0443\u04ae\u04af\u10e7\u13a9\u13bd\u1d8c\u1eff\u2ca8\ua4ec\uab5a"},
    {u"z", u"\u0396\u13c3\u1d22\ua4dc\uab93"},
    // clang-format on
};

QHash<char16_t, QStringView> makeTable()
{
    QHash<char16_t, QStringView> table;
    for (const auto& [latin, others] : lookalikes) {
        for (const char16_t other : std::u16string_view(others))
            table.insert(other, QStringView(latin));
    }
    return table;
}

// Fillers and variation selectors are letters or marks by their category, and show nothing.
bool isInvisible(QChar c)
{
    const auto code = c.unicode();
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control || code == 0x034f ||
           code == 0x115f || code == 0x1160 || code == 0x3164 || code == 0xffa0 || (code >= 0xfe00 && code <= 0xfe0f);
}

// What ASCII has of its own: 0 and O, 1, I and l, rn and m.
void append(QString& skeleton, QChar c)
{
    switch (c.unicode()) {
    case u'0':
        skeleton += u'o';
        break;
    case u'1':
    case u'I':
    case u'|':
        skeleton += u'l';
        break;
    case u'm':
    case u'M':
        skeleton += u"rn";
        break;
    default:
        skeleton += c;
    }
}

QString plainSkeleton(QStringView name)
{
    QString skeleton;
    skeleton.reserve(name.size() + 4);
    for (const QChar c : name) {
        if (c > u' ' && c != QChar(0x7f))
            append(skeleton, c >= u'A' && c <= u'Z' && c != u'I' ? QChar(c.unicode() + 32) : c);
    }
    return skeleton;
}

// Beyond the basic plane: letters of compatibility have become plain ones by now, the rest is kept unless it is invisible.
bool isInvisiblePair(QChar high, QChar low)
{
    const auto category = QChar::category(QChar::surrogateToUcs4(high, low));
    const auto code = QChar::surrogateToUcs4(high, low);
    return category == QChar::Other_Format || (code >= 0xe0100 && code <= 0xe01ef);
}

} // namespace

QString nameSkeleton(QStringView name)
{
    if (std::all_of(name.begin(), name.end(), [](QChar c) { return c < QChar(0x80); }))
        return plainSkeleton(name);
    static const auto table = makeTable();
    const QString plain = name.toString().normalized(QString::NormalizationForm_KD);
    QString skeleton;
    skeleton.reserve(plain.size() + 4);
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        if (c.isHighSurrogate() && i + 1 < plain.size() && plain[i + 1].isLowSurrogate()) {
            if (!isInvisiblePair(c, plain[i + 1]))
                skeleton += QStringView(plain).sliced(i, 2);
            ++i;
            continue;
        }
        if (isInvisible(c))
            continue;
        if (const auto latin = table.constFind(c.unicode()); latin != table.cend()) {
            for (const QChar letter : *latin)
                append(skeleton, letter);
        } else {
            append(skeleton, c);
        }
    }
    return skeleton.toCaseFolded();
}

} // namespace core
