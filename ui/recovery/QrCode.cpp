#include "ui/recovery/QrCode.h"

#include <QPainter>
#include <qrencode.h>

#include <cstring>

namespace ui {

namespace {

QRecLevel levelOf(QrCode::Correction correction)
{
    switch (correction) {
    case QrCode::Correction::Medium:
        return QR_ECLEVEL_M;
    case QrCode::Correction::Quartile:
        return QR_ECLEVEL_Q;
    case QrCode::Correction::High:
        return QR_ECLEVEL_H;
    }
    return QR_ECLEVEL_H;
}

/// Wipes the modules before the library frees them.
struct Release {
    void operator()(QRcode* code) const
    {
        std::memset(code->data, 0, static_cast<size_t>(code->width) * static_cast<size_t>(code->width));
        QRcode_free(code);
    }
};

} // namespace

QrCode QrCode::of(QByteArrayView content, Correction correction)
{
    constexpr qsizetype longest = 2'953; // of any version and correction
    QrCode code;
    if (content.isEmpty() || content.size() > longest)
        return code;
    const auto* bytes = reinterpret_cast<const unsigned char*>(content.data());
    const std::unique_ptr<QRcode, Release> made(
        QRcode_encodeData(static_cast<int>(content.size()), bytes, 0, levelOf(correction)));
    if (!made || made->width <= 0)
        return code;
    const auto count = static_cast<size_t>(made->width) * static_cast<size_t>(made->width);
    auto dark = std::make_shared<crypto::SecretBytes>(count);
    for (size_t i = 0; i < count; ++i)
        dark->data()[i] = made->data[i] & 1;
    code.m_modules = made->width;
    code.m_dark = std::move(dark);
    return code;
}

bool QrCode::isDark(int column, int row) const
{
    if (column < 0 || row < 0 || column >= m_modules || row >= m_modules)
        return false;
    return m_dark->data()[static_cast<size_t>(row) * static_cast<size_t>(m_modules) + static_cast<size_t>(column)] != 0;
}

void QrCode::paint(QPainter& painter, const QRectF& place) const
{
    if (isNull())
        return;
    const qreal edge = std::min(place.width(), place.height());
    const qreal module = edge / side();
    const QPointF corner = place.center() - QPointF(edge / 2, edge / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(corner, QSizeF(edge, edge)), Qt::white);
    for (int row = 0; row < m_modules; ++row) {
        for (int column = 0; column < m_modules; ++column) {
            int length = 0;
            while (isDark(column + length, row))
                ++length;
            if (length == 0)
                continue;
            // Rows overlap a little: printers and viewers leave hairlines between areas that only touch.
            constexpr qreal overlap = 0.03;
            const QPointF at = corner + QPointF(column + quietZone, row + quietZone) * module;
            const bool below = isDark(column, row + 1);
            painter.fillRect(QRectF(at, QSizeF(length * module, (below ? 1 + overlap : 1) * module)), Qt::black);
            column += length;
        }
    }
    painter.restore();
}

} // namespace ui
