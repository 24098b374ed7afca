#include "ui/settings/SettingsStore.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

using namespace Qt::StringLiterals;

const QString languageKey = u"language"_s;
const QString themeKey = u"theme"_s;
const QString textScaleKey = u"textScale"_s;
const QString reducedMotionKey = u"reducedMotion"_s;
const QString firstRunDoneKey = u"firstRunDone"_s;
const QString passwordAllowedKey = u"login/passwordAllowed"_s;

/// What a hand-edited file may say; anything else is the first one.
QString oneOf(const QStringList& allowed, const QString& value)
{
    return allowed.contains(value) ? value : allowed.first();
}

QString systemLanguage()
{
    // German is the language of the people this is made for; English only where the system speaks it.
    return QLocale::system().language() == QLocale::English ? u"en"_s : u"de"_s;
}

} // namespace

SettingsStore::SettingsStore(const QString& directory)
    : m_persistent(!directory.isEmpty())
    , m_file(m_persistent ? QDir(directory).filePath(u"interface.ini"_s) : QString(), QSettings::IniFormat)
{
}

QVariant SettingsStore::value(QAnyStringView key, const QVariant& fallback) const
{
    const QString name = key.toString();
    return m_persistent ? m_file.value(name, fallback) : m_memory.value(name, fallback);
}

void SettingsStore::setValue(QAnyStringView key, const QVariant& value)
{
    if (m_persistent)
        m_file.setValue(key.toString(), value);
    else
        m_memory.insert(key.toString(), value);
}

QString SettingsStore::language() const
{
    const QString stored = m_languageOverride.isEmpty() ? value(languageKey, systemLanguage()).toString() : m_languageOverride;
    return oneOf({u"de"_s, u"en"_s}, stored);
}

void SettingsStore::setLanguage(const QString& language)
{
    m_languageOverride.clear();
    setValue(languageKey, language);
}

QString SettingsStore::theme() const
{
    return oneOf({u"system"_s, u"light"_s, u"dark"_s, u"contrast"_s}, value(themeKey, {}).toString());
}

void SettingsStore::setTheme(const QString& theme)
{
    setValue(themeKey, theme);
}

qreal SettingsStore::textScale() const
{
    bool ok = false;
    const qreal scale = value(textScaleKey, 1.0).toReal(&ok);
    return ok ? std::clamp(scale, 1.0, 2.5) : 1.0;
}

void SettingsStore::setTextScale(qreal scale)
{
    setValue(textScaleKey, scale);
}

bool SettingsStore::reducedMotion() const
{
    return value(reducedMotionKey, false).toBool();
}

void SettingsStore::setReducedMotion(bool reduced)
{
    setValue(reducedMotionKey, reduced);
}

bool SettingsStore::firstRunDone() const
{
    return value(firstRunDoneKey, false).toBool();
}

void SettingsStore::setFirstRunDone(bool done)
{
    setValue(firstRunDoneKey, done);
}

bool SettingsStore::passwordAllowed() const
{
    return value(passwordAllowedKey, false).toBool();
}

} // namespace ui
