#include "core/encryption/DehydratedDevices.h"
#include "core/services/devices/DevicesService.h"
#include "tests/core/encryption/TestParty.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Trust = OwnDevice::Trust;

namespace {

const QString v3 = u"/_matrix/client/v3"_s;
const QByteArray list = R"({"devices":[
    {"device_id":"OLD","display_name":"Telefon","last_seen_ts":1600000000000},
    {"device_id":"ANNA","display_name":"Laptop","last_seen_ts":1500000000000},
    {"device_id":"NEW","display_name":"Tablet","last_seen_ts":1650000000000},
    {"device_id":"NEVER"}]})";
const QByteArray question = R"({"session":"s","flows":[{"stages":["m.login.password"]},{"stages":["m.login.sso"]}]})";
const QByteArray refusal = R"({"errcode":"M_FORBIDDEN","error":"Invalid password","session":"s",
    "flows":[{"stages":["m.login.password"]},{"stages":["m.login.sso"]}]})";

DeviceId device(const char* id)
{
    return *DeviceId::parse(QString::fromLatin1(id));
}

struct Devices {
    Devices()
    {
        server.on("GET", v3 + u"/devices"_s, {FakeHomeserver::json(list)});
        server.on("POST", v3 + u"/delete_devices"_s, {FakeHomeserver::json("{}")});
        server.on("PUT", v3 + u"/devices/*"_s, {FakeHomeserver::json("{}")});
        QObject::connect(&service, &DevicesService::signedOut, &service, [this](const QList<DeviceId>& ids) { gone += ids; });
    }

    void serverAnswers(std::vector<FakeHomeserver::Answer> answers)
    {
        server.on("POST", v3 + u"/delete_devices"_s, std::move(answers));
    }
    void serverLists(const QByteArray& devices) { server.on("GET", v3 + u"/devices"_s, {FakeHomeserver::json(devices)}); }
    void load()
    {
        service.load();
        runAll();
    }
    void signOut(const QList<DeviceId>& devices)
    {
        service.signOut(devices);
        runAll();
    }
    void confirm(const QByteArray& password)
    {
        service.confirmWithPassword(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(password)));
        runAll();
    }
    [[nodiscard]] const DevicesState& state() const { return service.state(); }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (const auto& entry : state().devices)
            ids.append(entry.id.toString());
        return ids;
    }
    [[nodiscard]] OwnDevice entry(const char* id) const
    {
        for (const auto& entry : state().devices) {
            if (entry.id == device(id))
                return entry;
        }
        return {};
    }
    /// The bodies of all attempts to sign out.
    [[nodiscard]] QList<QJsonObject> attempts() const
    {
        QList<QJsonObject> bodies;
        for (const auto& request : server.requests()) {
            if (request.url.path().endsWith(u"/delete_devices"_s))
                bodies.append(QJsonDocument::fromJson(request.body).object());
        }
        return bodies;
    }
    [[nodiscard]] qsizetype asked() const { return server.count("GET", v3 + u"/devices"_s); }

    party::Server keys;
    party::ManualClock clock;
    party::Party anna{keys, clock, u"@anna:example.org"_s, u"ANNA"_s};
    FakeHomeserver server;
    Api api{server, QUrl(u"https://example.org"_s), nullptr};
    DevicesService service{{.api = api, .machine = *anna.machine, .clock = clock, .ownName = u"Dieser Laptop"_s}};
    QList<DeviceId> gone;
};

const auto asks = [](const QByteArray& body) { return FakeHomeserver::json(body, 401); };

} // namespace

TEST_CASE_METHOD(Devices, "this device comes first, then the one used last", "[devices]")
{
    service.load();
    CHECK(ids() == QStringList{u"ANNA"_s}); // before the server has said anything
    CHECK(entry("ANNA").name == u"Dieser Laptop"_s);
    CHECK(state().isLoading);
    runAll();
    CHECK_FALSE(state().isLoading);
    CHECK(state().isLoaded);
    CHECK(ids() == QStringList{u"ANNA"_s, u"NEW"_s, u"OLD"_s, u"NEVER"_s});
    CHECK(entry("ANNA").isThis);
    CHECK_FALSE(entry("NEW").isThis);
    CHECK(entry("NEW").name == u"Tablet"_s);
    CHECK(entry("NEW").lastSeen.ms == 1'650'000'000'000);
    CHECK_FALSE(entry("NEVER").lastSeen.isKnown());
    CHECK(entry("NEVER").name.isEmpty());
}

