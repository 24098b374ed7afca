#include "ui/app/Language.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_texts);
}

void Language::use(const QString& code)
{
    QCoreApplication::removeTranslator(&m_texts);
    QLocale::setDefault(code == u"en" ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                      : QLocale(QLocale::German, QLocale::Germany));
    if (m_texts.load(QStringLiteral(":/i18n/tim_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_texts);
}

} // namespace ui
