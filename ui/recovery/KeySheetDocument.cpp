#include "ui/recovery/KeySheetDocument.h"

#include "core/base/WriteWhole.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSaveFile>
#include <QTextOption>

namespace ui {

namespace {

constexpr qreal pageWidth = 210; // millimetres
constexpr qreal margin = 22;
constexpr qreal column = pageWidth - 2 * margin;
constexpr qreal codeSize = 64; // with its quiet zone: 1.3 mm a module
constexpr qreal millimetresPerPoint = 25.4 / 72;

QStringList sentences()
{
    return {//% "With this sheet you get your chats back on a new device."
            qtTrId("keysheet.purpose"),
            //% "Keep it like an identity card: do not take a photo of it and do not send it."
            qtTrId("keysheet.keep"),
            //% "The code alone is not enough: one also needs your sign-in."
            qtTrId("keysheet.notEnough")};
}

QByteArray withoutSpaces(QByteArrayView code)
{
    QByteArray characters;
    characters.reserve(code.size());
    for (const char c : code) {
        if (c > ' ')
            characters.append(c);
    }
    return characters;
}

/// Writes one thing below the other, in millimetres of the page.
class Pen {
public:
    Pen(QPainter& painter, const QRectF& page)
        : m_painter(painter)
        , m_page(page)
        , m_scale(page.width() / pageWidth)
    {
    }

    [[nodiscard]] QFont font(const QString& family, qreal points, QFont::Weight weight = QFont::Normal) const
    {
        QFont made(family);
        made.setPixelSize(std::max(1, qRound(points * millimetresPerPoint * m_scale)));
        made.setWeight(weight);
        return made;
    }
    [[nodiscard]] QRectF place(qreal x, qreal y, qreal width, qreal height) const
    {
        return {m_page.x() + x * m_scale, m_page.y() + y * m_scale, width * m_scale, height * m_scale};
    }
    /// Wraps, also inside of long words. Returns where the next thing begins.
    qreal write(const QString& text, const QFont& font, qreal x, qreal y, qreal width)
    {
        m_painter.setFont(font);
        m_painter.setPen(Qt::black);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        const QRectF room = place(x, y, width, 250);
        m_painter.drawText(room, text, option);
        const QRectF used = m_painter.boundingRect(room, text, option);
        return y + used.height() / m_scale;
    }
    void line(qreal y) { m_painter.fillRect(place(margin, y, column, 0.3), Qt::black); }

private:
    QPainter& m_painter;
    QRectF m_page;
    qreal m_scale;
};

} // namespace

KeySheetDocument::KeySheetDocument(AccountOwner owner, core::KeySheetFacts facts, std::shared_ptr<const crypto::SecretBytes> code,
                                   const QLocale& locale)
    : m_owner(std::move(owner))
    , m_facts(std::move(facts))
    , m_code(std::move(code))
    , m_locale(locale)
{
    QByteArray characters = withoutSpaces(m_code->bytes());
    m_qr = QrCode::of(characters, QrCode::Correction::High);
    crypto::wipe(characters);
}

QString KeySheetDocument::title()
{
    //: Title of the printed page
    //% "Key sheet"
    return qtTrId("keysheet.title");
}

QString KeySheetDocument::suggestedFileName()
{
    //: Name of a file: only letters, digits and hyphens
    //% "Key-sheet.pdf"
    return qtTrId("keysheet.fileName");
}

QStringList KeySheetDocument::groups(QByteArrayView code)
{
    QByteArray characters = withoutSpaces(code);
    QStringList groups;
    for (qsizetype at = 0; at < characters.size(); at += 4)
        groups.append(QString::fromLatin1(QByteArrayView(characters).sliced(at, std::min<qsizetype>(4, characters.size() - at))));
    crypto::wipe(characters);
    return groups;
}

QString KeySheetDocument::spoken(const QString& group)
{
    QStringList characters;
    for (const QChar character : group)
        //: A capital letter of a code, read aloud
        //% "capital %1"
        characters.append(character.isUpper() ? qtTrId("keysheet.capital").arg(character) : QString(character));
    return characters.join(QStringLiteral(", "));
}

std::vector<KeySheetDocument::Fact> KeySheetDocument::facts() const
{
    std::vector<Fact> facts;
    if (!m_owner.name.isEmpty())
        facts.push_back({qtTrId("profile.name"), m_owner.name});
    facts.push_back({qtTrId("profile.address"), m_facts.user.toString()});
    if (!m_owner.insurer.isEmpty())
        facts.push_back({qtTrId("profile.insurer"), m_owner.insurer});
    if (!m_owner.insurerPhone.isEmpty())
        //: Where to call, on the printed page: a phone number and when somebody answers
        //% "Help by phone"
        facts.push_back(
            {qtTrId("keysheet.phone"), QStringList{m_owner.insurerPhone, m_owner.insurerHours}.join(u'\n').trimmed()});
    if (m_facts.created.isKnown()) {
        const QString format = qtTrId("format.dateWithYear");
        //% "Made on"
        facts.push_back({qtTrId("keysheet.created"), m_locale.toString(m_facts.created.toLocalTime().date(), format)});
    }
    if (!m_facts.shortKeyId.isEmpty())
        //: Short name of the sheet, to tell an old one from a new one
        //% "Mark of this sheet"
        facts.push_back({qtTrId("keysheet.mark"), m_facts.shortKeyId});
    return facts;
}

void KeySheetDocument::compose(const Element& element) const
{
    using Role = TaggedPdf::Role;
    const QString text = QStringLiteral("Inter");
    const QString mono = QStringLiteral("Noto Sans Mono");
    qreal y = 20;
    element(Role::Heading, {}, [&](QPainter& painter, const QRectF& page) {
        Pen pen(painter, page);
        y = pen.write(title(), pen.font(text, 28, QFont::Bold), margin, y, column) + 4;
    });
    constexpr qreal titles = 52;
    for (const Fact& fact : facts()) {
        qreal left = y;
        element(Role::Label, {}, [&](QPainter& painter, const QRectF& page) {
            Pen pen(painter, page);
            left = pen.write(fact.title, pen.font(text, 12), margin, y, titles);
        });
        element(Role::ListItem, {}, [&](QPainter& painter, const QRectF& page) {
            Pen pen(painter, page);
            const QFont bold = pen.font(text, 12, QFont::DemiBold);
            y = std::max(left, pen.write(fact.value, bold, margin + titles, y, column - titles)) + 1.5;
        });
    }
    y += 6;
    //% "The key code as a QR code"
    element(Role::Figure, qtTrId("keysheet.qr.spoken"), [&](QPainter& painter, const QRectF& page) {
        m_qr.paint(painter, Pen(painter, page).place((pageWidth - codeSize) / 2, y, codeSize, codeSize));
    });
    y += codeSize + 6;

    // 12 groups in three rows, as wide as a person reads them aloud.
    const QStringList code = groups(m_code->bytes());
    constexpr int perRow = 4;
    constexpr qreal step = column / perRow;
    qreal bottom = y;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (i % perRow == 0 && i > 0)
            y = bottom + 2.5;
        element(Role::ListItem, spoken(code.at(i)), [&](QPainter& painter, const QRectF& page) {
            Pen pen(painter, page);
            const qreal x = margin + step * static_cast<qreal>(i % perRow) + 4;
            bottom = pen.write(code.at(i), pen.font(mono, 22), x, y, step - 4);
        });
    }
    y = bottom + 8;
    element(Role::Artifact, {}, [&](QPainter& painter, const QRectF& page) { Pen(painter, page).line(y); });
    y += 6;
    for (const QString& sentence : sentences()) {
        element(Role::Paragraph, {}, [&](QPainter& painter, const QRectF& page) {
            Pen pen(painter, page);
            y = pen.write(sentence, pen.font(text, 14), margin, y, column) + 3;
        });
    }
    element(Role::Paragraph, {}, [&](QPainter& painter, const QRectF& page) {
        Pen pen(painter, page);
        //% "Capital and small letters matter. Capital O, capital I, small L and the digit 0 never occur."
        pen.write(qtTrId("keysheet.letters"), pen.font(text, 11), margin, y + 3, column);
    });
}

