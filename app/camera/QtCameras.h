#pragma once

#include "ui/scan/Cameras.h"

#include <QMediaDevices>

#include <memory>

namespace app {

/// The cameras that Qt Multimedia finds. Made when the first page asks for one: that loads the library behind it.
class QtCameras final : public ui::Cameras {
public:
    QtCameras();
    ~QtCameras() override;

    void watch(QObject* context, std::function<void(bool)> changed) override;
    void open(QObject* context, std::function<void(const QImage&)> frame, std::function<void(Trouble)> failed) override;

private:
    QMediaDevices m_devices;
    QObject m_open; // last: cameras that are on die first
};

} // namespace app
