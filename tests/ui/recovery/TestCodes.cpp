#include "ui/recovery/CodeReader.h"
#include "ui/recovery/PdfPages.h"
#include "ui/recovery/QrCode.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <sys/stat.h>

using namespace ui;
using namespace Qt::StringLiterals;
using Kind = CodeReader::Kind;
using Failure = CodeReader::Failure;
using Correction = QrCode::Correction;

namespace {

const QByteArray keyCode = "EsTj3ySTy93FSLpBjJszeAXc2XzAygD3w69HfGaNTKBjjXEd";

QImage picture(const QrCode& code, int pixels)
{
    QImage image(pixels, pixels, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    code.paint(painter, image.rect());
    return image;
}

/// A4; a page for every code, without one where it is empty.
QString pdfOf(const QTemporaryDir& folder, const QList<QByteArray>& codes)
{
    const QString path = folder.filePath(u"Blatt.dat"_s);
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawText(QPointF(writer.width() / 2.0, writer.height() / 2.0), u"Seite"_s);
        if (!codes[i].isEmpty())
            QrCode::of(codes[i], Correction::High).paint(painter, QRectF(0, 0, writer.width() / 4.0, writer.width() / 4.0));
    }
    painter.end();
    return path;
}

QByteArray readBack(const QImage& image)
{
    const auto content = CodeReader::read(image);
    return content ? content->bytes().toByteArray() : QByteArray();
}

} // namespace

TEST_CASE("what is written as a QR code is read again, byte for byte")
{
    const QByteArray verification("MATRIX\x02\x00\x00\x05!a:bc\xff\x80", 16);
    for (const QByteArray& content : {keyCode, verification, QByteArray("a"), QByteArray(700, 'x')}) {
        for (const Correction correction : {Correction::Medium, Correction::Quartile, Correction::High}) {
            const QrCode code = QrCode::of(content, correction);
            REQUIRE(!code.isNull());
            CHECK(readBack(picture(code, code.side() * 4)) == content);
        }
    }
}

