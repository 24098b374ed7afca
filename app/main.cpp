#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/Hardening.h"
#include "app/LogHandler.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QtQml/qqmlextensionplugin.h>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Tim_UiPlugin)
Q_IMPORT_QML_PLUGIN(TimPlugin)

using namespace Qt::StringLiterals;

namespace {

int printAndEnd(const app::CommandLineResult& result)
{
    std::fputs(result.text.toLocal8Bit().constData(), result.exitCode == 0 ? stdout : stderr);
    return result.exitCode;
}

} // namespace

int main(int argc, char* argv[])
{
    app::harden();
    app::installLogHandler();
    QGuiApplication::setApplicationName(u"fdv-messenger"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(TIM_VERSION));
    QGuiApplication::setDesktopFileName(u"fdv-messenger"_s);
    QQuickStyle::setStyle(u"Basic"_s);
    const QGuiApplication application(argc, argv);

    const auto commandLine = app::readCommandLine(QGuiApplication::arguments());
    if (commandLine.ends())
        return printAndEnd(commandLine);
    app::Application program(commandLine.options, app::systemKeychain(u"fdv-messenger"_s));
    if (!program.start())
        return 1;
    return QGuiApplication::exec();
}
