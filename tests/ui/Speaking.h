#pragma once

#include "tests/pictures/fixtures/Fixtures.h"
#include "tests/support/ShowTexts.h"
#include "ui/app/Language.h"
#include "ui/common/Format.h"

#include <QLocale>

/// All texts are in one language while this lives.
struct Speaking {
    explicit Speaking(const QString& code) { language.use(code); }
    ui::Language language;
};

/// The dates and times of the fixtures, in the language of the moment.
inline ui::Format fixedFormat()
{
    ui::Format format(&fixtures::now);
    format.setLocale(QLocale());
    return format;
}

/// Without the marks that keep names in their writing direction.
inline QString plain(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}
