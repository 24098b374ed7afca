#include "ui/recovery/TaggedPdf.h"

#include "crypto/SecretBytes.h"

#include <QBuffer>
#include <QLoggingCategory>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <vector>

namespace ui {

namespace {

Q_LOGGING_CATEGORY(log, "tim.ui.recovery")

using Object = QPDFObjectHandle;

struct Part {
    TaggedPdf::Role role;
    QString spoken;
};

Object text(const QString& text)
{
    return Object::newUnicodeString(text.toStdString());
}

const char* nameOf(TaggedPdf::Role role)
{
    switch (role) {
    case TaggedPdf::Role::Heading:
        return "/H1";
    case TaggedPdf::Role::Label:
        return "/Lbl";
    case TaggedPdf::Role::ListItem:
        return "/LBody";
    case TaggedPdf::Role::Figure:
        return "/Figure";
    case TaggedPdf::Role::Paragraph:
        return "/P";
    case TaggedPdf::Role::Artifact:
        break;
    }
    return "/Artifact";
}

/// Turns a file with one page for each part into one page with all of them, and says what they are.
class Tagging {
public:
    Tagging(QPDF& pdf, const std::vector<Part>& parts, const QString& language)
        : m_pdf(pdf)
        , m_parts(parts)
        , m_drawn(QPDFPageDocumentHelper(pdf).getAllPages())
        , m_page(pdf.makeIndirectObject(Object::parse("<</Type /Page>>")))
        , m_tree(element("/StructTreeRoot"))
        , m_document(child(m_tree, "/Document"))
    {
        m_tree.replaceKey("/K", m_document);
        merge();
        describe(language);
    }

private:
    Object element(const char* type)
    {
        Object made = m_pdf.makeIndirectObject(Object::newDictionary());
        made.replaceKey("/Type", Object::newName(type));
        return made;
    }

    Object child(Object parent, const char* name)
    {
        Object made = element("/StructElem");
        made.replaceKey("/S", Object::newName(name));
        made.replaceKey("/P", parent);
        return made;
    }

    Object childOf(Object parent, const char* name)
    {
        Object made = child(parent, name);
        if (!parent.hasKey("/K"))
            parent.replaceKey("/K", Object::newArray());
        parent.getKey("/K").appendItem(made);
        return made;
    }

    // Where the element of the part belongs: items that follow each other share a list.
    Object place(TaggedPdf::Role role)
    {
        const bool isLabel = role == TaggedPdf::Role::Label;
        if (!isLabel && role != TaggedPdf::Role::ListItem) {
            m_list = m_labelled = Object::newNull();
            return m_document;
        }
        if (m_list.isNull())
            m_list = childOf(m_document, "/L");
        Object item = isLabel || m_labelled.isNull() ? childOf(m_list, "/LI") : m_labelled;
        m_labelled = isLabel ? item : Object::newNull();
        return item;
    }

    void merge()
    {
        std::string content;
        Object drawings = Object::newDictionary();
        int count = 0;
        for (size_t i = 0; i < m_parts.size(); ++i) {
            const Part& part = m_parts[i];
            const std::string name = "/Part" + std::to_string(i);
            drawings.replaceKey(name, m_drawn[i].getFormXObjectForPage());
            if (part.role == TaggedPdf::Role::Artifact) {
                content += "/Artifact BMC";
            } else {
                Object made = childOf(place(part.role), nameOf(part.role));
                made.replaceKey("/Pg", m_page);
                made.replaceKey("/K", Object::newInteger(count));
                if (!part.spoken.isEmpty())
                    made.replaceKey("/Alt", text(part.spoken));
                m_marked.appendItem(made);
                content += std::string(nameOf(part.role)) + " <</MCID " + std::to_string(count++) + ">> BDC";
            }
            content += " q " + name + " Do Q EMC\n";
        }
        Object resources = Object::newDictionary();
        resources.replaceKey("/XObject", drawings);
        m_page.replaceKey("/Resources", resources);
        m_page.replaceKey("/Contents", Object::newStream(&m_pdf, content));
        m_page.replaceKey("/MediaBox", m_drawn.front().getMediaBox());
        QPDFPageDocumentHelper pages(m_pdf);
        for (const auto& page : m_drawn)
            pages.removePage(page);
        pages.addPage(m_page, true);
    }

    void describe(const QString& language)
    {
        m_page.replaceKey("/StructParents", Object::newInteger(0));
        m_page.replaceKey("/Tabs", Object::newName("/S"));
        Object numbers = Object::newArray();
        numbers.appendItem(Object::newInteger(0));
        numbers.appendItem(m_marked);
        Object byPage = Object::newDictionary();
        byPage.replaceKey("/Nums", numbers);
        m_tree.replaceKey("/ParentTree", m_pdf.makeIndirectObject(byPage));
        m_tree.replaceKey("/ParentTreeNextKey", Object::newInteger(1));
        Object root = m_pdf.getRoot();
        root.replaceKey("/StructTreeRoot", m_tree);
        root.replaceKey("/MarkInfo", Object::parse("<</Marked true>>"));
        root.replaceKey("/ViewerPreferences", Object::parse("<</DisplayDocTitle true>>"));
        root.replaceKey("/Lang", text(language));
    }

    QPDF& m_pdf;
    const std::vector<Part>& m_parts;
    std::vector<QPDFPageObjectHelper> m_drawn; // one for each part
    Object m_page;
    Object m_tree;
    Object m_document;
    Object m_list = Object::newNull();
    Object m_labelled = Object::newNull(); // the item that has only its label yet
    Object m_marked = Object::newArray();
};

QByteArray tagged(const QByteArray& drawn, const std::vector<Part>& parts, const QString& language)
{
    QPDF pdf;
    pdf.processMemoryFile("", drawn.constData(), static_cast<size_t>(drawn.size()));
    const Tagging tagging(pdf, parts, language);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto whole = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(whole->getBuffer()), static_cast<qsizetype>(whole->getSize())};
}

} // namespace

struct TaggedPdf::Drawing {
    QBuffer buffer;
    std::unique_ptr<QPdfWriter> writer;
    std::unique_ptr<QPainter> painter;
    std::vector<Part> parts;
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
    QByteArray whole;
    // The library reports what it cannot do by exceptions: they end here.
    try {
        whole = tagged(m_drawing->buffer.buffer(), m_drawing->parts, m_drawing->language);
    } catch (const std::exception&) {
        qCWarning(log, "a page could not be tagged");
    }
    crypto::wipe(m_drawing->buffer.buffer());
    return whole;
}

} // namespace ui
