// Pictures of every screen in every state, and accessibility checks over the same set.
// tim_pictures --out DIR [--only NAME] [--qml DIR]

#include "tests/pictures/Checks.h"
#include "tests/pictures/Contrast.h"
#include "tests/pictures/Scenes.h"
#include "tests/pictures/Walk.h"
#include "tests/pictures/fixtures/Fixtures.h"
#include "ui/app/EngineSetup.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QQmlAbstractUrlInterceptor>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QTextStream>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Tim_UiPlugin)
Q_IMPORT_QML_PLUGIN(TimPlugin)

using namespace Qt::StringLiterals;
using Theme = ui::SettingsViewModel::Theme;

namespace {

struct Look {
    QString name;
    Theme theme;
    QSize size;
    qreal scale;
    QString language;
};

QList<Look> looks()
{
    QList<Look> made;
    for (const auto& [name, theme] : {std::pair(u"light"_s, Theme::Light), std::pair(u"dark"_s, Theme::Dark),
                                      std::pair(u"contrast"_s, Theme::Contrast)}) {
        for (const QSize size : {QSize(1280, 800), QSize(400, 800)}) {
            for (const qreal scale : {1.0, 2.0})
                made.append({u"%1-%2-%3"_s.arg(size.width()).arg(name).arg(scale), theme, size, scale, u"de"_s});
        }
    }
    made.append({u"1280-light-1-en"_s, Theme::Light, {1280, 800}, 1.0, u"en"_s});
    return made;
}

/// Takes the QML files from a folder instead of those that are compiled in: to see a change without building.
class FromFolder final : public QQmlAbstractUrlInterceptor {
public:
    explicit FromFolder(QString folder)
        : m_folder(std::move(folder))
    {
    }
    QUrl intercept(const QUrl& url, DataType type) override
    {
        const QString path = url.path();
        const QString module = u"/qt/qml/Tim/"_s;
        if (m_folder.isEmpty() || type != QmlFile || url.scheme() != u"qrc" || !path.startsWith(module))
            return url;
        return QUrl::fromLocalFile(m_folder + u'/' + path.mid(module.size()));
    }

private:
    QString m_folder;
};

class Run {
public:
    Run(QDir directory, QString only, const QString& qmlFolder)
        : m_directory(std::move(directory))
        , m_only(std::move(only))
        , m_files(qmlFolder)
    {
    }

    int all()
    {
        const auto scenes = allScenes();
        for (const Scene& scene : scenes) {
            if (m_only.isEmpty() || scene.name == m_only)
                show(scene);
        }
        writeIndex();
        QTextStream(stdout) << m_passed << " passed, " << m_failed << " failed\n";
        return m_failed == 0 && m_passed > 0 ? 0 : 1;
    }

private:
    void count(const QString& where, const QStringList& wrong)
    {
        if (wrong.isEmpty())
            ++m_passed;
        else
            ++m_failed;
        for (const QString& text : wrong)
            QTextStream(stdout) << "FAIL " << where << ": " << text << '\n';
    }

