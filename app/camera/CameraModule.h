#pragma once

#include "app/CameraPlugin.h"

#include <QObject>

namespace app {

/// The module, as Qt finds it in the library.
class CameraModule final : public QObject, public CameraPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "fdv-messenger.CameraPlugin/1")
    Q_INTERFACES(app::CameraPlugin)
public:
    /// Null where the library behind Qt Multimedia is missing: Qt 6.4 crashes without it.
    std::unique_ptr<ui::Cameras> cameras() override;
};

} // namespace app
