#include "ui/recovery/CodeReader.h"

#include "ui/recovery/PdfPages.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QSet>

#include <algorithm>
#include <exception>

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

namespace ui {

using Failure = CodeReader::Failure;

namespace {

#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints; // before zxing-cpp 2.2
#endif

/// Longest side a picture is read at: enough for a code that fills a tenth of it.
constexpr int longestSide = 4'096;

bool isBase58(char c)
{
    return (c >= '1' && c <= '9') || (c >= 'A' && c <= 'Z' && c != 'I' && c != 'O') || (c >= 'a' && c <= 'z' && c != 'l');
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isKeyCode(QByteArrayView content)
{
    constexpr int length = 48;
    constexpr QByteArrayView prefix("Es"); // both bytes of the prefix that every key code has
    int count = 0;
    for (const char c : content) {
        if (isSpace(c))
            continue;
        if (!isBase58(c) || count == length || (count < prefix.size() && c != prefix[count]))
            return false;
        ++count;
    }
    return count == length;
}

std::expected<crypto::SecretBytes, Failure> scan(const QImage& grey)
{
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    Options options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryHarder(true);
    options.setTryRotate(true);
    crypto::SecretBytes best;
    // A picture is anything that a person chose: what the library throws is "no code".
    try {
        for (const auto& found : ZXing::ReadBarcodes(view, options)) {
            if (!found.isValid())
                continue;
            const auto& bytes = found.bytes();
            crypto::SecretBytes content(std::span(bytes.data(), bytes.size()));
            const bool isKey = CodeReader::classify(content.bytes()) == CodeReader::Kind::Key;
            if (isKey || best.isEmpty())
                best = std::move(content);
            if (isKey)
                break;
        }
    } catch (const std::exception&) {
        return std::unexpected(Failure::NoCode);
    }
    if (best.isEmpty())
        return std::unexpected(Failure::NoCode);
    return best;
}

Failure because(PdfPages::Failure failure)
{
    switch (failure) {
    case PdfPages::Failure::NotReadable:
        break;
    case PdfPages::Failure::Protected:
        return Failure::PdfProtected;
    case PdfPages::Failure::TooLarge:
        return Failure::PdfTooLarge;
    case PdfPages::Failure::TooSlow:
        return Failure::TooSlow;
    }
    return Failure::PdfNotReadable;
}

/// The code on the first pages; if there are several, a key code comes first.
std::expected<crypto::SecretBytes, Failure> readPdf(QIODevice& file)
{
    crypto::SecretBytes best;
    const auto failure = PdfPages::each(file, [&best](const QImage& page) {
        auto found = CodeReader::read(page);
        const bool isKey = found && CodeReader::classify(found->bytes()) == CodeReader::Kind::Key;
        if (isKey || (found && best.isEmpty()))
            best = std::move(*found);
        return isKey;
    });
    if (!best.isEmpty())
        return best;
    return std::unexpected(failure ? because(*failure) : Failure::PdfNoCode);
}

} // namespace

CodeReader::Kind CodeReader::classify(QByteArrayView content)
{
    // Spec: Matrix v1.11, "QR code format"; MSC4388 for signing in.
    if (content.startsWith(QByteArrayView("MATRIX\x02", 7)))
        return Kind::Verification;
    if (content.startsWith(QByteArrayView("MATRIX\x03", 7)))
        return Kind::SignIn;
    if (isKeyCode(content))
        return Kind::Key;
    const auto beginsWith = [content](QByteArrayView word) {
        return content.size() >= word.size() && content.first(word.size()).compare(word, Qt::CaseInsensitive) == 0;
    };
    if (beginsWith("BEGIN:VCARD") || beginsWith("matrix:"))
        return Kind::Contact;
    return Kind::Other;
}

std::expected<crypto::SecretBytes, Failure> CodeReader::read(const QImage& image)
{
    if (image.isNull())
        return std::unexpected(Failure::NotReadable);
    if (qint64{image.width()} * image.height() > mostPixels)
        return std::unexpected(Failure::TooLarge);
    if (image.format() == QImage::Format_Grayscale8)
        return scan(image);
    // What is transparent is paper.
    QImage opaque(image.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, image);
    return scan(opaque.convertToFormat(QImage::Format_Grayscale8));
}

std::expected<crypto::SecretBytes, Failure> CodeReader::readFile(const QString& path)
{
    QFile file(path);
    // A pipe or a device would never end.
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return std::unexpected(Failure::NotReadable);
    if (file.peek(5) == "%PDF-")
        return readPdf(file);
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    // Never SVG: a drawing may name other files.
    static const QSet<QByteArray> known{"png", "jpeg", "jpg", "webp", "gif", "bmp"};
    if (!reader.canRead() || !known.contains(reader.format()))
        return std::unexpected(Failure::NotReadable);
    const QSize size = reader.size();
    if (!size.isValid())
        return std::unexpected(Failure::NotReadable);
    if (qint64{size.width()} * size.height() > mostPixels)
        return std::unexpected(Failure::TooLarge);
    if (std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    // 50 megapixels need more than Qt allows by itself.
    const int allowed = QImageReader::allocationLimit();
    QImageReader::setAllocationLimit(std::max(allowed, 256));
    const QImage image = reader.read();
    QImageReader::setAllocationLimit(allowed);
    return read(image);
}

} // namespace ui
