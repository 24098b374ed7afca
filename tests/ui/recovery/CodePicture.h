#pragma once

#include "ui/recovery/QrCode.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QUrl>

#include <catch2/catch_test_macros.hpp>

namespace ui {

/// A picture of a QR code in a file.
inline QUrl pictureOf(const QTemporaryDir& folder, const QByteArray& content)
{
    const QrCode qr = QrCode::of(content, QrCode::Correction::Medium);
    QImage image(400, 400, QImage::Format_RGB32);
    QPainter painter(&image);
    qr.paint(painter, image.rect());
    painter.end();
    const QString path = folder.filePath(QStringLiteral("Bild.png"));
    REQUIRE(image.save(path));
    return QUrl::fromLocalFile(path);
}

} // namespace ui
