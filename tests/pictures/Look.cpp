#include "tests/pictures/Look.h"

using namespace Qt::StringLiterals;
using Theme = ui::SettingsViewModel::Theme;

QList<Look> allLooks()
{
    QList<Look> made;
    for (const auto& [name, theme] :
         {std::pair(u"light"_s, Theme::Light), std::pair(u"dark"_s, Theme::Dark), std::pair(u"contrast"_s, Theme::Contrast)}) {
        for (const QSize size : {QSize(1280, 800), QSize(400, 800)}) {
            for (const qreal scale : {1.0, 2.0})
                made.append({u"%1-%2-%3"_s.arg(size.width()).arg(name).arg(scale), theme, size, scale, u"de"_s});
        }
    }
    made.append({u"1280-light-1-en"_s, Theme::Light, {1280, 800}, 1.0, u"en"_s});
    return made;
}

Look narrowLook()
{
    return {u"320-light-2"_s, Theme::Light, {320, 800}, 2.0, u"de"_s};
}
