#include "app/CameraPlugin.h"
#include "app/camera/QtCameras.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QObject>

#include <algorithm>

namespace app {

namespace {

/// Without the library behind it, Qt Multimedia 6.4 crashes.
bool hasBackend()
{
    const auto folders = QCoreApplication::libraryPaths();
    return std::any_of(folders.begin(), folders.end(), [](const QString& folder) {
        return QFileInfo::exists(folder + QStringLiteral("/multimedia/libffmpegmediaplugin.so"));
    });
}

} // namespace

class CameraModule final : public QObject, public CameraPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "fdv-messenger.CameraPlugin/1")
    Q_INTERFACES(app::CameraPlugin)
public:
    std::unique_ptr<ui::Cameras> cameras() override { return hasBackend() ? std::make_unique<QtCameras>() : nullptr; }
};

} // namespace app

#include "CameraModule.moc"
