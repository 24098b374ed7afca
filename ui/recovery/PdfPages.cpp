#include "ui/recovery/PdfPages.h"

#include <QElapsedTimer>
#include <QIODevice>
#include <QPdfDocument>

#include <algorithm>

namespace ui {

using Failure = PdfPages::Failure;

namespace {

constexpr qint64 longestMilliseconds = 10'000; // looked at between two pages

std::optional<Failure> whyNot(const QPdfDocument& document)
{
    switch (document.error()) {
    case QPdfDocument::Error::None:
        break;
    case QPdfDocument::Error::IncorrectPassword:
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return Failure::Protected;
    default:
        return Failure::NotReadable;
    }
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
        return Failure::NotReadable;
    return std::nullopt;
}

/// The page at `longestSide`, whatever it says about its size; null if it has none.
QImage draw(QPdfDocument& document, int page)
{
    const QSizeF points = document.pagePointSize(page);
    if (!(points.width() > 0) || !(points.height() > 0)) // also not a number
        return {};
    const QSize pixels = points.scaled(PdfPages::longestSide, PdfPages::longestSide, Qt::KeepAspectRatio).toSize();
    return document.render(page, pixels.expandedTo(QSize(1, 1)));
}

} // namespace

std::optional<Failure> PdfPages::each(QIODevice& file, const std::function<bool(const QImage&)>& take)
{
    if (file.size() > mostBytes)
        return Failure::TooLarge;
    QElapsedTimer clock;
    clock.start();
    QPdfDocument document;
    document.load(&file);
    if (const auto failure = whyNot(document))
        return failure;
    bool drawn = false;
    for (int page = 0; page < std::min(document.pageCount(), mostPages); ++page) {
        if (clock.hasExpired(longestMilliseconds))
            return Failure::TooSlow;
        const QImage image = draw(document, page);
        if (image.isNull())
            continue;
        drawn = true;
        if (take(image))
            return std::nullopt;
    }
    return drawn ? std::nullopt : std::optional(Failure::NotReadable);
}

} // namespace ui
