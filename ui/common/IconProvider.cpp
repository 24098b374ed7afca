#include "ui/common/IconProvider.h"

#include <QColor>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace ui {

namespace {
constexpr int defaultSize = 20;
constexpr int largestSize = 512;
} // namespace

IconProvider::IconProvider()
    : QQuickImageProvider(QQuickImageProvider::Image)
{
}

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requested)
{
    const QString name = id.section(u'/', 0, 0);
    const QColor color(id.section(u'/', 1, 1));
    const int width = requested.width() > 0 ? std::min(requested.width(), largestSize) : defaultSize;
    const int height = requested.height() > 0 ? std::min(requested.height(), largestSize) : width;
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (size)
        *size = image.size();

    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return image;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", (color.isValid() ? color : QColor(Qt::black)).name().toUtf8());
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(0, 0, width, height));
    return image;
}

} // namespace ui
