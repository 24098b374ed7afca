#include "tests/pictures/SceneRun.h"

#include "tests/pictures/Checks.h"
#include "tests/pictures/Contrast.h"
#include "tests/pictures/Walk.h"
#include "tests/pictures/fixtures/Fixtures.h"
#include "ui/app/EngineSetup.h"

#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QTextStream>

using namespace Qt::StringLiterals;
using Theme = ui::SettingsViewModel::Theme;

void Outcome::add(const QString& where, const QStringList& wrong)
{
    ++(wrong.isEmpty() ? passed : failed);
    for (const QString& text : wrong)
        QTextStream(stdout) << "FAIL " << where << ": " << text << '\n';
}

QUrl FromFolder::intercept(const QUrl& url, DataType type)
{
    const QString path = url.path();
    const QString module = u"/qt/qml/Tim/"_s;
    if (m_folder.isEmpty() || type != QmlFile || url.scheme() != u"qrc" || !path.startsWith(module))
        return url;
    return QUrl::fromLocalFile(m_folder + u'/' + path.mid(module.size()));
}

SceneRun::SceneRun(const QDir& directory, FromFolder& files, Outcome& outcome)
    : m_directory(directory)
    , m_files(files)
    , m_outcome(outcome)
{
}

void SceneRun::run(const Scene& scene)
{
    ui::AppViewModel app(QString(), nullptr, &fixtures::now);
    app.settings()->setLanguage(u"de"_s);
    app.settings()->setReducedMotion(true);
    QQmlApplicationEngine engine;
    ui::prepareEngine(engine, app);
    engine.addUrlInterceptor(&m_files);
    QStringList warnings;
    QObject::connect(&engine, &QQmlEngine::warnings, &engine, [&warnings](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            warnings.append(error.toString());
    });
    scene.fill(app);
    engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&app)}});
    engine.load(QUrl(u"qrc:/qt/qml/Tim/Main.qml"_s));
    m_window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (!m_window)
        return m_outcome.add(scene.name, {u"cannot be loaded"_s});
    m_scene = &scene;
    m_app = &app;
    settle(*m_window);
    if (scene.act)
        scene.act(*m_window);
    const auto looks = allLooks();
    for (const Look& look : looks)
        render(look);
    render(narrowLook());
    // In the end: from here on the focus is where the keyboard has led it.
    for (const Look& look : looks) {
        if (look.theme == Theme::Light)
            checkFocus(look);
    }
    delete m_window;
    m_outcome.add(scene.name + u" warnings"_s, warnings);
}

QString SceneRun::fileName(const Scene& scene, const Look& look)
{
    return u"%1-%2.png"_s.arg(scene.name, look.name);
}

QString SceneRun::where(const Look& look, const QString& check) const
{
    return m_scene->name + u'-' + look.name + u' ' + check;
}

void SceneRun::dress(const Look& look)
{
    m_app->settings()->setTheme(look.theme);
    m_app->settings()->setTextScale(look.scale);
    m_app->settings()->setLanguage(look.language);
    m_window->resize(look.size);
    settle(*m_window);
}

void SceneRun::render(const Look& look)
{
    dress(look);
    const QImage image = m_window->grabWindow();
    const bool saved = image.size() == look.size && image.save(m_directory.filePath(fileName(*m_scene, look)), "PNG", 80);
    m_outcome.add(where(look, u"picture"_s), saved ? QStringList() : QStringList{u"no picture"_s});
    m_outcome.add(where(look, u"names"_s), checks::namesAndRoles(*m_window));
    m_outcome.add(where(look, u"targets"_s), checks::targets(*m_window));
    m_outcome.add(where(look, u"text"_s), checks::truncation(*m_window));
    m_outcome.add(where(look, u"colour"_s), checks::notByColourOnly(*m_window));
}

void SceneRun::checkFocus(const Look& look)
{
    dress(look);
    m_outcome.add(where(look, u"focus"_s), checks::focusRings(*m_window));
}

void checkTheme(FromFolder& files, Outcome& outcome)
{
    ui::AppViewModel app(QString(), nullptr, &fixtures::now);
    QQmlEngine engine;
    ui::prepareEngine(engine, app);
    engine.addUrlInterceptor(&files);
    QQmlComponent component(&engine);
    component.setData("import QtQml\nimport Tim\nQtObject { property QtObject theme: Theme }", QUrl(u"qrc:/theme"_s));
    const std::unique_ptr<QObject> holder(component.create());
    const auto* theme = holder ? holder->property("theme").value<QObject*>() : nullptr;
    if (!theme)
        return outcome.add(u"contrast"_s, {component.errorString()});
    checkContrast(*theme, [&outcome](const QString& pair, const QStringList& wrong) { outcome.add(pair, wrong); });
}
