#pragma once

#include "ui/scan/Cameras.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace app {

/// The cameras of the module beside the program, which is loaded when the first page asks for them. Without it there are none.
class CameraLoader final : public ui::Cameras {
public:
    /// `files`: where the module may be; the first that is there.
    explicit CameraLoader(QStringList files = places());
    ~CameraLoader() override;

    /// Beside the program, and where it is installed.
    static QStringList places();

    void watch(QObject* context, std::function<void(bool)> changed) override;
    void open(QObject* context, std::function<void(const QImage&)> frame, std::function<void(Trouble)> failed) override;

private:
    ui::Cameras* cameras();

    QStringList m_files;
    bool m_isTried = false;
    std::unique_ptr<ui::Cameras> m_cameras;
};

} // namespace app
