#include "tests/pictures/fixtures/Verifications.h"
#include "tests/support/FakeCameras.h"
#include "tests/support/RunUntil.h"
#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"
#include "ui/recovery/RestoreWords.h"
#include "ui/scan/ScanWords.h"

#include <QPainter>
#include <QThreadPool>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using Purpose = ScanViewModel::Purpose;
using Kind = CodeReader::Kind;
using RecoveryPhase = core::RecoveryState::Phase;
using VerificationPhase = core::VerificationState::Phase;

namespace {

const QByteArray otherKey = "EsSzykH7LCZx7CaecmKDwcmYJRXiYbtu8iQ3t8EznRwKpUY1";

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    FakeCameras cameras;
    MainViewModel main{format};
    ScanViewModel& scan = *main.scan();
    RecoveryViewModel& recovery = *main.recovery();

    Fixture() { scan.setCameras(&cameras); }

    static QByteArray keyCode() { return fixtures::keyCode()->bytes().toByteArray().replace(' ', ""); }
    void see(const QByteArray& content)
    {
        QImage image(640, 480, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            QrCode::of(content, QrCode::Correction::Medium).paint(painter, QRect(100, 20, 440, 440));
        }
        // The first may come too soon after the one before.
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 150) {
            cameras.show(image);
            QThreadPool::globalInstance()->waitForDone();
            core::runAll();
        }
    }
    void welcome() { recovery.applyState(fixtures::recovery(RecoveryPhase::NeedsCode)); }
    void openCoveredSheet()
    {
        recovery.applyState(fixtures::recovery(RecoveryPhase::Ready));
        recovery.openSheet();
        recovery.reveal();
        recovery.applyCode(fixtures::keyCode(), fixtures::keySheet());
        recovery.cover();
    }
    void choosing()
    {
        main.verification()->requestAll();
        main.verification()->apply({fixtures::verification(VerificationPhase::Ready)});
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "a key sheet in front of the camera is tried like a typed code", "[scan]")
{
    welcome();
    scan.open(Purpose::Restore);
    see("matrix:u/praxis:sommer.example");
    CHECK(scan.trouble().cause == RestoreWords::of(Kind::Contact).cause);
    CHECK(!recovery.busy());
    CHECK(recovery.failure().isNull()); // not on the page behind
    see(fixtures::verificationCode(u"t"_s));
    CHECK(scan.trouble().cause == RestoreWords::of(Kind::Verification).cause);
    CHECK(cameras.isOn());
    see(keyCode());
    CHECK(recovery.busy());
    CHECK(scan.purpose() == Purpose::None);
    CHECK(!cameras.isOn());
    recovery.applyOutcome(core::RestoreOutcome::ReplacedCode);
    CHECK(recovery.failure() == RestoreWords::of(core::RestoreOutcome::ReplacedCode));
    CHECK(!recovery.failureIsAboutCode()); // nothing was typed
}

TEST_CASE_METHOD(Fixture, "the camera goes off when the chats come back from elsewhere, or the page is left", "[scan]")
{
    welcome();
    scan.open(Purpose::Restore);
    SECTION("another device has sent the keys")
    {
        recovery.applyState(fixtures::recovery(RecoveryPhase::Ready));
    }
    SECTION("left")
    {
        recovery.leave();
    }
    SECTION("signed out")
    {
        main.forget();
    }
    CHECK(scan.purpose() == Purpose::None);
    CHECK(!cameras.isOn());
}

TEST_CASE_METHOD(Fixture, "the sheet itself in front of the camera proves that it is there; another sheet does not", "[scan]")
{
    openCoveredSheet();
    scan.open(Purpose::Check);
    see(otherKey);
    CHECK(scan.trouble() == RestoreWords::ofOtherSheet());
    CHECK(recovery.check()->result() == SheetCheckViewModel::Result::NotYet);
    see("hello");
    CHECK(scan.trouble().cause == RestoreWords::of(Kind::Other).cause);
    see(keyCode());
    CHECK(recovery.check()->result() == SheetCheckViewModel::Result::Right);
    CHECK(recovery.sheet() == RecoveryViewModel::Sheet::Covered);
    CHECK(scan.purpose() == Purpose::None);
    recovery.leave();
    CHECK(!recovery.check()->checkScanned(*fixtures::keyCode())); // what it is compared with is gone
}

TEST_CASE_METHOD(Fixture, "the camera of the check goes off with the page of the sheet", "[scan]")
{
    openCoveredSheet();
    scan.open(Purpose::Check);
    recovery.leave();
    CHECK(!cameras.isOn());
}

TEST_CASE_METHOD(Fixture, "the code of the other device is read by the camera, and no other", "[scan]")
{
    choosing();
    REQUIRE(main.verification()->canScan());
    scan.open(Purpose::Compare);
    see(keyCode());
    CHECK(scan.trouble() == VerificationWords::of(Kind::Key));
    see(fixtures::verificationCode(u"other"_s));
    CHECK(scan.trouble() == VerificationWords::ofForeignCode());
    CHECK(cameras.isOn());
    CHECK(main.verification()->trouble().isNull()); // not on the page behind
    see(fixtures::verificationCode(u"t"_s));
    CHECK(scan.purpose() == Purpose::None);
    CHECK(!cameras.isOn());
}

TEST_CASE_METHOD(Fixture, "the camera goes off when the other device ends the comparison", "[scan]")
{
    choosing();
    scan.open(Purpose::Compare);
    main.verification()->apply({fixtures::cancelled(core::cancelCode::user, false)});
    CHECK(scan.purpose() == Purpose::None);
    CHECK(!cameras.isOn());
}