TEST_CASE_METHOD(Devices, "a device is confirmed if the own identity has signed it, and others are not", "[devices]")
{
    serverLists(R"({"devices":[{"device_id":"ANNA"},{"device_id":"FOREIGN"},{"device_id":"KEYLESS"}]})");
    load();
    CHECK(entry("ANNA").trust == Trust::Unknown); // no identity yet
    anna.bootstrap();
    party::Party foreign(keys, clock, u"@anna:example.org"_s, u"FOREIGN"_s);
    foreign.flush();
    clock.advance(party::hour);
    anna.sync({u"@anna:example.org"_s});
    service.check();
    runAll();
    CHECK(entry("ANNA").trust == Trust::Confirmed);
    CHECK(entry("FOREIGN").trust == Trust::Unconfirmed);
    CHECK(entry("FOREIGN").firstSeen == clock.time);
    CHECK(entry("KEYLESS").trust == Trust::Unconfirmed);
    CHECK_FALSE(entry("KEYLESS").firstSeen.isKnown());
}

TEST_CASE_METHOD(Devices, "a device that cannot check the own identity claims nothing about others", "[devices]")
{
    anna.bootstrap();
    party::Party second(keys, clock, u"@anna:example.org"_s, u"SECOND"_s);
    second.flush();
    REQUIRE(second.machine->askForOwnIdentity());
    second.flush();
    DevicesService there({.api = api, .machine = *second.machine, .clock = clock, .ownName = {}});
    there.load();
    runAll();
    REQUIRE(there.state().devices.size() == 5);
    for (const auto& entry : there.state().devices)
        CHECK(entry.trust == Trust::Unknown);
}

TEST_CASE_METHOD(Devices, "the list is asked for again when the own devices change, and not before it was ever shown",
                 "[devices]")
{
    anna.bootstrap();
    service.check();
    runAll();
    CHECK(asked() == 0);
    load();
    CHECK(asked() == 1);
    service.check();
    runAll();
    CHECK(asked() == 1); // nothing has changed
    party::Party added(keys, clock, u"@anna:example.org"_s, u"ADDED"_s);
    added.flush();
    anna.sync({u"@anna:example.org"_s});
    service.check();
    runAll();
    CHECK(asked() == 2);
}

TEST_CASE_METHOD(Devices, "a server that hides this device, repeats others or invents ids changes nothing", "[devices]")
{
    serverLists(R"({"devices":[{"device_id":"OTHER","display_name":"A"},{"device_id":"OTHER","display_name":"B"},
        {"device_id":""},{"device_id":7},{},null,{"device_id":"LATE","last_seen_ts":9000000000000000},
        {"device_id":"EARLY","last_seen_ts":-5},{"device_id":"FLOAT","last_seen_ts":1.5}]})");
    load();
    CHECK(ids() == QStringList{u"ANNA"_s, u"LATE"_s, u"EARLY"_s, u"FLOAT"_s, u"OTHER"_s});
    CHECK(entry("OTHER").name == u"A"_s);
    CHECK(entry("LATE").lastSeen == clock.time);
    CHECK_FALSE(entry("EARLY").lastSeen.isKnown());
    CHECK_FALSE(entry("FLOAT").lastSeen.isKnown());
    CHECK(entry("ANNA").isThis);
    CHECK(entry("ANNA").name == u"Dieser Laptop"_s);
}

TEST_CASE_METHOD(Devices, "names are fit to be shown", "[devices]")
{
    serverLists(R"({"devices":[{"device_id":"OTHER","display_name":"\u202eTel\u0000efon\n\n)" + QByteArray(5'000, 'x') +
                R"("}]})");
    load();
    const QString name = entry("OTHER").name;
    CHECK(name.startsWith(u"Telefon x"_s));
    CHECK(name.size() <= 100);
}

TEST_CASE_METHOD(Devices, "what cannot be loaded is said, and what was there stays", "[devices]")
{
    load();
    server.on("GET", v3 + u"/devices"_s, {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)});
    load();
    REQUIRE(state().loadError);
    CHECK(state().loadError->code == ErrorCode::Forbidden);
    CHECK(ids().size() == 4);
    serverLists(R"({"devices":"none"})");
    load();
    CHECK(state().loadError->code == ErrorCode::Protocol);
    serverLists(list);
    load();
    CHECK_FALSE(state().loadError);
}

TEST_CASE_METHOD(Devices, "devices are signed out with the password", "[devices]")
{
    load();
    serverAnswers({asks(question), FakeHomeserver::json("{}")});
    signOut({device("OLD"), device("NEW"), device("OLD")});
    REQUIRE(state().question);
    CHECK(state().question->password);
    CHECK(state().question->browser.path() == u"/_matrix/client/v3/auth/m.login.sso/fallback/web"_s);
    CHECK_FALSE(state().question->refused);
    CHECK_FALSE(state().isBusy);
    CHECK(state().signingOut == QList{device("OLD"), device("NEW")});
    CHECK(gone.isEmpty());
    serverLists(R"({"devices":[{"device_id":"ANNA"},{"device_id":"NEVER"}]})");
    confirm("geheim");
    CHECK(gone == QList{device("OLD"), device("NEW")});
    CHECK_FALSE(state().question);
    CHECK(state().signingOut.isEmpty());
    CHECK(ids() == QStringList{u"ANNA"_s, u"NEVER"_s});
    REQUIRE(attempts().size() == 2);
    CHECK_FALSE(attempts()[0].contains("auth"_L1));
    CHECK(attempts()[1].value("devices"_L1) == attempts()[0].value("devices"_L1));
    CHECK(attempts()[1].value("auth"_L1).toObject().value("password"_L1) == u"geheim"_s);
}

