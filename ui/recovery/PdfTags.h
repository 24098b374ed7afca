#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace ui {

/// What a part of a page is.
enum class PdfRole {
    Heading,
    Label,    ///< what the list item that follows is called
    ListItem, ///< those that follow each other, with their labels, are one list
    Figure,
    Paragraph,
    Artifact, ///< a line, a background: nothing to read
};

struct PdfPart {
    PdfRole role = PdfRole::Paragraph;
    QString spoken; ///< read instead of the text; empty for the text itself
};

/// Makes of `drawn`, a PDF with one page for each part, a PDF with one page that has all of them and says what they are.
/// `language`: "de". Empty if it cannot be made.
///
/// The only place that sees qpdf, and the only one in C++17: clang does not compile the headers of qpdf 11 in C++23.
QByteArray withTags(const QByteArray& drawn, const std::vector<PdfPart>& parts, const QString& language);

} // namespace ui
