#include "ui/settings/SettingsViewModel.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {
constexpr std::array themeNames{"system", "light", "dark", "contrast"}; // in the order of SettingsViewModel::Theme
} // namespace

SettingsViewModel::SettingsViewModel(SettingsStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
}

void SettingsViewModel::setLanguage(const QString& language)
{
    if (language == m_store.language() || (language != u"de" && language != u"en"))
        return;
    m_store.setLanguage(language);
    Q_EMIT languageChanged();
}

void SettingsViewModel::overrideLanguage(const QString& language)
{
    m_store.overrideLanguage(language);
    Q_EMIT languageChanged();
}

SettingsViewModel::Theme SettingsViewModel::theme() const
{
    const QString name = m_store.theme();
    for (size_t i = 0; i < themeNames.size(); ++i) {
        if (name == QLatin1StringView(themeNames.at(i)))
            return static_cast<Theme>(i);
    }
    return Theme::System;
}

void SettingsViewModel::setTheme(Theme chosen)
{
    if (chosen == theme())
        return;
    m_store.setTheme(QString::fromLatin1(themeNames.at(static_cast<size_t>(chosen))));
    Q_EMIT themeChanged();
}

void SettingsViewModel::setTextScale(qreal scale)
{
    const qreal bounded = std::clamp(scale, 1.0, 2.5);
    if (qFuzzyCompare(bounded, textScale()))
        return;
    m_store.setTextScale(bounded);
    Q_EMIT textScaleChanged();
}

void SettingsViewModel::setReducedMotion(bool reduced)
{
    if (reduced == reducedMotion())
        return;
    m_store.setReducedMotion(reduced);
    Q_EMIT reducedMotionChanged();
}

} // namespace ui
