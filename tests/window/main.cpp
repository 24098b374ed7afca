// The program's window, for measuring and for tests that drive it from outside. Never part of a release.
#include "tests/headless/StandardInput.h"
#include "tests/window/Program.h"

#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Tim_UiPlugin)
Q_IMPORT_QML_PLUGIN(TimPlugin)

using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    // As the program itself: the style is not searched for.
    qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
    window::UiWatch application(argc, argv);
    QCoreApplication::setApplicationName(u"window"_s);
    const headless::Options options = headless::readOptions();
    const headless::StandardInput input;
    window::Program program(options, application);
    QObject::connect(&input, &headless::StandardInput::line, &program, &window::Program::receive);
    QObject::connect(&input, &headless::StandardInput::ended, &program, &window::Program::inputEnded);
    QObject::connect(&input, &headless::StandardInput::terminated, &application, [] { QCoreApplication::quit(); });
    return program.start() ? QGuiApplication::exec() : 1;
}
