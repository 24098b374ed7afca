#include "ui/common/Format.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextBoundaryFinder>

namespace ui {

Format::Format(Now now)
    : m_now(now ? std::move(now) : Now(&QDateTime::currentDateTime))
{
}

qint64 Format::daysAgo(const QDateTime& at) const
{
    return at.date().daysTo(m_now().date());
}

QString Format::time(core::Timestamp at) const
{
    return at.isKnown() ? m_locale.toString(at.toLocalTime().time(), QStringLiteral("HH:mm")) : QString();
}

QString Format::brief(core::Timestamp at) const
{
    if (!at.isKnown())
        return {};
    const QDateTime local = at.toLocalTime();
    const qint64 days = daysAgo(local);
    if (days == 0)
        return time(at);
    if (days == 1)
        //% "yesterday"
        return qtTrId("format.yesterday");
    if (days > 1 && days < 7)
        return m_locale.dayName(local.date().dayOfWeek(), QLocale::LongFormat);
    if (local.date().year() != m_now().date().year())
        return m_locale.toString(local.date(), QLocale::ShortFormat);
    //: QDate format of a day of this year in a list, as short as possible, for example "17 Nov"
    //% "d MMM"
    return m_locale.toString(local.date(), qtTrId("format.dateBrief"));
}

QString Format::moment(core::Timestamp at) const
{
    if (!at.isKnown())
        return {};
    const QDateTime local = at.toLocalTime();
    const qint64 days = daysAgo(local);
    if (days == 0)
        //% "today at %1"
        return qtTrId("format.todayAt").arg(time(at));
    if (days == 1)
        //% "yesterday at %1"
        return qtTrId("format.yesterdayAt").arg(time(at));
    const bool sameYear = local.date().year() == m_now().date().year();
    //: QDate format of a day without its year, for example "3 November"
    //% "d MMMM"
    const QString withoutYear = qtTrId("format.dateWithoutYear");
    //: QDate format of a day with its year, for example "3 November 2025"
    //% "d MMMM yyyy"
    const QString withYear = qtTrId("format.dateWithYear");
    //% "%1 at %2"
    return qtTrId("format.dateAt").arg(m_locale.toString(local.date(), sameYear ? withoutYear : withYear), time(at));
}

QString Format::day(core::Timestamp at) const
{
    if (!at.isKnown())
        return {};
    const QDateTime local = at.toLocalTime();
    const qint64 days = daysAgo(local);
    if (days == 0)
        //% "Today"
        return qtTrId("format.today");
    if (days == 1)
        //% "Yesterday"
        return qtTrId("format.yesterdayDay");
    const bool sameYear = local.date().year() == m_now().date().year();
    //: QDate format of a weekday and day, for example "Monday, 23 November"
    //% "dddd, d MMMM"
    const QString withoutYear = qtTrId("format.dayWithoutYear");
    //: QDate format of a weekday and day with the year
    //% "dddd, d MMMM yyyy"
    const QString withYear = qtTrId("format.dayWithYear");
    return m_locale.toString(local.date(), sameYear ? withoutYear : withYear);
}

QString Format::size(qint64 bytes) const
{
    return bytes < 0 ? QString() : m_locale.formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
}

QString Format::spelled(const QString& code)
{
    QStringList characters;
    for (const QChar character : code) {
        if (!character.isSpace())
            characters.append(character);
    }
    return characters.join(u' ');
}

QString Format::spokenList(const QStringList& parts)
{
    QString text;
    for (const QString& part : parts) {
        if (part.isEmpty())
            continue;
        // The mark behind a name or a text does not count.
        const QString end = text.endsWith(QChar(0x2069)) ? text.chopped(1) : text;
        const bool stopped = end.endsWith(u'.') || end.endsWith(u'!') || end.endsWith(u'?') || end.endsWith(u'…');
        if (!text.isEmpty())
            text += stopped ? QStringLiteral(" ") : QStringLiteral(", ");
        text += part;
    }
    return text;
}

QString Format::isolated(const QString& name)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popIsolate(0x2069);
    return firstStrongIsolate + name + popIsolate;
}

QString Format::initials(const QString& name)
{
    QString letters;
    int words = 0;
    for (const QString& word : name.split(u' ', Qt::SkipEmptyParts)) {
        // A whole character, also when it is made of several code points.
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
        const qsizetype end = finder.toNextBoundary();
        if (end <= 0 || !word.front().isLetterOrNumber())
            continue;
        letters += word.left(end).toUpper();
        if (++words == 2)
            break;
    }
    return letters;
}

} // namespace ui
