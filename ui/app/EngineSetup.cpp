#include "ui/app/EngineSetup.h"

#include "ui/app/AppViewModel.h"
#include "ui/common/IconProvider.h"
#include "ui/common/LocalOnly.h"

#include <QDirIterator>
#include <QFontDatabase>
#include <QQmlEngine>

#include <memory>

namespace ui {

namespace {

/// What the engine uses and does not own; dies with it.
struct Gates final : QObject {
    using QObject::QObject;
    LocalOnlyUrls urls;
    NoNetworkFactory network;
};

void loadFonts()
{
    QDirIterator fonts(QStringLiteral(":/fonts"));
    while (fonts.hasNext())
        QFontDatabase::addApplicationFont(fonts.next());
}

} // namespace

void prepareEngine(QQmlEngine& engine, AppViewModel& app)
{
    loadFonts();
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
    auto* gates = new Gates(&engine);
    engine.addUrlInterceptor(&gates->urls);
    engine.setNetworkAccessManagerFactory(&gates->network);
    QObject::connect(&app, &AppViewModel::languageChanged, &engine, &QQmlEngine::retranslate);
}

} // namespace ui