TEST_CASE_METHOD(Devices, "a wrong password can be given again", "[devices]")
{
    load();
    serverAnswers({asks(question), asks(refusal), FakeHomeserver::json("{}")});
    signOut({device("OLD")});
    confirm("wrong");
    REQUIRE(state().question);
    CHECK(state().question->refused);
    CHECK(gone.isEmpty());
    confirm("right");
    CHECK(gone == QList{device("OLD")});
}

TEST_CASE_METHOD(Devices, "devices are signed out after the browser, and not before", "[devices]")
{
    load();
    serverAnswers({asks(question), asks(question), FakeHomeserver::json("{}")});
    signOut({device("OLD")});
    service.confirmedInBrowser();
    runAll();
    REQUIRE(state().question);
    CHECK(state().question->refused); // nothing has happened there yet
    service.confirmedInBrowser();
    runAll();
    CHECK(gone == QList{device("OLD")});
    CHECK(attempts().last().value("auth"_L1).toObject() == QJsonObject{{u"session"_s, u"s"_s}});
}

TEST_CASE_METHOD(Devices, "nothing is asked where the server wants no confirmation", "[devices]")
{
    load();
    SECTION("at all")
    {
        signOut({device("OLD")});
        CHECK(attempts().size() == 1);
    }
    SECTION("but the form of one")
    {
        serverAnswers({asks(R"({"session":"s","flows":[{"stages":["m.login.dummy"]}]})"), FakeHomeserver::json("{}")});
        signOut({device("OLD")});
        CHECK(attempts().size() == 2);
    }
    CHECK(gone == QList{device("OLD")});
    CHECK(ids().contains(u"NEW"_s));
}

TEST_CASE_METHOD(Devices, "this device is never signed out", "[devices]")
{
    load();
    signOut({device("ANNA")});
    signOut({});
    signOut({DeviceId()});
    CHECK(attempts().isEmpty());
    CHECK(state().signingOut.isEmpty());
    signOut({device("ANNA"), device("OLD")});
    REQUIRE(attempts().size() == 1);
    CHECK(attempts()[0].value("devices"_L1).toArray() == QJsonArray{u"OLD"_s});
}

TEST_CASE_METHOD(Devices, "a server that asks in circles is left after a few rounds", "[devices]")
{
    load();
    serverAnswers({asks(R"({"session":"s","flows":[{"stages":["m.login.dummy"]}]})")});
    signOut({device("OLD")});
    REQUIRE(state().failure);
    CHECK(state().failure->code == ErrorCode::Protocol);
    CHECK(attempts().size() == 4);
    CHECK(gone.isEmpty());
    CHECK_FALSE(state().isBusy);
    signOut({device("OLD")}); // can be tried again
    CHECK(attempts().size() == 8);
}

TEST_CASE_METHOD(Devices, "a refusal in the place of a question ends the sign-out and signs nothing out", "[devices]")
{
    load();
    const auto failsWith = [this](FakeHomeserver::Answer answer) {
        serverAnswers({std::move(answer)});
        signOut({device("OLD")});
        CHECK_FALSE(state().question);
        CHECK(state().signingOut.isEmpty());
        CHECK(gone.isEmpty());
        CHECK(ids().contains(u"OLD"_s));
        return state().failure ? std::optional(state().failure->code) : std::nullopt;
    };
    CHECK(failsWith(asks("")) == ErrorCode::Protocol);
    CHECK(failsWith(asks(R"({"session":"s","flows":[{"stages":["m.login.recaptcha"]}]})")) == ErrorCode::NotSupported);
    CHECK(failsWith(FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)) == ErrorCode::Forbidden);
    CHECK(failsWith(FakeHomeserver::errcode(404, u"M_UNRECOGNIZED"_s)) == ErrorCode::NotSupported);
    CHECK(failsWith(FakeHomeserver::failure(ErrorCode::Network)) == ErrorCode::Network);
}

