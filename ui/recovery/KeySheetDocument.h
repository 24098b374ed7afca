#pragma once

#include "core/services/recovery/RecoveryService.h"
#include "ui/profile/AccountOwner.h"
#include "ui/recovery/QrCode.h"
#include "ui/recovery/TaggedPdf.h"

#include <QLocale>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QPainter;
class QRectF;

namespace ui {

/// The key sheet on paper: one page A4 with the code as QR code and in groups, whose it is, and how to keep it (product B3).
///
/// The code stands on the page and nowhere else: not in the title, the metadata or the suggested name (S-51). Texts are in the
/// language of the moment.
class KeySheetDocument {
public:
    enum class Result { Saved, NotWritable, NoRoom };

    /// `code`: the 48 characters, white space does not matter.
    KeySheetDocument(AccountOwner owner, core::KeySheetFacts facts, std::shared_ptr<const crypto::SecretBytes> code,
                     const QLocale& locale);

    /// "Schluessel-Blatt.pdf": holds neither name nor code.
    static QString suggestedFileName();
    /// What stands above the page, and in its metadata.
    static QString title();

    /// The whole page into `page`, which has the proportions of A4. Needs a QGuiApplication and the fonts of the program.
    void paint(QPainter& painter, const QRectF& page) const;
    /// The page as a PDF that is tagged for screen readers. Empty if it cannot be made.
    [[nodiscard]] crypto::SecretBytes pdf() const;
    /// The same for a screen reader: headings, a list of facts, the groups in reading order with their spoken form. One file,
    /// UTF-8, which loads nothing.
    [[nodiscard]] QByteArray html() const;

    /// Replaces the file at `path`, as a PDF or, if its name ends with .html, as the page for screen readers. Only the own user
    /// may read it. Nothing is left of it if it fails.
    [[nodiscard]] Result save(const QString& path) const;

    /// Four characters each, as displayed.
    static QStringList groups(QByteArrayView code);
    /// How a group is read aloud: "capital E, s, capital T, j". Upper and lower case matter (A19).
    static QString spoken(const QString& group);

private:
    struct Fact {
        QString title;
        QString value;
    };
    using Element = std::function<void(TaggedPdf::Role role, const QString& spoken, const TaggedPdf::Paint& part)>;

    [[nodiscard]] std::vector<Fact> facts() const;
    /// Hands out the parts of the page in reading order. Each has to be painted before the next: it says where that begins.
    void compose(const Element& element) const;

    AccountOwner m_owner;
    core::KeySheetFacts m_facts;
    std::shared_ptr<const crypto::SecretBytes> m_code;
    QLocale m_locale;
    QrCode m_qr;
};

} // namespace ui
