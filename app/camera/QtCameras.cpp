#include "app/camera/QtCameras.h"

#include "app/camera/FrameImage.h"

#include <QCamera>
#include <QCameraDevice>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QMediaCaptureSession>
#include <QTimer>
#include <QVideoFrame>
#include <QVideoSink>

#include <cstdlib>
#include <utility>

namespace app {

namespace {

using Trouble = ui::Cameras::Trouble;

constexpr int betweenFrames = 60; // milliseconds: a person sees it move, and it leaves the computer alone

/// Large enough for the code of a sheet that fills half of the picture, and not more to look through than needed.
QCameraFormat suitable(const QCameraDevice& device)
{
    constexpr QSize wanted(1'280, 720);
    QCameraFormat best;
    const auto distance = [wanted](const QCameraFormat& format) {
        const QSize size = format.resolution();
        return std::abs(size.width() - wanted.width()) + std::abs(size.height() - wanted.height()) +
               (format.maxFrameRate() < 10 ? 1'000 : 0);
    };
    const auto formats = device.videoFormats();
    for (const auto& format : formats) {
        if (best.isNull() || distance(format) < distance(best))
            best = format;
    }
    return best;
}

/// A camera that is on.
class OpenCamera final : public QObject {
public:
    OpenCamera(const QCameraDevice& device, std::function<void(const QImage&)> frame, std::function<void(Trouble)> failed,
               QObject* parent)
        : QObject(parent)
        , m_id(device.id())
        , m_camera(device)
        , m_frame(std::move(frame))
        , m_failed(std::move(failed))
    {
        if (const auto format = suitable(device); !format.isNull())
            m_camera.setCameraFormat(format);
        m_session.setCamera(&m_camera);
        m_session.setVideoSink(&m_sink);
        connect(&m_sink, &QVideoSink::videoFrameChanged, this, &OpenCamera::take);
        connect(&m_camera, &QCamera::errorOccurred, this, [this](QCamera::Error error) {
            if (error != QCamera::NoError)
                fail(isRefused() ? Trouble::Refused : Trouble::Busy);
        });
        // Where the system does not let us, some libraries stay silent.
        if (isRefused())
            QTimer::singleShot(0, this, [this] { fail(Trouble::Refused); });
        else
            m_camera.start();
    }

    [[nodiscard]] QByteArray id() const { return m_id; }

    void fail(Trouble trouble)
    {
        m_camera.stop();
        if (const auto failed = std::exchange(m_failed, {}))
            failed(trouble);
    }
    /// The camera is off when this returns; the rest goes later, because it may be what calls.
    void putAway()
    {
        m_frame = {};
        m_failed = {};
        m_sink.disconnect(this);
        m_camera.disconnect(this);
        m_camera.stop();
        deleteLater();
    }

private:
    [[nodiscard]] bool isRefused() const
    {
        const QFileInfo node(QString::fromUtf8(m_id)); // the name of a device, where Video4Linux is behind it
        return node.isAbsolute() && node.exists() && !node.isWritable();
    }
    void take(const QVideoFrame& frame)
    {
        if (!m_frame || !m_failed || !frame.isValid() || (m_last.isValid() && m_last.elapsed() < betweenFrames))
            return;
        m_last.start();
        if (const QImage image = grayOf(frame); !image.isNull())
            m_frame(image);
    }

    QByteArray m_id;
    QCamera m_camera;
    QVideoSink m_sink;
    QMediaCaptureSession m_session;
    QElapsedTimer m_last;
    std::function<void(const QImage&)> m_frame;
    std::function<void(Trouble)> m_failed;
};

} // namespace

QtCameras::QtCameras() = default;
QtCameras::~QtCameras() = default;

void QtCameras::watch(QObject* context, std::function<void(bool)> changed)
{
    const auto tell = [changed = std::move(changed)] { changed(!QMediaDevices::videoInputs().isEmpty()); };
    QObject::connect(&m_devices, &QMediaDevices::videoInputsChanged, context, tell);
    QTimer::singleShot(0, context, tell);
}

void QtCameras::open(QObject* context, std::function<void(const QImage&)> frame, std::function<void(Trouble)> failed)
{
    const auto device = QMediaDevices::defaultVideoInput();
    if (device.isNull())
        return QTimer::singleShot(0, context, [failed = std::move(failed)] { failed(Trouble::Gone); });
    auto* camera = new OpenCamera(device, std::move(frame), std::move(failed), &m_open);
    QObject::connect(context, &QObject::destroyed, camera, &OpenCamera::putAway);
    QObject::connect(&m_devices, &QMediaDevices::videoInputsChanged, camera, [camera] {
        const auto devices = QMediaDevices::videoInputs();
        const bool isThere =
            std::any_of(devices.begin(), devices.end(), [&](const auto& one) { return one.id() == camera->id(); });
        if (!isThere)
            camera->fail(Trouble::Gone);
    });
}

} // namespace app
