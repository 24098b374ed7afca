// What the person does reaches the core: the view model with a real service and two real devices of one account.
#include "core/api/Api.h"
#include "tests/core/services/sync/SyncedAccount.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/RunUntil.h"
#include "tests/ui/Speaking.h"
#include "ui/verification/VerificationViewModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::VerificationState;
using Action = core::VerificationAction;
using Phase = VerificationState::Phase;
using Step = VerificationViewModel::Step;

namespace {

/// The window of Anna's old device, which has the private keys of her identity, and a new device without a window.
struct Devices {
    party::Server server;
    party::ManualClock clock;
    party::Party old{server, clock, u"@anna:example.org"_s, u"OLD"_s};
    party::Party fresh{server, clock, u"@anna:example.org"_s, u"NEW"_s};
    core::FakeHomeserver http;
    core::Api api{http, QUrl(u"https://example.org"_s), nullptr};
    core::CryptoRequestSender requests{api, *old.machine};
    SyncedAccount stores; // of nobody
    core::VerificationService service{{.machine = *old.machine,
                                       .requests = requests,
                                       .rooms = *stores.rooms,
                                       .accountData = *stores.accountData,
                                       .clock = clock,
                                       .send = {}}};
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    VerificationViewModel verification{format};

    Devices()
    {
        http.on("PUT", u"/_matrix/client/v3/sendToDevice/*/*"_s, {core::FakeHomeserver::json("{}")});
        old.bootstrap();
        old.sync({u"@anna:example.org"_s});
        fresh.sync({u"@anna:example.org"_s});
        verification.setService(&service);
        core::runAll();
    }
    static VerificationState stateOf(const party::Party& device)
    {
        const auto states = device.machine->verifications();
        return states.isEmpty() ? VerificationState() : states.last();
    }
    void exchange()
    {
        for (int round = 0; round < 3; ++round) {
            old.flush();
            fresh.sync();
            old.sync();
        }
        service.check();
        core::runAll();
    }
    void act(party::Party& device, Action action)
    {
        REQUIRE(device.machine->actInVerification(stateOf(device).transaction, action));
        exchange();
    }
    void freshAsks()
    {
        REQUIRE(fresh.machine->requestVerification({}));
        fresh.flush();
        exchange();
        REQUIRE_FALSE(verification.requestText().isEmpty());
    }
    /// Until both have said that they want it. What the service sends goes to `http`; so the yes goes by hand before it does.
    void makeReady()
    {
        freshAsks();
        verification.acceptRequest();
        act(old, Action::Accept);
        REQUIRE(stateOf(fresh).phase == Phase::Ready);
        REQUIRE(verification.step() == Step::Choosing);
    }
    void compare()
    {
        makeReady();
        act(fresh, Action::CompareEmoji);
        fresh.flush();
        exchange();
        REQUIRE(stateOf(old).phase == Phase::Comparing);
    }
    [[nodiscard]] bool reaches(Phase phase)
    {
        return core::runUntil([&] { return stateOf(old).phase == phase; });
    }
};

} // namespace

TEST_CASE("a request is accepted and refused from the window", "[ui][verification]")
{
    Devices devices;
    devices.freshAsks();
    SECTION("accepted")
    {
        devices.verification.acceptRequest();
        CHECK(devices.reaches(Phase::Ready));
        core::runAll();
        CHECK(devices.verification.step() == Step::Choosing);
        devices.verification.comparePictures();
        CHECK(devices.reaches(Phase::Preparing));
    }
    SECTION("refused")
    {
        devices.verification.refuseRequest();
        CHECK(devices.reaches(Phase::Cancelled));
        CHECK(Devices::stateOf(devices.old).cancelCode == core::cancelCode::user);
        core::runAll();
        CHECK(devices.verification.noticeText().isEmpty());
    }
    SECTION("accepted, and left again")
    {
        devices.verification.acceptRequest();
        CHECK(devices.reaches(Phase::Ready));
        core::runAll();
        devices.verification.leave();
        CHECK(devices.reaches(Phase::Cancelled));
    }
}

TEST_CASE("yes and no to the pictures reach the core as what they are", "[ui][verification]")
{
    Devices devices;
    devices.compare();
    REQUIRE(devices.verification.pictures().size() == 7);
    const auto there = Devices::stateOf(devices.fresh).sas;
    REQUIRE(there);
    CHECK(devices.verification.pictures().at(6) == SasPicture::of(crypto::sasEmoji(*there)[6]));
    CHECK(devices.verification.numbers().at(0) == QString::number(crypto::sasDecimals(*there)[0]));
    SECTION("yes")
    {
        devices.verification.confirm();
        CHECK(devices.reaches(Phase::Waiting));
    }
    SECTION("no")
    {
        devices.verification.deny();
        CHECK(devices.reaches(Phase::Cancelled));
        CHECK(Devices::stateOf(devices.old).cancelCode == core::cancelCode::mismatchedSas);
        core::runAll();
        CHECK(devices.verification.alarming());
    }
}

TEST_CASE("the code that the other device shows is handed to the core, and others are not", "[ui][verification]")
{
    Devices devices;
    devices.makeReady();
    const auto code = Devices::stateOf(devices.fresh).qrCode;
    REQUIRE_FALSE(code.isEmpty());
    devices.verification.applyScanned(
        crypto::SecretBytes::fromBytes("EsTj 3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd"));
    core::runAll();
    CHECK(Devices::stateOf(devices.old).phase == Phase::Ready);
    CHECK_FALSE(devices.verification.trouble().isNull());
    devices.verification.applyScanned(crypto::SecretBytes::fromBytes(code));
    CHECK(devices.reaches(Phase::Waiting));
}

TEST_CASE("all other devices are asked, or a single one, or nobody can be", "[ui][verification]")
{
    Devices devices;
    SECTION("all")
    {
        devices.verification.requestAll();
        CHECK(core::runUntil([&] { return Devices::stateOf(devices.old).isOurs; }));
        core::runAll();
        CHECK(devices.verification.step() == Step::Asking);
        CHECK_FALSE(devices.verification.until().isEmpty());
    }
    SECTION("one that is not there")
    {
        devices.verification.request(u"GONE"_s);
        CHECK(core::runUntil([&] { return devices.verification.step() == Step::Ended; }));
        CHECK(devices.verification.failure().cause.contains(u"kein anderes Gerät"));
    }
    SECTION("one, and left before it began")
    {
        devices.verification.request(u"NEW"_s);
        devices.verification.leave();
        CHECK(core::runUntil([&] { return Devices::stateOf(devices.old).phase == Phase::Cancelled; }));
    }
}
