#include "app/CameraLoader.h"

#include "app/CameraPlugin.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPluginLoader>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace app {

CameraLoader::CameraLoader(QStringList files)
    : m_files(std::move(files))
{
}

CameraLoader::~CameraLoader() = default;

QStringList CameraLoader::places()
{
    const QString program = QCoreApplication::applicationDirPath();
    return {program + u"/libfdvcamera.so"_s, program + u"/" TIM_MODULE_DIRECTORY "/libfdvcamera.so"_s};
}

ui::Cameras* CameraLoader::cameras()
{
    if (std::exchange(m_isTried, true))
        return m_cameras.get();
    for (const QString& file : std::as_const(m_files)) {
        if (!QFileInfo::exists(file))
            continue;
        // Stays loaded: what it has registered with Qt cannot be taken back.
        QPluginLoader loader(file);
        if (auto* plugin = qobject_cast<CameraPlugin*>(loader.instance()))
            m_cameras = plugin->cameras();
        break;
    }
    return m_cameras.get();
}

void CameraLoader::watch(QObject* context, std::function<void(bool)> changed)
{
    // Later: the page that asks is being made.
    QTimer::singleShot(0, context, [this, context, changed = std::move(changed)] {
        if (auto* found = cameras())
            found->watch(context, changed);
        else
            changed(false);
    });
}

void CameraLoader::open(QObject* context, std::function<void(const QImage&)> frame, std::function<void(Trouble)> failed)
{
    if (auto* found = cameras())
        return found->open(context, std::move(frame), std::move(failed));
    QTimer::singleShot(0, context, [failed = std::move(failed)] { failed(Trouble::Gone); });
}

} // namespace app
