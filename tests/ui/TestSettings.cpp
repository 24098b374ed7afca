#include "ui/settings/SettingsViewModel.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using Theme = SettingsViewModel::Theme;

TEST_CASE("what was chosen is still chosen after a restart")
{
    const QTemporaryDir profile;
    {
        SettingsStore store(profile.path());
        SettingsViewModel settings(store);
        settings.setLanguage(u"en"_s);
        settings.setTheme(Theme::Contrast);
        settings.setTextScale(1.6);
        settings.setReducedMotion(true);
    }
    SettingsStore store(profile.path());
    const SettingsViewModel settings(store);
    CHECK(settings.language() == u"en");
    CHECK(settings.theme() == Theme::Contrast);
    CHECK(settings.textScale() == Catch::Approx(1.6));
    CHECK(settings.reducedMotion());
}

TEST_CASE("without a folder nothing is kept and everything works")
{
    SettingsStore store{QString()};
    SettingsViewModel settings(store);
    settings.setTheme(Theme::Dark);
    CHECK(settings.theme() == Theme::Dark);
    SettingsStore other{QString()};
    CHECK(SettingsViewModel(other).theme() == Theme::System);
}

TEST_CASE("a file that somebody wrote by hand cannot make the program unusable")
{
    const QTemporaryDir profile;
    QFile file(profile.filePath(u"interface.ini"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("[General]\nlanguage=klingon\ntheme=purple\ntextScale=99\nreducedMotion=perhaps\n");
    file.close();
    SettingsStore store(profile.path());
    CHECK(store.language() == u"de");
    CHECK(store.theme() == u"system");
    CHECK(store.textScale() == Catch::Approx(2.5));
    SettingsViewModel settings(store);
    settings.setTextScale(0.1);
    CHECK(settings.textScale() == Catch::Approx(1.0));
    settings.setLanguage(u"fr"_s);
    CHECK(settings.language() == u"de");
}

TEST_CASE("a language for one start is not kept, and a choice takes its place")
{
    const QTemporaryDir profile;
    SettingsStore store(profile.path());
    SettingsViewModel settings(store);
    settings.setLanguage(u"de"_s);
    settings.overrideLanguage(u"en"_s);
    CHECK(settings.language() == u"en");
    SettingsStore other(profile.path());
    CHECK(other.language() == u"de");
    settings.setLanguage(u"de"_s);
    CHECK(settings.language() == u"de");
}
