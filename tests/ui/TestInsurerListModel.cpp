#include "ui/login/InsurerListModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

QStringList names(const InsurerListModel& model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.append(model.data(model.index(row), InsurerListModel::ItemRole).value<Insurer>().name);
    return found;
}

} // namespace

TEST_CASE("the provider file names insurers in the language of the moment")
{
    const QByteArray json = R"({"providers": [
        {"id": "a", "name": {"de": "Kasse A", "en": "Insurer A"}, "homeserver": "a.example", "note": {"de": "Notiz"},
         "support": {"phone": "+49 30 23125 001", "hours": {"de": "Werktags", "en": "On weekdays"}}},
        {"id": "b", "name": "Kasse B", "homeserver": "b.example"},
        {"id": "c", "name": "ohne Server"}, {"homeserver": "d.example"}, 17, null]})";
    const auto german = InsurerListModel::parse(json, u"de"_s);
    REQUIRE(german.size() == 2);
    CHECK(german.first() == Insurer{u"a"_s, u"Kasse A"_s, u"a.example"_s, u"Notiz"_s, u"+49 30 23125 001"_s, u"Werktags"_s});
    CHECK(german.last() == Insurer{u"b"_s, u"Kasse B"_s, u"b.example"_s, {}, {}, {}});
    CHECK(InsurerListModel::parse(json, u"en"_s).first().name == u"Insurer A");
    for (const QByteArray& damaged : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("{\"providers\": 3}")})
        CHECK(InsurerListModel::parse(damaged, u"de"_s).isEmpty());
}

TEST_CASE("the search needs all words, in any order and case")
{
    InsurerListModel model(nullptr);
    model.setInsurers({{.id = {}, .name = u"Lindenkasse Nord"_s, .homeserver = u"a"_s, .note = {}},
                       {.id = {}, .name = u"Lindenkasse Süd"_s, .homeserver = u"b"_s, .note = {}}});
    model.setFilter(u" nord  linden "_s);
    CHECK(names(model) == QStringList{u"Lindenkasse Nord"_s});
    model.setFilter(u"ost"_s);
    CHECK(model.count() == 0);
    model.setFilter({});
    CHECK(model.count() == 2);
}

TEST_CASE("an insurer on this device is for demo and tests: shown only if plain http is allowed")
{
    InsurerListModel model(nullptr);
    model.load(u"de"_s);
    CHECK(!names(model).contains(u"Demo-Krankenkasse"));
    model.setLoopbackAllowed(true);
    CHECK(names(model).contains(u"Demo-Krankenkasse"));
}

TEST_CASE("the insurer of a session is found by the server that was chosen, also one that is not shown")
{
    InsurerListModel model(nullptr);
    model.setInsurers({{.id = {}, .name = u"Kasse A"_s, .homeserver = u" a.example "_s, .note = {}},
                       {.id = {}, .name = u"Demo"_s, .homeserver = u"http://127.0.0.1:8008"_s, .note = {}}});
    REQUIRE(model.at(u"a.example"_s));
    CHECK(model.at(u"a.example"_s)->name == u"Kasse A");
    REQUIRE(model.at(u"http://127.0.0.1:8008"_s));
    CHECK(model.at(u"http://127.0.0.1:8008"_s)->name == u"Demo");
    CHECK_FALSE(model.at(u"b.example"_s));
    CHECK_FALSE(model.at({}));
}
