#include "ui/recovery/QrItem.h"

#include <QPainter>

#include <cmath>

namespace ui {

QrItem::QrItem(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
}

void QrItem::setCode(const QrCode& code)
{
    m_code = code;
    update();
    Q_EMIT codeChanged();
}

void QrItem::paint(QPainter* painter)
{
    painter->fillRect(boundingRect(), Qt::white);
    if (m_code.isNull())
        return;
    // In pixels of the screen, so that no module is blurred.
    const qreal pixels = std::max(painter->worldTransform().m11(), 0.01);
    const qreal room = std::min(width(), height()) * pixels;
    const qreal module = std::max(1.0, std::floor(room / m_code.side())) / pixels;
    const qreal edge = module * m_code.side();
    const auto whole = [pixels](qreal position) { return std::floor(position * pixels) / pixels; };
    m_code.paint(*painter, QRectF(whole((width() - edge) / 2), whole((height() - edge) / 2), edge, edge));
}

} // namespace ui
