#pragma once

#include <QImage>

class QVideoFrame;

namespace app {

/// The brightness of a frame, as a picture of its own in 256 grays: all that a reader of QR codes needs, and it takes neither a
/// graphics card nor a conversion. Null if the frame cannot be read, or says of itself what cannot be.
/// Thread: any.
QImage grayOf(QVideoFrame frame);

} // namespace app
