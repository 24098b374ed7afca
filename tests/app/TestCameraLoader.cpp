#include "app/CameraLoader.h"
#include "app/CameraPlugin.h"
#include "tests/support/RunUntil.h"

#include <QCoreApplication>
#include <QFile>
#include <QPluginLoader>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <optional>

using namespace app;
using namespace Qt::StringLiterals;
using Trouble = ui::Cameras::Trouble;

namespace {

struct Answers {
    explicit Answers(CameraLoader& loader)
    {
        loader.watch(&context, [this](bool found) { isThere = found; });
        loader.open(&context, [](const QImage&) {}, [this](Trouble why) { trouble = why; });
        CHECK(!isThere); // not before the page is made
        REQUIRE(core::runUntil([&] { return isThere && trouble; }));
    }
    QObject context;
    std::optional<bool> isThere;
    std::optional<Trouble> trouble;
};

} // namespace

TEST_CASE("without the module there is no camera, and no harm", "[camera]")
{
    CameraLoader loader({u"/nowhere/libfdvcamera.so"_s});
    const Answers answers(loader);
    CHECK(answers.isThere == false);
    CHECK(answers.trouble == Trouble::Gone);
}

TEST_CASE("a module that is none is no camera, and no harm", "[camera]")
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"libfdvcamera.so"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("not a library");
    file.close();
    CameraLoader loader({file.fileName()});
    const Answers answers(loader);
    CHECK(answers.isThere == false);
    CHECK(answers.trouble == Trouble::Gone);
}

TEST_CASE("the module is looked for beside the program first", "[camera]")
{
    const QStringList places = CameraLoader::places();
    REQUIRE(places.size() == 2);
    CHECK(places.first() == QCoreApplication::applicationDirPath() + u"/libfdvcamera.so"_s);
    CHECK(places.last().contains(u"/fdv-messenger/"_s));
}

TEST_CASE("the module that is built beside the program gives cameras, whether or not one is plugged in", "[camera]")
{
    QPluginLoader loader(QCoreApplication::applicationDirPath() + u"/../app/libfdvcamera.so"_s);
    auto* plugin = qobject_cast<CameraPlugin*>(loader.instance());
    INFO(loader.errorString().toStdString());
    REQUIRE(plugin);
    const auto cameras = plugin->cameras();
    REQUIRE(cameras);
    QObject context;
    std::optional<bool> isThere;
    cameras->watch(&context, [&](bool found) { isThere = found; });
    REQUIRE(core::runUntil([&] { return isThere.has_value(); }));
}