TEST_CASE_METHOD(Devices, "a fault on the way keeps the question, so that the answer can be given again", "[devices]")
{
    load();
    serverAnswers({asks(question), FakeHomeserver::errcode(429, u"M_LIMIT_EXCEEDED"_s), FakeHomeserver::json("{}")});
    signOut({device("OLD")});
    confirm("geheim");
    REQUIRE(state().question);
    REQUIRE(state().failure);
    CHECK(state().failure->code == ErrorCode::RateLimited);
    confirm("geheim");
    CHECK_FALSE(state().failure);
    CHECK(gone == QList{device("OLD")});
}

TEST_CASE_METHOD(Devices, "a cancelled sign-out signs nothing out, and another one can follow", "[devices]")
{
    load();
    serverAnswers({asks(question)});
    signOut({device("OLD")});
    service.cancel();
    confirm("geheim");
    service.confirmedInBrowser();
    runAll();
    CHECK(attempts().size() == 1);
    CHECK_FALSE(state().question);
    CHECK(state().signingOut.isEmpty());
    signOut({device("NEW")});
    CHECK(attempts().size() == 2);
    CHECK(state().question);
    CHECK(gone.isEmpty());
}

TEST_CASE_METHOD(Devices, "what the server has done in spite of the cancelling is seen in the list", "[devices]")
{
    load();
    serverAnswers({FakeHomeserver::held(FakeHomeserver::json("{}"))});
    service.signOut({device("OLD")});
    CHECK(state().isBusy);
    signOut({device("NEW")}); // one at a time
    CHECK(attempts().size() == 1);
    serverLists(R"({"devices":[{"device_id":"ANNA"}]})");
    service.cancel();
    server.release();
    runAll();
    CHECK(gone.isEmpty());
    CHECK_FALSE(state().isBusy);
    CHECK(ids() == QStringList{u"ANNA"_s});
}

TEST_CASE_METHOD(Devices, "an answer from before the sign-out does not bring the device back", "[devices]")
{
    load();
    server.on("GET", v3 + u"/devices"_s,
              {FakeHomeserver::held(FakeHomeserver::json(list)), FakeHomeserver::json(R"({"devices":[{"device_id":"ANNA"}]})")});
    service.load();
    signOut({device("OLD")});
    CHECK(gone == QList{device("OLD")});
    bool cameBack = false;
    QObject::connect(&service, &DevicesService::changed, &service, [&] { cameBack |= ids().contains(u"OLD"_s); });
    server.release();
    runAll();
    CHECK_FALSE(cameBack);
    CHECK(ids() == QStringList{u"ANNA"_s});
}

TEST_CASE_METHOD(Devices, "an empty password is no answer", "[devices]")
{
    load();
    serverAnswers({asks(question)});
    signOut({device("OLD")});
    confirm("");
    service.confirmWithPassword(nullptr);
    CHECK(attempts().size() == 1);
    CHECK(state().question);
}

TEST_CASE_METHOD(Devices, "a device gets another name", "[devices]")
{
    load();
    service.rename(device("OLD"), u" Mein\nTelefon "_s);
    runAll();
    REQUIRE(server.count("PUT", v3 + u"/devices/OLD"_s) == 1);
    for (const auto& request : server.requests()) {
        if (request.method == "PUT")
            CHECK(QJsonDocument::fromJson(request.body).object() == QJsonObject{{u"display_name"_s, u"Mein Telefon"_s}});
    }
    CHECK(asked() == 2);
    service.rename(device("OLD"), u" \n"_s);
    runAll();
    CHECK(server.count("PUT", v3 + u"/devices/OLD"_s) == 1);
    server.on("PUT", v3 + u"/devices/*"_s, {FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s)});
    service.rename(device("OLD"), u"Anderes"_s);
    runAll();
    REQUIRE(state().failure);
    CHECK(state().failure->code == ErrorCode::Forbidden);
}

TEST_CASE_METHOD(Devices, "the device that receives while nobody is logged in is not listed, unless somebody has used it (S-55)",
                 "[devices]")
{
    anna.bootstrap();
    QJsonObject upload;
    REQUIRE(anna.machine->withDehydratedDevices([&](DehydratedDevices& devices) -> Result<> {
        const auto made = devices.make(crypto::SecretBytes(32));
        if (!made)
            return std::unexpected(made.error());
        upload = *made;
        return devices.uploaded();
    }));
    keys.putDehydrated(u"@anna:example.org"_s, upload);
    const QByteArray id = upload.value("device_id"_L1).toString().toUtf8();
    const QByteArray entry = R"({"devices":[{"device_id":"ANNA"},{"device_id":")" + id + R"("}]})";
    serverLists(entry);
    load(); // its keys were not shown yet
    CHECK(ids() == QStringList{u"ANNA"_s});
    anna.sync({u"@anna:example.org"_s});
    load();
    CHECK(ids() == QStringList{u"ANNA"_s});
    serverLists(QByteArray(entry).replace("\"}]", R"(","last_seen_ts":1650000000000}])"));
    load();
    CHECK(ids().size() == 2);
}
