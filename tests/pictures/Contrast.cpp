#include "tests/pictures/Contrast.h"

#include <QColor>
#include <QVariant>

#include <cmath>

namespace {

using namespace Qt::StringLiterals;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double ratio(const QColor& a, const QColor& b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

struct Pair {
    const char* ink;
    const char* ground;
    double least;
};

constexpr double body = 7;
constexpr double text = 4.5;
constexpr double shape = 3;

constexpr Pair pairs[] = {
    {"text", "canvas", body},          {"text", "surface", body},
    {"text", "sunken", body},          {"text", "warningSoft", body},
    {"text", "dangerSoft", body},      {"text", "successSoft", body},
    {"text", "primarySoft", body},     {"primarySoftInk", "primarySoft", body},
    {"textMuted", "canvas", text},     {"textMuted", "surface", text},
    {"textMuted", "sunken", text},     {"primary", "canvas", text},
    {"primary", "surface", text},      {"primary", "sunken", text},
    {"primary", "primarySoft", text},  {"primaryInk", "primary", text},
    {"danger", "canvas", text},        {"danger", "surface", text},
    {"danger", "dangerSoft", text},    {"danger", "primarySoft", text},
    {"dangerInk", "danger", text},     {"canvas", "text", body},
    {"warning", "warningSoft", shape}, {"success", "canvas", shape},
    {"success", "successSoft", shape}, {"outline", "canvas", shape},
    {"outline", "surface", shape},
};

} // namespace

void checkContrast(const QObject& theme, const std::function<void(const QString& pair, const QStringList& wrong)>& result)
{
    for (const char* const name : {"light", "dark", "contrast"}) {
        const QObject* palette = theme.property(name).value<QObject*>();
        if (!palette)
            return result(QLatin1StringView(name), {u"A10 no palette"_s});
        for (const Pair& pair : pairs) {
            const double found =
                ratio(palette->property(pair.ink).value<QColor>(), palette->property(pair.ground).value<QColor>());
            const QString what =
                u"%1: %2 on %3"_s.arg(QLatin1StringView(name), QLatin1StringView(pair.ink), QLatin1StringView(pair.ground));
            if (found >= pair.least)
                result(what, {});
            else
                result(what, {u"A10 contrast %1, needs %2"_s.arg(found, 0, 'f', 2).arg(pair.least)});
        }
    }
}
