// Pictures of every screen in every state, and accessibility checks over the same set. Ends with "N passed, N failed".

#include "tests/pictures/SceneRun.h"

#include <QAccessible>
#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTextStream>
#include <QThread>
#include <QtQml/qqmlextensionplugin.h>

#include <memory>
#include <vector>

Q_IMPORT_QML_PLUGIN(Tim_UiPlugin)
Q_IMPORT_QML_PLUGIN(TimPlugin)

using namespace Qt::StringLiterals;

namespace {

int close(const Outcome& outcome)
{
    QTextStream(stdout) << outcome.passed << " passed, " << outcome.failed << " failed\n";
    return outcome.failed == 0 && outcome.passed > 0 ? 0 : 1;
}

/// Every `count`-th scene from `part` on, or the one of this name.
int runPart(const QDir& directory, const QString& only, int part, int count, const QString& qmlFolder)
{
    FromFolder files(qmlFolder);
    Outcome outcome;
    SceneRun run(directory, files, outcome);
    const auto scenes = allScenes();
    for (qsizetype i = 0; i < scenes.size(); ++i) {
        if (only.isEmpty() ? i % count == part : scenes.at(i).name == only)
            run.run(scenes.at(i));
    }
    if (part == 0)
        checkTheme(files, outcome);
    return close(outcome);
}

void addPart(const QByteArray& output, Outcome& outcome)
{
    static const QRegularExpression closing(u"(\\d+) passed, (\\d+) failed\n$"_s);
    const QString text = QString::fromUtf8(output);
    const auto match = closing.match(text);
    QTextStream(stdout) << text.left(match.hasMatch() ? match.capturedStart() : text.size());
    if (!match.hasMatch())
        return outcome.add(u"a part of the scenes"_s, {u"ended before its end"_s});
    outcome.passed += match.captured(1).toInt();
    outcome.failed += match.captured(2).toInt();
}

/// All scenes, in as many processes as there are cores.
int runAll(const QString& out, const QString& qmlFolder)
{
    const int count = std::max(1, QThread::idealThreadCount());
    std::vector<std::unique_ptr<QProcess>> parts;
    for (int part = 0; part < count; ++part) {
        parts.push_back(std::make_unique<QProcess>());
        parts.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        parts.back()->start(QGuiApplication::applicationFilePath(),
                            {u"--out"_s, out, u"--qml"_s, qmlFolder, u"--part"_s, u"%1/%2"_s.arg(part).arg(count)});
    }
    Outcome outcome;
    for (const auto& part : parts) {
        part->waitForFinished(-1);
        addPart(part->readAllStandardOutput(), outcome);
    }
    return close(outcome);
}

void writeIndex(const QDir& directory)
{
    QFile file(directory.filePath(u"index.html"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    QTextStream out(&file);
    out << "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>Bilder</title>"
        << "<style>body{font-family:sans-serif;margin:2em}img{border:1px solid #999;margin:2px}</style>\n";
    const auto scenes = allScenes();
    const auto looks = allLooks() << narrowLook();
    for (const Scene& scene : scenes) {
        out << "<h2>" << scene.title.toHtmlEscaped() << " <small>" << scene.name << "</small></h2><p>\n";
        for (const Look& look : looks)
            out << u"<a href=\"%1\"><img src=\"%1\" height=\"220\" loading=\"lazy\" alt=\"%2\" title=\"%2\"></a>\n"_s.arg(
                SceneRun::fileName(scene, look), look.name);
        out << "</p>\n";
    }
    out << "</html>\n";
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
    QQuickWindow::setSceneGraphBackend(u"software"_s);
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationVersion(u"0.1.0"_s);
    QAccessible::setActive(true);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Pictures of every screen in every state, and accessibility checks over the same set."_s);
    parser.addHelpOption();
    parser.addOptions({{u"out"_s, u"Folder for the pictures; index.html shows all."_s, u"folder"_s},
                       {u"only"_s, u"One scene."_s, u"name"_s},
                       {u"part"_s, u"One part of all scenes, for example 0/2."_s, u"part"_s},
                       {u"qml"_s, u"Folder of QML files to take instead of the compiled ones."_s, u"folder"_s}});
    parser.process(application);
    const QString out = parser.value(u"out"_s);
    if (out.isEmpty() || !QDir().mkpath(out))
        parser.showHelp(2);
    const QString qmlFolder = parser.value(u"qml"_s);
    if (parser.isSet(u"only"_s))
        return runPart(QDir(out), parser.value(u"only"_s), -1, 1, qmlFolder);
    if (parser.isSet(u"part"_s)) {
        const QString part = parser.value(u"part"_s);
        return runPart(QDir(out), {}, part.section(u'/', 0, 0).toInt(), std::max(1, part.section(u'/', 1, 1).toInt()), qmlFolder);
    }
    writeIndex(QDir(out));
    return runAll(out, qmlFolder);
}
