// The camera, on every page that offers it, and everything that it can show.
#include "tests/pictures/Scenes.h"
#include "tests/pictures/fixtures/Fixtures.h"
#include "tests/pictures/fixtures/Verifications.h"
#include "tests/support/FakeCameras.h"
#include "ui/recovery/QrCode.h"

#include <QPainter>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using Purpose = ui::ScanViewModel::Purpose;
using Trouble = ui::Cameras::Trouble;
using RecoveryPhase = core::RecoveryState::Phase;
using Then = std::function<void(ui::ScanViewModel&, ui::FakeCameras&)>;

namespace {

/// Cameras that live as long as the pictures are taken.
ui::FakeCameras& cameras()
{
    static std::vector<std::unique_ptr<ui::FakeCameras>> all;
    return *all.emplace_back(std::make_unique<ui::FakeCameras>());
}

/// A sheet that somebody holds, a little askew, in front of a wall.
QImage held(const QByteArray& code)
{
    QImage image(1'280, 720, QImage::Format_Grayscale8);
    image.fill(QColor(120, 120, 120));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(660, 340);
    painter.rotate(4);
    painter.fillRect(QRect(-250, -300, 500, 700), QColor(235, 235, 235));
    if (!code.isEmpty())
        ui::QrCode::of(code, ui::QrCode::Correction::High).paint(painter, QRect(-170, -150, 340, 340));
    return image;
}

/// Signed in on a new device that has a camera.
Scene comingBack(const QString& name, const QString& title, const Then& then = {})
{
    return {name,
            title,
            [then](ui::AppViewModel& app) {
                showChats(app);
                auto& camera = cameras();
                app.main()->scan()->setCameras(&camera);
                app.main()->scan()->look();
                app.main()->recovery()->applyState(fixtures::recovery(RecoveryPhase::NeedsCode));
                if (then)
                    then(*app.main()->scan(), camera);
            },
            {}};
}

Scene failing(const QString& name, const QString& title, Trouble trouble)
{
    return comingBack(u"scan-"_s + name, title, [trouble](ui::ScanViewModel& scan, ui::FakeCameras& camera) {
        scan.open(Purpose::Restore);
        camera.fail(trouble);
    });
}

Scene comparing(const QString& name, const QString& title, bool isOpen)
{
    return {name,
            title,
            [isOpen](ui::AppViewModel& app) {
                showChats(app);
                auto& camera = cameras();
                app.main()->scan()->setCameras(&camera);
                app.main()->scan()->look();
                app.main()->verification()->requestAll();
                app.main()->verification()->apply({fixtures::verification(core::VerificationState::Phase::Ready)});
                if (!isOpen)
                    return;
                app.main()->scan()->open(Purpose::Compare);
                camera.show(held(fixtures::keyCode()->bytes().toByteArray().replace(' ', "")));
            },
            {}};
}

/// The sheet is to be checked. `isOpen`: with the camera.
Scene checking(const QString& name, const QString& title, bool isOpen)
{
    Scene scene{name,
                title,
                [isOpen](ui::AppViewModel& app) {
                    showChats(app);
                    auto& camera = cameras();
                    app.main()->scan()->setCameras(&camera);
                    app.main()->scan()->look();
                    auto& recovery = *app.main()->recovery();
                    recovery.applyState(fixtures::recovery(RecoveryPhase::Ready));
                    recovery.openSheet();
                    recovery.reveal();
                    recovery.applyCode(fixtures::keyCode(), fixtures::keySheet());
                    recovery.cover();
                    if (!isOpen)
                        return;
                    app.main()->scan()->open(Purpose::Check);
                    camera.show(held("EsSzykH7LCZx7CaecmKDwcmYJRXiYbtu8iQ3t8EznRwKpUY1"));
                },
                {}};
    if (isOpen)
        return scene;
    scene.act = [](QQuickWindow& window) {
        if (auto* screen = window.findChild<QObject*>(u"keySheetScreen"_s))
            QMetaObject::invokeMethod(screen, "startCheck");
    };
    return scene;
}

} // namespace

QList<Scene> scanScenes()
{
    const auto look = [](const QByteArray& code) {
        return [code](ui::ScanViewModel& scan, ui::FakeCameras& camera) {
            scan.open(Purpose::Restore);
            camera.show(held(code));
        };
    };
    return {
        comingBack(u"restore-camera"_s, u"Willkommen zurück, mit Kamera"_s),
        comingBack(u"scan-starting"_s, u"Kamera wird eingeschaltet"_s,
                   [](ui::ScanViewModel& scan, ui::FakeCameras&) { scan.open(Purpose::Restore); }),
        comingBack(u"scan-looking"_s, u"Kamera sucht den Code"_s, look({})),
        comingBack(u"scan-other-code"_s, u"Kamera sieht einen anderen Code"_s, look("matrix:u/praxis:sommer.example")),
        failing(u"refused"_s, u"Kamera nicht erlaubt"_s, Trouble::Refused),
        failing(u"busy"_s, u"Kamera ohne Bild"_s, Trouble::Busy),
        failing(u"gone"_s, u"Kamera abgezogen"_s, Trouble::Gone),
        comparing(u"verify-choose-camera"_s, u"Wie vergleichen? Mit Kamera"_s, false),
        comparing(u"scan-compare"_s, u"Code des anderen Geräts lesen, Schlüssel-Blatt im Bild"_s, true),
        checking(u"keysheet-check-camera"_s, u"Prüfen, mit Kamera"_s, false),
        checking(u"scan-other-sheet"_s, u"Kamera sieht ein anderes Blatt"_s, true),
    };
}
