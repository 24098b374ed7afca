#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::NewDevice;

namespace {

NewDevice device(const char* id, const QString& name)
{
    return {.id = *core::DeviceId::parse(QString::fromLatin1(id)), .name = name, .firstSeen = fixtures::at(0, 9, 15)};
}

} // namespace

TEST_CASE("a new device is asked about by name and time, one at a time (S-31)", "[ui][devices]")
{
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    MainViewModel main(format);
    auto& news = *main.newDevices();
    CHECK(news.title().isEmpty());
    CHECK(news.text().isEmpty());
    news.apply({device("B", u"Firefox"_s), device("A", {})});
    CHECK(plain(news.title()) == u"Ein neues Gerät ist angemeldet: Firefox");
    CHECK(news.text().contains(u"09:15"));
    CHECK(news.text().endsWith(u"Waren Sie das?"));
    news.apply({device("A", {})});
    CHECK(plain(news.title()) == u"Ein neues Gerät ist angemeldet: Gerät ohne Namen");
    main.forget();
    CHECK(news.title().isEmpty());
}
