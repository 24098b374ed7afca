#pragma once

#include "ui/recovery/QrCode.h"

#include <QQuickPaintedItem>

namespace ui {

/// Shows a QR code; its modules are whole pixels of the screen. It has no words: give it an Accessible name where it stands.
class QrItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ui::QrCode code READ code WRITE setCode NOTIFY codeChanged)
public:
    explicit QrItem(QQuickItem* parent = nullptr);

    [[nodiscard]] const QrCode& code() const { return m_code; }
    void setCode(const QrCode& code);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void codeChanged();

private:
    QrCode m_code;
};

} // namespace ui
