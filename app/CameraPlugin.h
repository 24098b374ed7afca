#pragma once

#include "ui/scan/Cameras.h"

#include <QtPlugin>

#include <memory>

namespace app {

/// What the module with the camera gives to the program.
class CameraPlugin {
public:
    CameraPlugin() = default;
    virtual ~CameraPlugin() = default;
    CameraPlugin(const CameraPlugin&) = delete;
    CameraPlugin& operator=(const CameraPlugin&) = delete;

    /// Null if this computer lacks what they need.
    virtual std::unique_ptr<ui::Cameras> cameras() = 0;
};

} // namespace app

// The number counts up with every change of this file or of Cameras.h.
Q_DECLARE_INTERFACE(app::CameraPlugin, "fdv-messenger.CameraPlugin/1")
