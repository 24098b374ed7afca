#include "app/camera/CameraModule.h"

#include "app/camera/QtCameras.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace app {

std::unique_ptr<ui::Cameras> CameraModule::cameras()
{
    const auto folders = QCoreApplication::libraryPaths();
    const bool hasBackend = std::any_of(folders.begin(), folders.end(), [](const QString& folder) {
        return QFileInfo::exists(folder + QStringLiteral("/multimedia/libffmpegmediaplugin.so"));
    });
    return hasBackend ? std::make_unique<QtCameras>() : nullptr;
}

} // namespace app
