#include "app/camera/FrameImage.h"

#include <QVideoFrame>

#include <algorithm>
#include <optional>

namespace app {

namespace {

/// Where the brightness of a pixel stands in the first plane: every `step` bytes, beginning with `first`.
struct Brightness {
    int first;
    int step;
};

std::optional<Brightness> brightnessIn(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_IMC1:
    case QVideoFrameFormat::Format_IMC2:
    case QVideoFrameFormat::Format_IMC3:
    case QVideoFrameFormat::Format_IMC4:
    case QVideoFrameFormat::Format_Y8:
        return Brightness{.first = 0, .step = 1};
    case QVideoFrameFormat::Format_YUYV:
        return Brightness{.first = 0, .step = 2};
    case QVideoFrameFormat::Format_UYVY:
        return Brightness{.first = 1, .step = 2};
    default:
        return {};
    }
}

QImage copied(const QVideoFrame& frame, Brightness from)
{
    const QSize size = frame.size();
    const qsizetype perLine = frame.bytesPerLine(0);
    const qsizetype needed = qsizetype{size.width() - 1} * from.step + from.first + 1;
    const qsizetype total = perLine * (size.height() - 1) + needed;
    if (size.isEmpty() || perLine < needed || frame.mappedBytes(0) < total)
        return {};
    QImage image(size, QImage::Format_Grayscale8);
    if (image.isNull())
        return {};
    for (int y = 0; y < size.height(); ++y) {
        const uchar* source = frame.bits(0) + y * perLine + from.first;
        uchar* target = image.scanLine(y);
        for (int x = 0; x < size.width(); ++x)
            target[x] = source[qsizetype{x} * from.step];
    }
    return image;
}

} // namespace

QImage grayOf(QVideoFrame frame)
{
    const auto from = brightnessIn(frame.pixelFormat());
    if (!from)
        return frame.toImage().convertToFormat(QImage::Format_Grayscale8);
    if (!frame.map(QVideoFrame::ReadOnly))
        return {};
    QImage image = copied(frame, *from);
    frame.unmap();
    return image;
}

} // namespace app
