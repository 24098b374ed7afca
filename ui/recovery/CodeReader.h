#pragma once

#include "crypto/SecretBytes.h"

#include <QImage>
#include <QString>

#include <expected>

namespace ui {

/// Reads QR codes from pictures, and tells the kinds of codes apart that people may show us (S-36). What it reads may be a
/// secret.
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
        NotReadable, ///< no such file, not a picture, or a damaged one
        NotAPicture, ///< a PDF: it would have to be drawn first
        TooLarge,    ///< more than `mostPixels`
        NoCode,      ///< a picture without a QR code, or one too blurred
    };

    static constexpr qint64 mostPixels = 50'000'000;

    /// By content only. White space in a key code does not matter.
    static Kind classify(QByteArrayView content);
    /// The content of the code in `image`. If there are several, a key code comes first.
    static std::expected<crypto::SecretBytes, Failure> read(const QImage& image);
    /// The same for a picture in a file: PNG, JPEG, WebP, GIF or BMP, known by content and not by name.
    static std::expected<crypto::SecretBytes, Failure> readFile(const QString& path);
};

} // namespace ui
