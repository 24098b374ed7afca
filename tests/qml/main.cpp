#include "tests/qml/Fixture.h"
#include "ui/app/EngineSetup.h"

#include <QGuiApplication>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest>

#include <memory>

Q_IMPORT_QML_PLUGIN(Tim_UiPlugin)
Q_IMPORT_QML_PLUGIN(TimPlugin)

/// Gives each test file an engine like that of the program, and the fixture.
class Setup final : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        m_fixture = std::make_unique<Fixture>();
        ui::prepareEngine(*engine, *m_fixture->app());
        engine->rootContext()->setContextProperty(QStringLiteral("fixture"), m_fixture.get());
    }
    void cleanupTestCase() { m_fixture.reset(); }

private:
    std::unique_ptr<Fixture> m_fixture;
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
    // As in the program: the engine reads the files themselves, and is stricter with them than with what is compiled.
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    QQuickWindow::setSceneGraphBackend(QStringLiteral("software"));
    QTEST_SET_MAIN_SOURCE_PATH
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "tim_qml", ":/tests", &setup);
}

#include "main.moc"
