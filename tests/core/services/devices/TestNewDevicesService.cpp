#include "core/encryption/DehydratedDevices.h"
#include "core/services/devices/NewDevicesService.h"
#include "tests/core/encryption/TestParty.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString anna = u"@anna:example.org"_s;

struct Account {
    party::Server server;
    party::ManualClock clock;
    party::Party old{server, clock, anna, u"OLD"_s}; // was there before
    party::Party here{server, clock, anna, u"HERE"_s};
    std::unique_ptr<NewDevicesService> service;
    QList<NewDevice> shown;
    int emissions = 0;

    Account() { start(); }
    void start()
    {
        service = std::make_unique<NewDevicesService>(NewDevicesService::Parts{.machine = *here.machine, .store = here.store});
        QObject::connect(service.get(), &NewDevicesService::changed, service.get(), [this](const QList<NewDevice>& devices) {
            shown = devices;
            ++emissions;
        });
    }
    void sync()
    {
        here.sync({anna});
        service->check();
    }
    /// Somebody signs in there.
    void signIn(const QString& device)
    {
        clock.advance(party::hour);
        const party::Party there(server, clock, anna, device);
        sync();
    }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (const auto& device : shown)
            ids.append(device.id.toString());
        return ids;
    }
};

} // namespace

TEST_CASE("Devices that are there when this one looks for the first time are not new", "[devices]")
{
    Account account;
    account.service->check();
    account.sync();
    CHECK(account.ids().isEmpty());
    CHECK(account.emissions == 0);
}

TEST_CASE("A device that appears is new within one sync, until the person has seen it, also after a restart (S-31)", "[devices]")
{
    Account account;
    account.sync();
    account.signIn(u"NEW"_s);
    CHECK(account.ids() == QStringList{u"NEW"_s});
    CHECK(account.shown[0].firstSeen == account.clock.now());
    account.start();
    account.service->load();
    CHECK(account.ids() == QStringList{u"NEW"_s});

    account.service->acknowledge({account.shown[0].id});
    CHECK(account.shown.isEmpty());
    account.start();
    account.service->load();
    CHECK(account.shown.isEmpty());
}

TEST_CASE("Several new devices are said, the newest first, and each is answered alone", "[devices]")
{
    Account account;
    account.sync();
    account.signIn(u"A"_s);
    account.signIn(u"B"_s);
    CHECK(account.ids() == QStringList{u"B"_s, u"A"_s});
    account.service->acknowledge({account.shown[0].id});
    CHECK(account.ids() == QStringList{u"A"_s});
    account.server.deviceKeys.erase({anna, u"A"_s}); // signed out
    account.sync();
    CHECK(account.shown.isEmpty());
}

TEST_CASE("The device that receives while nobody is logged in is never said to be new (S-55)", "[devices]")
{
    Account account;
    account.sync();
    account.here.bootstrap();
    QJsonObject upload;
    REQUIRE(account.here.machine->withDehydratedDevices([&](DehydratedDevices& devices) -> Result<> {
        const auto made = devices.make(crypto::SecretBytes(32));
        if (!made)
            return std::unexpected(made.error());
        upload = *made;
        return devices.uploaded();
    }));
    account.server.putDehydrated(anna, upload);
    account.sync();
    CHECK(account.here.machine->devices(account.here.user)->size() == 2);
    CHECK(account.ids().isEmpty());
    // Not either while the keys of the account are being renewed, and it is signed by the old ones.
    REQUIRE(account.here.machine->prepareNewIdentity());
    const auto next = *account.here.machine->newIdentityUpload();
    account.server.masterKeys[anna] = next.value("master_key"_L1).toObject();
    account.server.selfSigningKeys[anna] = next.value("self_signing_key"_L1).toObject();
    account.server.userSigningKeys[anna] = next.value("user_signing_key"_L1).toObject();
    account.sync();
    CHECK(account.here.machine->devices(account.here.user)->size() == 3);
    CHECK(account.ids().isEmpty());
    account.signIn(u"THIEF"_s);
    CHECK(account.ids() == QStringList{u"THIEF"_s});
}
