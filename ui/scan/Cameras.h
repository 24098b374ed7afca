#pragma once

#include <QImage>

#include <functional>

class QObject;

namespace ui {

/// The cameras of this computer. The program implements it.
///
/// Nothing is loaded and no device is touched before the first call. Callbacks come from the event loop, as long as `context` and
/// this live. Thread: UI.
class Cameras {
public:
    /// Why there is no picture, or none any more.
    enum class Trouble {
        Refused, ///< the system does not let this program
        Busy,    ///< another program has it, or it does not work
        Gone,    ///< unplugged, or there was none
    };

    Cameras() = default;
    virtual ~Cameras() = default;
    Cameras(const Cameras&) = delete;
    Cameras& operator=(const Cameras&) = delete;

    /// Tells whether there is a camera: once, and whenever that changes.
    virtual void watch(QObject* context, std::function<void(bool)> changed) = 0;
    /// Turns a camera on, until `context` is destroyed: then it is off at once. Frames are gray, and belong to whoever gets them.
    /// After a trouble no more frames come.
    virtual void open(QObject* context, std::function<void(const QImage&)> frame, std::function<void(Trouble)> failed) = 0;
};

} // namespace ui
