#include "ui/recovery/CodeReader.h"
#include "ui/recovery/QrCode.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

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
    CHECK(failure(u"sheet.pdf"_s, "%PDF-1.4\n") == Failure::NotAPicture);
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
