#include "app/camera/FrameImage.h"

#include <QVideoFrame>

#include <catch2/catch_test_macros.hpp>
#include <cstring>

using namespace app;
using Format = QVideoFrameFormat;

namespace {

constexpr int width = 6;
constexpr int height = 4;

uchar brightness(int x, int y)
{
    return static_cast<uchar>(10 * y + x);
}

/// A frame whose brightness is known, and whose other bytes are 200.
QVideoFrame frameIn(Format::PixelFormat format, int first, int step)
{
    QVideoFrame frame(Format(QSize(width, height), format));
    REQUIRE(frame.map(QVideoFrame::WriteOnly));
    for (int plane = 0; plane < frame.planeCount(); ++plane)
        std::memset(frame.bits(plane), 200, static_cast<size_t>(frame.mappedBytes(plane)));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            frame.bits(0)[y * frame.bytesPerLine(0) + first + x * step] = brightness(x, y);
    }
    frame.unmap();
    return frame;
}

bool isRight(const QImage& image)
{
    if (image.size() != QSize(width, height) || image.format() != QImage::Format_Grayscale8)
        return false;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (image.constScanLine(y)[x] != brightness(x, y))
                return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("the brightness of a frame is read in the formats that cameras give", "[camera]")
{
    for (const auto format : {Format::Format_YUV420P, Format::Format_YUV422P, Format::Format_YV12, Format::Format_NV12,
                              Format::Format_NV21, Format::Format_Y8}) {
        INFO(int(format));
        CHECK(isRight(grayOf(frameIn(format, 0, 1))));
    }
    CHECK(isRight(grayOf(frameIn(Format::Format_YUYV, 0, 2))));
    CHECK(isRight(grayOf(frameIn(Format::Format_UYVY, 1, 2))));
}

TEST_CASE("a frame in colours becomes gray", "[camera]")
{
    QVideoFrame frame(Format(QSize(width, height), Format::Format_XRGB8888));
    REQUIRE(frame.map(QVideoFrame::WriteOnly));
    std::memset(frame.bits(0), 255, static_cast<size_t>(frame.mappedBytes(0)));
    frame.unmap();
    const QImage image = grayOf(frame);
    REQUIRE(image.size() == QSize(width, height));
    CHECK(image.format() == QImage::Format_Grayscale8);
    CHECK(qGray(image.pixel(2, 2)) > 250);
}

TEST_CASE("a frame that is none gives no picture", "[camera]")
{
    CHECK(grayOf(QVideoFrame()).isNull());
}

TEST_CASE("a picture outlives the frame that it was read from", "[camera]")
{
    QImage image;
    {
        QVideoFrame frame = frameIn(Format::Format_NV12, 0, 1);
        image = grayOf(frame);
        REQUIRE(frame.map(QVideoFrame::WriteOnly));
        std::memset(frame.bits(0), 0, static_cast<size_t>(frame.mappedBytes(0)));
        frame.unmap();
    }
    CHECK(isRight(image));
}
