#include "ui/scan/CameraView.h"

#include <QPainter>

namespace ui {

CameraView::CameraView(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
}

void CameraView::setScan(ScanViewModel* scan)
{
    if (scan == m_scan)
        return;
    if (m_scan)
        m_scan->disconnect(this);
    m_scan = scan;
    if (m_scan)
        connect(m_scan, &ScanViewModel::frameChanged, this, [this] { update(); });
    update();
    Q_EMIT scanChanged();
}

void CameraView::paint(QPainter* painter)
{
    const QRectF room = boundingRect();
    const QImage frame = m_scan ? m_scan->frame() : QImage();
    if (frame.isNull())
        return;
    const QSizeF size = QSizeF(frame.size()).scaled(room.size(), Qt::KeepAspectRatio);
    painter->translate(room.width(), 0);
    painter->scale(-1, 1);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(QRectF(QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2), size), frame);
}

} // namespace ui
