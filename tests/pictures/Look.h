#pragma once

#include "ui/settings/SettingsViewModel.h"

#include <QSize>
#include <QString>

/// How a window is looked at: colours, size, size of the text, language.
struct Look {
    QString name;
    ui::SettingsViewModel::Theme theme;
    QSize size;
    qreal scale;
    QString language;
};

/// Three themes × two sizes × two sizes of the text in German, and one in English.
QList<Look> allLooks();

/// 320 logical pixels at twice the text size: nothing is cut off, nothing scrolls sideways (WCAG 1.4.10).
Look narrowLook();