void KeySheetDocument::paint(QPainter& painter, const QRectF& page) const
{
    painter.save();
    painter.fillRect(page, Qt::white);
    compose([&](TaggedPdf::Role, const QString&, const TaggedPdf::Paint& part) { part(painter, page); });
    painter.restore();
}

crypto::SecretBytes KeySheetDocument::pdf() const
{
    TaggedPdf pdf(title(), m_locale);
    compose([&](TaggedPdf::Role role, const QString& spoken, const TaggedPdf::Paint& part) { pdf.add(role, spoken, part); });
    QByteArray file = pdf.finish();
    auto secret = crypto::SecretBytes::fromBytes(file);
    crypto::wipe(file);
    return secret;
}

QByteArray KeySheetDocument::html() const
{
    QString html =
        QStringLiteral("<!doctype html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"robots\" content=\"noindex\">\n<title>%2</title>\n</head>\n<body>\n<h1>%2</h1>\n<dl>\n")
            .arg(m_locale.bcp47Name().section(u'-', 0, 0), title().toHtmlEscaped());
    for (const Fact& fact : facts())
        html += QStringLiteral("<dt>%1</dt><dd>%2</dd>\n").arg(fact.title.toHtmlEscaped(), fact.value.toHtmlEscaped());
    //% "Key code in twelve groups"
    html += QStringLiteral("</dl>\n<h2>%1</h2>\n<ol>\n").arg(qtTrId("keysheet.groups").toHtmlEscaped());
    for (const QString& group : groups(m_code->bytes()))
        html += QStringLiteral("<li><code>%1</code> (%2)</li>\n").arg(group.toHtmlEscaped(), spoken(group).toHtmlEscaped());
    html += QStringLiteral("</ol>\n");
    for (const QString& sentence : sentences())
        html += QStringLiteral("<p>%1</p>\n").arg(sentence.toHtmlEscaped());
    html += QStringLiteral("</body>\n</html>\n");
    return html.toUtf8();
}

KeySheetDocument::Result KeySheetDocument::save(const QString& path) const
{
    // Written in one piece at the end: a half sheet would be worse than none.
    crypto::SecretBytes content;
    if (path.endsWith(QStringLiteral(".html"), Qt::CaseInsensitive)) {
        QByteArray page = html();
        content = crypto::SecretBytes::fromBytes(page);
        crypto::wipe(page);
    } else {
        content = pdf();
    }
    QSaveFile file(path);
    // The permissions before the first byte is in it.
    if (content.isEmpty() || !file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Result::NotWritable;
    if (const auto end = core::writeWhole(file, content.bytes()); end != core::WriteResult::Written)
        return end == core::WriteResult::NoRoom ? Result::NoRoom : Result::NotWritable;
    return file.commit() ? Result::Saved : Result::NotWritable;
}

} // namespace ui
