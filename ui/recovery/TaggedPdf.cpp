#include "ui/recovery/TaggedPdf.h"

#include "crypto/SecretBytes.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <vector>

namespace ui {

struct TaggedPdf::Drawing {
    QBuffer buffer;
    std::unique_ptr<QPdfWriter> writer;
    std::unique_ptr<QPainter> painter;
    std::vector<PdfPart> parts;
    QString language;
};

TaggedPdf::TaggedPdf(const QString& title, const QLocale& language)
    : m_drawing(std::make_unique<Drawing>())
{
    m_drawing->language = language.bcp47Name().section(u'-', 0, 0);
    m_drawing->buffer.open(QIODevice::WriteOnly);
    m_drawing->writer = std::make_unique<QPdfWriter>(&m_drawing->buffer);
    QPdfWriter& writer = *m_drawing->writer;
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setResolution(300);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("FdV Messenger"));
    m_drawing->painter = std::make_unique<QPainter>(&writer);
}

TaggedPdf::~TaggedPdf() = default;

void TaggedPdf::add(Role role, const QString& spoken, const Paint& paint)
{
    QPdfWriter& writer = *m_drawing->writer;
    if (!m_drawing->parts.empty())
        writer.newPage();
    m_drawing->parts.push_back({role, spoken});
    paint(*m_drawing->painter, QRectF(0, 0, writer.width(), writer.height()));
}

QByteArray TaggedPdf::finish()
{
    m_drawing->painter->end();
    QByteArray whole = withTags(m_drawing->buffer.buffer(), m_drawing->parts, m_drawing->language);
    crypto::wipe(m_drawing->buffer.buffer());
    return whole;
}

} // namespace ui
