#pragma once

#include "core/base/Timestamp.h"

#include <QLocale>
#include <QStringList>

#include <functional>

namespace ui {

/// Dates, times, sizes and counts as people read them, in the language of the moment.
///
/// Thread: UI. "Now" comes from outside, so that pictures and tests show the same on every day.
class Format {
public:
    using Now = std::function<QDateTime()>;

    explicit Format(Now now = {});

    void setLocale(const QLocale& locale) { m_locale = locale; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

    /// "14:05".
    [[nodiscard]] QString time(core::Timestamp at) const;
    /// For a list: "14:05" today, "yesterday", the weekday within a week, else the date, with the year if it is another one.
    /// Empty if unknown.
    [[nodiscard]] QString brief(core::Timestamp at) const;
    /// For reading aloud and for details: "today at 14:05", "yesterday at 14:05", "3 November at 09:12".
    [[nodiscard]] QString moment(core::Timestamp at) const;
    /// Divider of a conversation: "Today", "Yesterday", "Monday, 23 November", with the year if it is another one.
    [[nodiscard]] QString day(core::Timestamp at) const;
    [[nodiscard]] QDate today() const { return m_now().date(); }
    /// "184 kB"; empty if `bytes` is negative (unknown).
    [[nodiscard]] QString size(qint64 bytes) const;

    /// A code with its characters one by one, so that a screen reader does not read digits as one number (A19).
    static QString spelled(const QString& code);
    /// Parts of something read aloud as one sentence; after a full stop there is no comma.
    static QString spokenList(const QStringList& parts);
    /// A name of somebody inside a sentence: its writing direction cannot change the rest (S-81).
    static QString isolated(const QString& name);
    /// First letters of the first two words, for an avatar.
    static QString initials(const QString& name);

private:
    [[nodiscard]] qint64 daysAgo(const QDateTime& at) const;

    Now m_now;
    QLocale m_locale;
};

} // namespace ui
