#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using Page = DevicesViewModel::Page;

namespace {

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    MainViewModel main{format};
    DevicesViewModel& devices = *main.devices();

    void show(const core::DevicesState& state = fixtures::devices())
    {
        main.setPlace(MainViewModel::Place::Settings);
        devices.open();
        devices.applyState(state);
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "each device says when it was used and whether it is confirmed", "[devices]")
{
    show();
    CHECK(devices.thisDevice().name == u"FdV Messenger (Linux)");
    CHECK(devices.thisDevice().facts == u"Wird gerade benutzt");
    CHECK(devices.thisDevice().confirmed);
    const auto others = devices.others();
    REQUIRE(others.size() == 3);
    CHECK(others[0].trust == u"Bestätigt");
    CHECK(others[0].facts.startsWith(u"Zuletzt benutzt: heute um 08:05"));
    CHECK(others[0].facts.contains(u"zuerst gesehen"));
    CHECK(others[1].trust == u"Nicht bestätigt");
    CHECK(others[1].suspicious);
    CHECK(others[1].canConfirm);
    CHECK_FALSE(others[0].canConfirm);
    CHECK_FALSE(devices.thisDevice().canConfirm);
    CHECK(others[1].trustNote.contains(u"melden Sie es ab"));
    CHECK(others[2].name == u"Gerät ohne Namen");
    CHECK(others[2].facts.contains(u"nicht bekannt"));
}

TEST_CASE_METHOD(Fixture, "a device that cannot tell can only be confirmed itself", "[devices]")
{
    auto state = fixtures::devices();
    for (auto& device : state.devices)
        device.trust = core::OwnDevice::Trust::Unknown;
    show(state);
    CHECK(devices.thisDevice().canConfirm);
    CHECK_FALSE(devices.others()[0].canConfirm);
}

TEST_CASE_METHOD(Fixture, "a question has a page of its own, and the list comes back after it", "[devices]")
{
    CHECK(devices.page() == Page::None);
    show();
    CHECK(devices.page() == Page::List);
    devices.applyState(fixtures::devicesAsking(true, false));
    CHECK(devices.page() == Page::Confirm);
    CHECK(devices.passwordOffered());
    CHECK_FALSE(devices.browserOffered());
    CHECK(plain(devices.signingOutText()) == u"Mein Telefon");
    devices.applyState(fixtures::devices());
    devices.applySignedOut();
    CHECK(devices.page() == Page::List);
    CHECK(devices.done());
    devices.back();
    CHECK(devices.page() == Page::None);
    devices.open();
    CHECK_FALSE(devices.done());
}

TEST_CASE_METHOD(Fixture, "another place closes the devices", "[devices]")
{
    show(fixtures::devicesAsking(true, false));
    main.setPlace(MainViewModel::Place::Chats);
    CHECK(devices.page() == Page::None);
    devices.applyState(fixtures::devicesAsking(true, false)); // late
    CHECK(devices.page() == Page::None);
}

TEST_CASE_METHOD(Fixture, "a refused answer is said beside what was answered", "[devices]")
{
    show(fixtures::devicesAsking(true, true));
    CHECK(devices.passwordError().isEmpty());
    devices.confirmWithPassword(u"falsch"_s);
    devices.applyState(fixtures::devicesAsking(true, true, true));
    CHECK(devices.passwordError().contains(u"nicht richtig"));
    CHECK(devices.browserError().isEmpty());
    devices.confirmedInBrowser();
    CHECK(devices.passwordError().isEmpty());
    CHECK(devices.browserError().contains(u"noch nichts bestätigt"));
}

TEST_CASE_METHOD(Fixture, "the browser is opened with the address of the question only", "[devices]")
{
    QList<QUrl> opened;
    QObject::connect(&devices, &DevicesViewModel::browserRequested, &devices, [&](const QUrl& url) { opened.append(url); });
    show(fixtures::devicesAsking(true, false));
    devices.openBrowser();
    CHECK(opened.isEmpty());
    devices.applyState(fixtures::devicesAsking(false, true));
    devices.openBrowser();
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].host() == u"kasse.example");
    CHECK(devices.inBrowser());
}

TEST_CASE_METHOD(Fixture, "the question before signing out names account and insurer", "[devices]")
{
    main.profile()->applyProfile(fixtures::profile());
    const QString text = plain(devices.accountText());
    CHECK(text.contains(u"Erika Mustermann"));
    CHECK(text.contains(u"@a123456780:kasse.example"));
    CHECK(text.contains(u"Krankenkasse: kasse.example"));
}

TEST_CASE_METHOD(Fixture, "a server that does not let us sign out is named with what to do", "[devices]")
{
    auto state = fixtures::devices();
    state.failure = fixtures::error(core::ErrorCode::NotSupported);
    show(state);
    CHECK(devices.failure().cause.contains(u"keine Geräte abmelden"));
    CHECK(devices.failure().next.contains(u"Internetseite"));
}