TEST_CASE("a code that cannot be made is none")
{
    CHECK(QrCode().isNull());
    CHECK(QrCode::of({}, Correction::Medium).isNull());
    CHECK(QrCode::of(QByteArray(2'000, 'x'), Correction::High).isNull());
    CHECK(QrCode::of(QByteArray(5'000, 'x'), Correction::Medium).isNull());
    CHECK(QrCode().side() == 0);
    CHECK(!QrCode().isDark(0, 0));
}

TEST_CASE("the key code has the size on paper that was reckoned with, and its quiet zone is light")
{
    const QrCode code = QrCode::of(keyCode, Correction::High);
    CHECK(code.modules() == 41); // version 6
    CHECK(QrCode::of(keyCode, Correction::Medium).modules() < 41);
    CHECK(code.isDark(0, 0)); // corner of a finder pattern
    CHECK(!code.isDark(7, 7));
    CHECK(!code.isDark(-1, 0));
    CHECK(!code.isDark(41, 40));
    const QImage image = picture(code, code.side());
    for (int i = 0; i < code.side(); ++i) {
        for (int border = 0; border < QrCode::quietZone; ++border) {
            CHECK(image.pixelColor(i, border) == Qt::white);
            CHECK(image.pixelColor(border, i) == Qt::white);
            CHECK(image.pixelColor(i, code.side() - 1 - border) == Qt::white);
        }
    }
    CHECK(image.pixelColor(QrCode::quietZone, QrCode::quietZone) == Qt::black);
}

TEST_CASE("High correction reads on when a stain covers a tenth of the code")
{
    const QrCode code = QrCode::of(keyCode, Correction::High);
    QImage image = picture(code, code.side() * 6);
    QPainter painter(&image);
    const int edge = image.width();
    painter.fillRect(QRect(edge * 45 / 100, edge * 45 / 100, edge / 4, edge / 4), Qt::darkGray);
    painter.end();
    CHECK(readBack(image) == keyCode);
    // Nothing is read where nothing is left.
    image.fill(Qt::white);
    CHECK(readBack(image).isEmpty());
}

TEST_CASE("five kinds of codes are told apart")
{
    const QByteArray spaced = "EsTj 3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd\n";
    CHECK(CodeReader::classify(keyCode) == Kind::Key);
    CHECK(CodeReader::classify(spaced) == Kind::Key);
    CHECK(CodeReader::classify(QByteArray("MATRIX\x02\x00\x00", 9)) == Kind::Verification);
    CHECK(CodeReader::classify(QByteArray("MATRIX\x03\x03", 8)) == Kind::SignIn);
    CHECK(CodeReader::classify("BEGIN:VCARD\r\nVERSION:4.0") == Kind::Contact);
    CHECK(CodeReader::classify("matrix:u/praxis:sommer.example") == Kind::Contact);
    CHECK(CodeReader::classify("MATRIX:U/PRAXIS:SOMMER.EXAMPLE") == Kind::Contact);
    for (const QByteArray& other : {QByteArray(), QByteArray("https://kasse.example"), keyCode.chopped(1), keyCode + '1',
                                    QByteArray(keyCode).replace("y93F", "y03F"), "Et" + keyCode.mid(2), QByteArray("MATRIX\x04"),
                                    QByteArray("MATRIX"), QByteArray("matrix"), QByteArray(48, 'E')}) {
        INFO(other.toStdString());
        CHECK(CodeReader::classify(other) == Kind::Other);
    }
}

TEST_CASE("of two codes in one picture the key code counts")
{
    const QrCode key = QrCode::of(keyCode, Correction::Medium);
    const QrCode other = QrCode::of("https://kasse.example", Correction::Medium);
    QImage image(900, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    other.paint(painter, QRectF(20, 20, 350, 350));
    key.paint(painter, QRectF(500, 20, 350, 350));
    painter.end();
    CHECK(readBack(image) == keyCode);
    CHECK(readBack(image.copy(0, 0, 400, 400)) == "https://kasse.example");
}

TEST_CASE("a picture is read from a file, whatever its name, upside down, dimmed or with a transparent ground")
{
    const QTemporaryDir folder;
    const QrCode code = QrCode::of(keyCode, Correction::High);
    const auto readsBack = [&](const QImage& image, const QString& name, const char* format) {
        const QString path = folder.filePath(name);
        REQUIRE(image.save(path, format));
        const auto content = CodeReader::readFile(path);
        return content && content->bytes() == keyCode;
    };
    const QImage plain = picture(code, 500);
    CHECK(readsBack(plain, u"a.png"_s, "PNG"));
    CHECK(readsBack(plain, u"wrong.txt"_s, "PNG"));
    CHECK(readsBack(plain, u"a.jpg"_s, "JPG"));
    CHECK(readsBack(plain.transformed(QTransform().rotate(180)), u"turned.png"_s, "PNG"));
    QImage large(6'000, 5'000, QImage::Format_RGB32); // is scaled down while it is read
    large.fill(Qt::white);
    {
        QPainter painter(&large);
        code.paint(painter, QRectF(3'000, 2'000, 900, 900));
    }
    CHECK(readsBack(large, u"large.jpg"_s, "JPG"));
    QImage transparent(500, 500, QImage::Format_ARGB32);
    transparent.fill(Qt::transparent);
    for (int y = 0; y < 500; ++y) {
        for (int x = 0; x < 500; ++x) {
            if (plain.pixelColor(x, y) == Qt::black)
                transparent.setPixelColor(x, y, Qt::black);
        }
    }
    CHECK(readsBack(transparent, u"transparent.png"_s, "PNG"));
}

TEST_CASE("what is no picture, too large or empty is refused, each with its own reason")
{
    const QTemporaryDir folder;
    const auto failure = [&](const QString& name, const QByteArray& content) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto read = CodeReader::readFile(file.fileName());
        REQUIRE(!read);
        return read.error();
    };
    CHECK(CodeReader::readFile(folder.filePath(u"missing.png"_s)).error() == Failure::NotReadable);
    CHECK(failure(u"empty.png"_s, {}) == Failure::NotReadable);
    CHECK(failure(u"text.png"_s, "EsTj 3yST") == Failure::NotReadable);
    CHECK(failure(u"drawing.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>") ==
          Failure::NotReadable);
    QImage white(300, 300, QImage::Format_RGB32);
    white.fill(Qt::white);
    CHECK(CodeReader::read(white).error() == Failure::NoCode);
    CHECK(CodeReader::read(QImage()).error() == Failure::NotReadable);
    QImage huge(10'000, 5'001, QImage::Format_Mono);
    huge.fill(1);
    CHECK(CodeReader::read(huge).error() == Failure::TooLarge);
    REQUIRE(huge.save(folder.filePath(u"huge.png"_s)));
    CHECK(CodeReader::readFile(folder.filePath(u"huge.png"_s)).error() == Failure::TooLarge);
    REQUIRE(huge.copy(0, 0, 10'000, 4'999).save(folder.filePath(u"large.png"_s)));
    CHECK(CodeReader::readFile(folder.filePath(u"large.png"_s)).error() == Failure::NoCode);
}

TEST_CASE("a code is read from the first pages of a PDF, whatever its name, and a key code before any other")
{
    const QTemporaryDir folder;
    const auto readsBack = [&](const QList<QByteArray>& codes) {
        const auto content = CodeReader::readFile(pdfOf(folder, codes));
        return content ? content->bytes().toByteArray() : QByteArray();
    };
    CHECK(readsBack({keyCode}) == keyCode);
    CHECK(readsBack({{}, {}, {}, {}, keyCode}) == keyCode);
    CHECK(readsBack({"https://kasse.example", {}, keyCode}) == keyCode);
    CHECK(readsBack({"https://kasse.example", "matrix:u/praxis:sommer.example"}) == "https://kasse.example");
    CHECK(CodeReader::readFile(pdfOf(folder, {{}, {}, {}, {}, {}, keyCode})).error() == Failure::PdfNoCode);
    CHECK(CodeReader::readFile(pdfOf(folder, {{}})).error() == Failure::PdfNoCode);
}

TEST_CASE("a PDF that is damaged, protected, boundless or without pages is refused, each with its own reason")
{
    const QTemporaryDir folder;
    const auto outcome = [&](const QByteArray& content) {
        QFile file(folder.filePath(u"a.pdf"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto read = CodeReader::readFile(file.fileName());
        REQUIRE(!read);
        return read.error();
    };
    const auto withPage = [](const QByteArray& box, const QByteArray& content = {}, const QByteArray& trailer = {}) {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
               "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[" +
               box + "]>>endobj\n4 0 obj<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content +
               "\nendstream endobj\n" + "trailer<</Root 1 0 R" + trailer + ">>\n%%EOF\n";
    };
    CHECK(outcome("%PDF-1.4\n") == Failure::PdfNotReadable);
    CHECK(outcome("%PDF-1.4\n" + QByteArray(100'000, 'x')) == Failure::PdfNotReadable);
    CHECK(outcome("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                  "trailer<</Root 1 0 R>>\n%%EOF\n") == Failure::PdfNotReadable);
    CHECK(outcome("%PDF-1.4\n" + QByteArray(PdfPages::mostBytes, ' ')) == Failure::PdfTooLarge);
    const QByteArray text32 = "<" + QByteArray(64, '7') + ">";
    CHECK(outcome(withPage("0 0 100 100", {},
                           "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O" + text32 + "/U" + text32 + ">>")) ==
          Failure::PdfProtected);
    // A page as large as a house, as thin as a thread, and one that refers to itself: drawn within bounds or not at all.
    CHECK(outcome(withPage("0 0 100 100")) == Failure::PdfNoCode);
    CHECK(outcome(withPage("0 0 900000000 900000000")) == Failure::PdfNoCode);
    CHECK(outcome(withPage("0 0 0.0001 14400")) == Failure::PdfNoCode);
    CHECK(outcome(withPage("0 0 100 100", QByteArray(100'000, 'q'))) == Failure::PdfNoCode);
    CHECK(outcome("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\n"
                  "trailer<</Root 1 0 R>>\n%%EOF\n") == Failure::PdfNotReadable);
}

TEST_CASE("pages are drawn within bounds")
{
    const QTemporaryDir folder;
    QFile file(pdfOf(folder, QList<QByteArray>(9)));
    REQUIRE(file.open(QIODevice::ReadOnly));
    int pages = 0;
    const auto failure = PdfPages::each(file, [&](const QImage& page) {
        CHECK(std::max(page.width(), page.height()) == PdfPages::longestSide);
        CHECK(page.width() < page.height());
        ++pages;
        return false;
    });
    CHECK(!failure);
    CHECK(pages == PdfPages::mostPages);
}

TEST_CASE("a pipe is no file: reading it would never end")
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe.png"_s);
    REQUIRE(mkfifo(pipe.toLocal8Bit().constData(), 0600) == 0);
    CHECK(CodeReader::readFile(pipe).error() == Failure::NotReadable);
    CHECK(CodeReader::readFile(folder.path()).error() == Failure::NotReadable);
}
