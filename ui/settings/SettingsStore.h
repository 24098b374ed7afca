#pragma once

#include <QSettings>
#include <QString>

namespace ui {

/// How the person wants the program to look, in `interface.ini` of the profile directory. Holds nothing personal.
class SettingsStore {
public:
    /// With an empty `directory` nothing is kept on disk (pictures and tests).
    explicit SettingsStore(const QString& directory);

    [[nodiscard]] QString language() const; ///< "de" or "en"; the system's language until it is chosen
    void setLanguage(const QString& language);
    /// Takes the place of the stored language until another one is set; not kept.
    void overrideLanguage(const QString& language) { m_languageOverride = language; }
    [[nodiscard]] QString theme() const; ///< "light", "dark", "contrast" or "system"
    void setTheme(const QString& theme);
    [[nodiscard]] qreal textScale() const; ///< 1.0 to 2.5
    void setTextScale(qreal scale);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    /// The questions before the first login are answered.
    [[nodiscard]] bool firstRunDone() const;
    void setFirstRunDone(bool done);
    /// Login with a password may be offered where the server has it (test servers).
    [[nodiscard]] bool passwordAllowed() const;

private:
    [[nodiscard]] QVariant value(QAnyStringView key, const QVariant& fallback) const;
    void setValue(QAnyStringView key, const QVariant& value);

    bool m_persistent;
    QSettings m_file;
    QVariantMap m_memory;
    QString m_languageOverride;
};

} // namespace ui
