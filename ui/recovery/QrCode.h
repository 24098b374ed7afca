#pragma once

#include "crypto/SecretBytes.h"

#include <QObject>
#include <QRectF>
#include <QtQml/qqml.h>

#include <memory>

class QPainter;

namespace ui {

/// A QR code (ISO/IEC 18004) as a square of dark and light modules. Its content may be a secret: the modules are wiped with the
/// last copy, and nothing prints them.
class QrCode {
    Q_GADGET
    QML_VALUE_TYPE(qrCode)
    Q_PROPERTY(bool isNull READ isNull)
public:
    /// How much of the code may be covered or dirty: about 15, 25 and 30 %. High for paper, Medium for a screen.
    enum class Correction { Medium, Quartile, High };

    /// Light border that readers need, in modules.
    static constexpr int quietZone = 4;

    QrCode() = default;
    /// In byte mode, so that any reader gives back the same bytes. Null if `content` is empty or longer than a code can hold.
    static QrCode of(QByteArrayView content, Correction correction);

    [[nodiscard]] bool isNull() const { return m_modules == 0; }
    /// Modules a side, without and with the quiet zone.
    [[nodiscard]] int modules() const { return m_modules; }
    [[nodiscard]] int side() const { return isNull() ? 0 : m_modules + 2 * quietZone; }
    /// Counted from the upper left corner, without the quiet zone; light outside.
    [[nodiscard]] bool isDark(int column, int row) const;

    /// Black on white with its quiet zone, as the largest centred square in `place`.
    void paint(QPainter& painter, const QRectF& place) const;

private:
    int m_modules = 0;
    std::shared_ptr<const crypto::SecretBytes> m_dark; // one byte a module, row by row
};

} // namespace ui
