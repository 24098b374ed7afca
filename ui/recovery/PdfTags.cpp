#include "ui/recovery/PdfTags.h"

#include <QLoggingCategory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <string>

namespace ui {

namespace {

Q_LOGGING_CATEGORY(log, "tim.ui.recovery")

using Object = QPDFObjectHandle;

Object text(const QString& text)
{
    return Object::newUnicodeString(text.toStdString());
}

const char* nameOf(PdfRole role)
{
    switch (role) {
    case PdfRole::Heading:
        return "/H1";
    case PdfRole::Label:
        return "/Lbl";
    case PdfRole::ListItem:
        return "/LBody";
    case PdfRole::Figure:
        return "/Figure";
    case PdfRole::Paragraph:
        return "/P";
    case PdfRole::Artifact:
        break;
    }
    return "/Artifact";
}

/// Turns a file with one page for each part into one page with all of them, and says what they are.
class Tagging {
public:
    Tagging(QPDF& pdf, const std::vector<PdfPart>& parts, const QString& language)
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

    Object child(const Object& parent, const char* name)
    {
        Object made = element("/StructElem");
        made.replaceKey("/S", Object::newName(name));
        made.replaceKey("/P", parent);
        return made;
    }

    Object childOf(Object parent, const char* name)
    {
        const Object made = child(parent, name);
        if (!parent.hasKey("/K"))
            parent.replaceKey("/K", Object::newArray());
        parent.getKey("/K").appendItem(made);
        return made;
    }

    // Where the element of the part belongs: items that follow each other share a list.
    Object place(PdfRole role)
    {
        const bool isLabel = role == PdfRole::Label;
        if (!isLabel && role != PdfRole::ListItem) {
            m_list = m_labelled = Object::newNull();
            return m_document;
        }
        if (m_list.isNull())
            m_list = childOf(m_document, "/L");
        const Object item = isLabel || m_labelled.isNull() ? childOf(m_list, "/LI") : m_labelled;
        m_labelled = isLabel ? item : Object::newNull();
        return item;
    }

    void merge()
    {
        std::string content;
        Object drawings = Object::newDictionary();
        int count = 0;
        for (size_t i = 0; i < m_parts.size(); ++i) {
            const PdfPart& part = m_parts[i];
            const std::string name = "/Part" + std::to_string(i);
            drawings.replaceKey(name, m_drawn[i].getFormXObjectForPage());
            if (part.role == PdfRole::Artifact) {
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
    const std::vector<PdfPart>& m_parts;
    std::vector<QPDFPageObjectHelper> m_drawn; // one for each part
    Object m_page;
    Object m_tree;
    Object m_document;
    Object m_list = Object::newNull();
    Object m_labelled = Object::newNull(); // the item that has only its label yet
    Object m_marked = Object::newArray();
};

QByteArray tagged(const QByteArray& drawn, const std::vector<PdfPart>& parts, const QString& language)
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

QByteArray withTags(const QByteArray& drawn, const std::vector<PdfPart>& parts, const QString& language)
{
    // The library reports what it cannot do by exceptions: they end here.
    try {
        return tagged(drawn, parts, language);
    } catch (const std::exception&) {
        qCWarning(log, "a page could not be tagged");
        return {};
    }
}

} // namespace ui
