#pragma once

#include "crypto/SecretBytes.h"

#include <QImage>
#include <QString>

#include <expected>

namespace ui {

/// Reads QR codes from pictures, and from the pages of a PDF, and tells the kinds of codes apart that people may show us (S-36).
/// What it reads may be a secret.
///
/// Thread: any. Nothing is kept, logged or sent.
class CodeReader {
public:
    enum class Kind {
        Key,          ///< a key code: the 48 characters of a key sheet
        Verification, ///< compares two devices or two people
        SignIn,       ///< signs another device in
        Contact,      ///< a person's contact
        Other,
    };
    enum class Failure {
        NotReadable,    ///< no such file, neither a picture nor a PDF, or a damaged picture
        TooLarge,       ///< a picture of more than `mostPixels`
        NoCode,         ///< a picture without a QR code, or one too blurred
        PdfNotReadable, ///< a damaged PDF, or one without pages
        PdfProtected,   ///< opens with a password only
        PdfTooLarge,    ///< more than PdfPages::mostBytes
        PdfNoCode,      ///< none on the first PdfPages::mostPages pages
        TooSlow,        ///< the file keeps us busy for too long
        SeveralFiles,   ///< one at a time
    };

    static constexpr qint64 mostPixels = 50'000'000;

    /// By content only. White space in a key code does not matter.
    static Kind classify(QByteArrayView content);
    /// The content of the code in `image`. If there are several, a key code comes first.
    static std::expected<crypto::SecretBytes, Failure> read(const QImage& image);
    /// The same for a picture in a file: PNG, JPEG, WebP, GIF or BMP, or the first pages of a PDF. Known by content and not by
    /// name.
    static std::expected<crypto::SecretBytes, Failure> readFile(const QString& path);
};

} // namespace ui
