#pragma once

#include <QQuickImageProvider>

namespace ui {

/// Draws the line symbols of the resources in any colour: `image://icon/NAME/#rrggbb`.
///
/// Thread: any (Qt calls it from its own). An unknown name gives an empty picture.
class IconProvider final : public QQuickImageProvider {
public:
    IconProvider();

    /// `requested` is the size in device pixels; 20 × 20 if it is empty, at most 512.
    QImage requestImage(const QString& id, QSize* size, const QSize& requested) override;
};

} // namespace ui
