#include "tests/ui/Speaking.h"
#include "ui/recovery/TaggedPdf.h"

#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using Role = TaggedPdf::Role;

namespace {

TaggedPdf::Paint word(const QString& text, qreal y)
{
    return [=](QPainter& painter, const QRectF&) {
        QFont font(u"Inter"_s);
        font.setPixelSize(50);
        painter.setFont(font);
        painter.drawText(QPointF(300, y), text);
    };
}

/// What another program reads in the file: it is not ours to judge.
QString structureOf(const QByteArray& pdf, const QString& option)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"page.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    QProcess reader;
    reader.start(u"pdfinfo"_s, {option, file.fileName()});
    REQUIRE(reader.waitForFinished());
    CHECK(reader.readAllStandardError().isEmpty());
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

TEST_CASE("a tagged page says its parts in the order in which they were added", "[keysheet]")
{
    TaggedPdf pdf(u"Titel"_s, QLocale(QLocale::German));
    pdf.add(Role::Heading, {}, word(u"Oben"_s, 300));
    pdf.add(Role::ListItem, {}, word(u"Eins"_s, 900)); // the place does not matter
    pdf.add(Role::ListItem, u"groß Z, w, e, i"_s, word(u"Zwei"_s, 600));
    pdf.add(Role::Artifact, {}, word(u"Strich"_s, 700));
    pdf.add(Role::Figure, u"Ein Bild"_s, word(u"Bild"_s, 1'000));
    pdf.add(Role::Label, {}, word(u"Nummer"_s, 1'200));
    pdf.add(Role::ListItem, {}, word(u"Drei"_s, 1'250));
    pdf.add(Role::ListItem, {}, word(u"Vier"_s, 1'300));
    pdf.add(Role::Paragraph, {}, word(u"Unten"_s, 1'400));
    const QByteArray whole = pdf.finish();
    REQUIRE(whole.startsWith("%PDF-1.7"));
    const QString structure = structureOf(whole, u"-struct-text"_s).simplified();
    INFO(structure.toStdString());
    const QString expected =
        u"Document H1 (block) \"Oben\" L (block) LI (block) LBody (block) \"Eins\" LI (block) LBody (block) \"Zwei\" "
        "Figure \"Bild\" L (block) LI (block) Lbl (block) \"Nummer\" LBody (block) \"Drei\" LI (block) LBody (block) \"Vier\" "
        "P (block) \"Unten\""_s;
    CHECK(structure.toStdString() == expected.toStdString());
    CHECK(whole.contains("/Marked true"));
    CHECK(whole.contains("/Lang (de)"));
    CHECK(whole.contains("/Alt (Ein Bild)"));
    const QString facts = structureOf(whole, u"-box"_s);
    CHECK(facts.contains(QRegularExpression(u"Tagged: +yes"_s)));
    CHECK(facts.contains(QRegularExpression(u"Pages: +1\\n"_s)));
    CHECK(facts.contains(u"(A4)"));
}
