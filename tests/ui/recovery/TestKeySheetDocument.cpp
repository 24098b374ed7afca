#include "tests/ui/Speaking.h"
#include "ui/recovery/CodeReader.h"
#include "ui/recovery/KeySheetDocument.h"

#include <QDirIterator>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray code = "EsTj 3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd";

struct Fixture {
    Fixture()
    {
        QDirIterator fonts(u":/fonts"_s);
        while (fonts.hasNext())
            QFontDatabase::addApplicationFont(fonts.next());
    }
    Speaking german{u"de"_s};

    [[nodiscard]] static KeySheetDocument document(const QString& name = u"Erika Mustermann"_s)
    {
        core::KeySheetFacts facts;
        facts.user = fixtures::userId("@a123456780:kasse.example");
        facts.created = fixtures::at(0, 9, 0);
        facts.shortKeyId = u"bmur2d"_s;
        const AccountOwner owner{.name = name,
                                 .address = facts.user.toString(),
                                 .insurer = u"Muster-Krankenkasse"_s,
                                 .insurerPhone = u"+49 30 23125 001"_s,
                                 .insurerHours = u"Täglich rund um die Uhr"_s};
        return {owner, facts, std::make_shared<const crypto::SecretBytes>(crypto::SecretBytes::fromBytes(code)), QLocale()};
    }
    [[nodiscard]] static QImage page(const KeySheetDocument& sheet)
    {
        QImage image(1'240, 1'754, QImage::Format_RGB32); // A4 at 150 dots an inch
        image.fill(Qt::red);
        QPainter painter(&image);
        sheet.paint(painter, image.rect());
        return image;
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    /// What a PDF says about itself, as text: everything but its compressed streams, which are the page and the fonts.
    static QString metadata(QByteArray pdf)
    {
        qsizetype begin = 0;
        while ((begin = pdf.indexOf(">>\nstream", begin)) >= 0) {
            const qsizetype end = pdf.indexOf("endstream", begin);
            REQUIRE(end > begin);
            const qsizetype dictionary = pdf.lastIndexOf("<<", begin);
            if (pdf.sliced(dictionary, begin - dictionary).contains("/FlateDecode"))
                pdf.remove(begin, end - begin);
            else
                begin = end;
        }
        QString said = QString::fromLatin1(pdf);
        static const QRegularExpression hexadecimal(u"<([0-9a-f]+)>"_s); // how texts may be written
        for (auto match = hexadecimal.match(said); match.hasMatch(); match = hexadecimal.match(said)) {
            const QByteArray text = QByteArray::fromHex(match.captured(1).toLatin1());
            said.replace(match.capturedStart(), match.capturedLength(), u'(' + QString::fromLatin1(text) + u')');
        }
        return said.remove(QChar(u'\0')).remove(u'\\');
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "the QR code on the page gives the 48 characters back", "[keysheet]")
{
    const QImage image = page(document());
    const auto read = CodeReader::read(image);
    REQUIRE(read);
    CHECK(read->bytes() == QByteArray(code).replace(" ", ""));
    CHECK(CodeReader::classify(read->bytes()) == CodeReader::Kind::Key);
}

TEST_CASE_METHOD(Fixture, "the QR code is at least 50 mm, the page stays white around, and nothing is cut off", "[keysheet]")
{
    // The longest address there is.
    const QImage image = page(document(QString(100, u'W')));
    CHECK(CodeReader::read(image));
    const auto isEmpty = [&](const QRect& place) {
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = place.left(); x <= place.right(); ++x) {
                if (image.pixelColor(x, y) != Qt::white)
                    return false;
            }
        }
        return true;
    };
    const int border = 1'240 / 210 * 15; // 15 mm
    CHECK(isEmpty(QRect(0, 0, border, 1'754)));
    CHECK(isEmpty(QRect(1'240 - border, 0, border, 1'754)));
    CHECK(isEmpty(QRect(0, 1'754 - border, 1'240, border)));
    CHECK(!isEmpty(QRect(border, border, 1'000, 1'000)));
    // The longest row of dark and light modules without its quiet zone: two finder patterns lie in its first row.
    int left = 1'240;
    int right = 0;
    for (int y = 0; y < 1'754; ++y) {
        int run = 0;
        for (int x = 0; x < 1'240; ++x) {
            run = image.pixelColor(x, y) == Qt::black ? run + 1 : 0;
            if (run > 45) { // seven modules: no letter is as wide
                left = std::min(left, x - run + 1);
                right = std::max(right, x);
            }
        }
        if (right > left)
            break; // the line of the page comes later
    }
    CHECK((right - left) * 210.0 / 1'240 >= 50.0);
}

TEST_CASE_METHOD(Fixture, "a stain on a tenth of the QR code on paper does not matter", "[keysheet]")
{
    QImage image = page(document());
    // The code is the largest area of dark modules: between the rows of its upper and lower finder patterns.
    int top = 0;
    int bottom = 0;
    for (int y = 300; y < 900; ++y) {
        int dark = 0;
        for (int x = 460; x < 780; ++x)
            dark += image.pixelColor(x, y) == Qt::black ? 1 : 0;
        if (dark > 90) {
            top = top ? top : y;
            bottom = y;
        }
    }
    REQUIRE(bottom - top > 250);
    const int edge = bottom - top;
    const int stain = edge * 32 / 100;
    QPainter painter(&image);
    painter.fillRect(QRect(620 - stain / 2, (top + bottom - stain) / 2, stain, stain), Qt::gray);
    painter.end();
    const auto read = CodeReader::read(image);
    REQUIRE(read);
    CHECK(read->bytes() == QByteArray(code).replace(" ", ""));
}

TEST_CASE_METHOD(Fixture, "the fonts of the page are those of the program, and the groups are larger than 14 points",
                 "[keysheet]")
{
    CHECK(QFontDatabase::families().contains(u"Inter"_s));
    CHECK(QFontDatabase::families().contains(u"Noto Sans Mono"_s));
    // Taller capital letters than those of 14 points in the upper row of groups.
    const QImage image = page(document());
    QFont smallest(u"Noto Sans Mono"_s);
    smallest.setPixelSize(qRound(14 * 150 / 72.0));
    const int capital = qRound(QFontMetricsF(smallest).capHeight());
    // The first group begins with an E, whose stem is a column of black pixels right of the margin.
    int tallest = 0;
    for (int x = 150; x < 190; ++x) {
        int run = 0;
        for (int y = 800; y < 1'300; ++y) {
            run = qGray(image.pixel(x, y)) < 110 ? run + 1 : 0;
            tallest = std::max(tallest, run);
        }
    }
    CHECK(tallest >= capital);
}

TEST_CASE_METHOD(Fixture,
                 "a saved PDF is one page that only its owner may read and that holds no group of the code in its metadata",
                 "[keysheet]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"Blatt.pdf"_s);
    { // an older file that everybody may read is replaced
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther);
    }
    REQUIRE(document().save(path) == KeySheetDocument::Result::Saved);
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther | QFileDevice::ExeOther;
    CHECK(!(QFile::permissions(path) & others));
    CHECK(QFile::permissions(path).testFlag(QFileDevice::ReadOwner));
    const QByteArray pdf = contentOf(path);
    CHECK(pdf.startsWith("%PDF-"));
    CHECK(pdf.contains("/Count 1"));
    CHECK(pdf.contains("NotoSansMono")); // the font is in the file
    const QString said = metadata(pdf);
    CHECK(said.size() < pdf.size() / 2);
    CHECK(said.contains(u"FdV Messenger"));
    CHECK(said.contains(u"ssel-Blatt"));
    for (const QString& group : KeySheetDocument::groups(code)) {
        CHECK(!said.contains(group));
        CHECK(!KeySheetDocument::suggestedFileName().contains(group));
    }
    CHECK(!said.contains(u"a123456780"));
    CHECK(!said.contains(u"Mustermann"));
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u"Blatt.pdf"_s});
}

TEST_CASE_METHOD(Fixture, "a screen reader finds all of the page in a PDF: title, facts, QR code, groups and sentences",
                 "[keysheet]")
{
    const auto file = document().pdf();
    const QByteArray pdf = file.bytes().toByteArray();
    const auto elements = [&](const char* name) { return pdf.count(QByteArray("/S /") + name + " "); };
    CHECK(pdf.contains("/Marked true"));
    CHECK(pdf.contains("/Lang (de)"));
    CHECK(elements("H1") == 1);
    CHECK(elements("Figure") == 1);
    CHECK(elements("L") == 2);       // facts; groups
    CHECK(elements("LI") == 6 + 12); // name, address, insurer, telephone, date, mark
    CHECK(elements("Lbl") == 6);
    CHECK(elements("P") == 4);
    CHECK(pdf.count("/Alt ") == 1 + 12);
}

TEST_CASE_METHOD(Fixture, "what cannot be written says so and leaves nothing", "[keysheet]")
{
    const QTemporaryDir folder;
    CHECK(document().save(folder.filePath(u"missing/Blatt.pdf"_s)) == KeySheetDocument::Result::NotWritable);
    CHECK(document().save(folder.path()) == KeySheetDocument::Result::NotWritable);
    CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE_METHOD(Fixture, "the page for screen readers says everything the paper says, letter by letter", "[keysheet]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"Blatt.html"_s);
    REQUIRE(document(u"Erika <b>Mustermann"_s).save(path) == KeySheetDocument::Result::Saved);
    CHECK(!(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    const QString html = QString::fromUtf8(contentOf(path));
    CHECK(html.contains(u"<html lang=\"de\">"));
    CHECK(html.contains(u"<title>Schlüssel-Blatt</title>"));
    CHECK(html.contains(u"Erika &lt;b&gt;Mustermann"));
    CHECK(html.contains(u"@a123456780:kasse.example"));
    CHECK(html.contains(u"24. November 2026"));
    CHECK(html.contains(u"bmur2d"));
    CHECK(html.contains(u"<dt>Krankenkasse</dt><dd>Muster-Krankenkasse</dd>"));
    CHECK(html.contains(u"<dt>Hilfe am Telefon</dt><dd>+49 30 23125 001\nTäglich rund um die Uhr</dd>"));
    CHECK(html.contains(u"<code>EsTj</code> (groß E, s, groß T, j)"));
    CHECK(html.count(u"<li>") == 12);
    CHECK(html.count(u"<p>") == 3);
    static const QRegularExpression loads(u"(src|href|url\\(|<script|<link)"_s);
    CHECK(!loads.match(html).hasMatch());
}

TEST_CASE_METHOD(Fixture, "the sheet speaks the language of the moment", "[keysheet]")
{
    const Speaking english(u"en"_s);
    const QString html = QString::fromUtf8(document().html());
    CHECK(html.contains(u"<html lang=\"en\">"));
    CHECK(html.contains(u"<h1>Key sheet</h1>"));
    CHECK(html.contains(u"(capital E, s, capital T, j)"));
    CHECK(KeySheetDocument::suggestedFileName() == u"Key-sheet.pdf");
}

TEST_CASE("a code falls into groups of four, however it is written", "[keysheet]")
{
    CHECK(KeySheetDocument::groups(code).size() == 12);
    CHECK(KeySheetDocument::groups(code).join(u' ') == QString::fromLatin1(code));
    CHECK(KeySheetDocument::groups(QByteArray(code).replace(" ", "\n")) == KeySheetDocument::groups(code));
    CHECK(KeySheetDocument::groups("abcde") == QStringList{u"abcd"_s, u"e"_s});
    CHECK(KeySheetDocument::groups("").isEmpty());
}
