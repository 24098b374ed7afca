#pragma once

#include "ui/settings/SettingsStore.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// Language, colours, text size and motion: applied at once and kept.
class SettingsViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
public:
    enum class Theme { System, Light, Dark, Contrast };
    Q_ENUM(Theme)

    /// `store` must outlive this.
    explicit SettingsViewModel(SettingsStore& store, QObject* parent = nullptr);

    [[nodiscard]] QString language() const { return m_store.language(); }
    /// "de" or "en"; others are ignored.
    void setLanguage(const QString& language);
    /// This language until another one is chosen, without keeping it.
    void overrideLanguage(const QString& language);
    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    [[nodiscard]] qreal textScale() const { return m_store.textScale(); }
    /// 1.0 to 2.5; others are brought into this range.
    void setTextScale(qreal scale);
    [[nodiscard]] bool reducedMotion() const { return m_store.reducedMotion(); }
    void setReducedMotion(bool reduced);

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void textScaleChanged();
    void reducedMotionChanged();

private:
    SettingsStore& m_store;
};

} // namespace ui