    void show(const Scene& scene)
    {
        ui::AppViewModel app(QString(), nullptr, &fixtures::now);
        app.settings()->setLanguage(u"de"_s);
        app.settings()->setReducedMotion(true);
        QQmlApplicationEngine engine;
        ui::prepareEngine(engine, app);
        engine.addUrlInterceptor(&m_files);
        scene.fill(app);
        engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&app)}});
        engine.load(QUrl(u"qrc:/qt/qml/Tim/Main.qml"_s));
        auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
        if (!window) {
            count(scene.name, {u"cannot be loaded"_s});
            return;
        }
        settle();
        if (scene.act)
            scene.act(*window);
        if (!m_contrastDone)
            contrast(engine);
        m_rows.append(u"<h2>%1 <small>%2</small></h2><p>"_s.arg(scene.title.toHtmlEscaped(), scene.name));
        const auto all = looks();
        for (const Look& look : all)
            render(scene, look, app, *window);
        narrow(scene, app, *window);
        m_rows.append(u"</p>"_s);
        delete window;
    }

    static void dress(const Look& look, ui::AppViewModel& app, QQuickWindow& window)
    {
        app.settings()->setTheme(look.theme);
        app.settings()->setTextScale(look.scale);
        app.settings()->setLanguage(look.language);
        window.resize(look.size);
        settle();
    }

    void render(const Scene& scene, const Look& look, ui::AppViewModel& app, QQuickWindow& window)
    {
        dress(look, app, window);
        const QString where = scene.name + u'-' + look.name;
        const QImage image = window.grabWindow();
        const QString file = where + u".png"_s;
        count(where + u" picture"_s, image.size() == look.size && image.save(m_directory.filePath(file), "PNG", 80)
                                         ? QStringList()
                                         : QStringList{u"no picture"_s});
        count(where + u" names"_s, checks::namesAndRoles(window));
        count(where + u" targets"_s, checks::targets(window));
        count(where + u" text"_s, checks::truncation(window));
        if (look.theme == Theme::Light)
            count(where + u" focus"_s, checks::focusRings(window));
        m_rows.append(u"<a href=\"%1\"><img src=\"%1\" height=\"220\" alt=\"%2\" title=\"%2\"></a> "_s.arg(file, where));
    }

    /// 320 logical pixels at twice the text size: nothing is cut off, nothing scrolls sideways (WCAG 1.4.10).
    void narrow(const Scene& scene, ui::AppViewModel& app, QQuickWindow& window)
    {
        dress({u"320"_s, Theme::Light, {320, 800}, 2.0, u"de"_s}, app, window);
        count(scene.name + u"-320-light-2 text"_s, checks::truncation(window));
        window.grabWindow().save(m_directory.filePath(scene.name + u"-320-light-2.png"_s), "PNG", 80);
    }

    void contrast(QQmlApplicationEngine& engine)
    {
        m_contrastDone = true;
        QQmlComponent component(&engine);
        component.setData("import QtQml\nimport Tim\nQtObject { property QtObject theme: Theme }", QUrl(u"qrc:/theme"_s));
        const std::unique_ptr<QObject> holder(component.create());
        const auto* theme = holder ? holder->property("theme").value<QObject*>() : nullptr;
        int checked = 0;
        const QStringList wrong = theme ? checkContrast(*theme, checked) : QStringList{component.errorString()};
        count(u"contrast of the tokens"_s, wrong);
        m_passed += checked - static_cast<int>(wrong.size());
    }

    void writeIndex() const
    {
        QFile file(m_directory.filePath(u"index.html"_s));
        if (!file.open(QIODevice::WriteOnly))
            return;
        QTextStream(&file) << "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>Bilder</title>"
                           << "<style>body{font-family:sans-serif;margin:2em}img{border:1px solid #999;margin:2px}</style>"
                           << m_rows.join(u'\n') << "</html>\n";
    }

    QDir m_directory;
    QString m_only;
    FromFolder m_files;
    QStringList m_rows;
    int m_passed = 0;
    int m_failed = 0;
    bool m_contrastDone = false;
};

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QQuickWindow::setSceneGraphBackend(u"software"_s);
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationVersion(u"0.1.0"_s);
    QAccessible::setActive(true);

    QCommandLineParser parser;
    parser.addOptions({{u"out"_s, u"Folder for the pictures."_s, u"folder"_s}, {u"only"_s, u"One scene."_s, u"name"_s},
                       {u"qml"_s, u"Folder of QML files to take instead of the compiled ones."_s, u"folder"_s}});
    parser.process(application);
    const QString out = parser.value(u"out"_s);
    if (out.isEmpty() || !QDir().mkpath(out))
        return 2;
    return Run(QDir(out), parser.value(u"only"_s), parser.value(u"qml"_s)).all();
}
