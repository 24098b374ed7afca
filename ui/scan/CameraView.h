#pragma once

#include "ui/scan/ScanViewModel.h"

#include <QPointer>
#include <QQuickPaintedItem>

namespace ui {

/// Shows what the camera sees, as in a mirror: so one knows where to move the sheet. It has no words: give it an Accessible name
/// where it stands.
class CameraView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ui::ScanViewModel* scan READ scan WRITE setScan NOTIFY scanChanged)
public:
    explicit CameraView(QQuickItem* parent = nullptr);

    [[nodiscard]] ScanViewModel* scan() const { return m_scan; }
    void setScan(ScanViewModel* scan);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void scanChanged();

private:
    QPointer<ScanViewModel> m_scan;
};

} // namespace ui
