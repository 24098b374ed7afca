#pragma once

#include "ui/recovery/PdfTags.h"

#include <QByteArray>
#include <QLocale>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>

class QPainter;

namespace ui {

/// A PDF of one page A4 that says what its parts are, in reading order, so that a screen reader finds its way (ISO 32000-1, 14.7
/// and 14.8). Qt draws; the structure is added afterwards, part by part.
///
/// The title is all that it says about itself. Needs a QGuiApplication.
class TaggedPdf {
public:
    using Role = PdfRole;
    /// Draws one part. The rectangle is the whole page.
    using Paint = std::function<void(QPainter& painter, const QRectF& page)>;

    TaggedPdf(const QString& title, const QLocale& language);
    ~TaggedPdf();

    /// Adds what is read after everything before. `spoken` is read instead of the text that is drawn, and is needed for a figure.
    void add(Role role, const QString& spoken, const Paint& paint);

    /// The whole file, once. Empty if it cannot be made.
    [[nodiscard]] QByteArray finish();

private:
    struct Drawing;
    std::unique_ptr<Drawing> m_drawing;
};

} // namespace ui
