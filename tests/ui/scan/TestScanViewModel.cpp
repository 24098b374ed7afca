#include "tests/support/FakeCameras.h"
#include "tests/support/RunUntil.h"
#include "tests/ui/Speaking.h"
#include "ui/recovery/QrCode.h"
#include "ui/scan/ScanViewModel.h"
#include "ui/scan/ScanWords.h"

#include <QPainter>
#include <QSemaphore>
#include <QThreadPool>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Purpose = ScanViewModel::Purpose;
using State = ScanViewModel::State;
using Trouble = Cameras::Trouble;

namespace {

QImage pictureOf(const QByteArray& content)
{
    QImage image(640, 480, QImage::Format_Grayscale8);
    image.fill(Qt::gray);
    QPainter painter(&image);
    if (!content.isEmpty())
        QrCode::of(content, QrCode::Correction::Medium).paint(painter, QRect(150, 70, 340, 340));
    return image;
}

struct Fixture {
    Speaking german{u"de"_s};
    FakeCameras cameras;
    ScanViewModel scan{nullptr, 0ms, 1min};
    QList<QByteArray> seen;

    Fixture()
    {
        scan.setCameras(&cameras);
        scan.setJudge(Purpose::Restore, [this](const crypto::SecretBytes& code) -> ScanViewModel::Words {
            seen.append(code.bytes().toByteArray());
            if (seen.last() == "right")
                return {};
            return [] { return ScanWords::ofKind(CodeReader::Kind::Other); };
        });
    }
    bool sees(const QByteArray& content)
    {
        const auto before = seen.size();
        cameras.show(pictureOf(content));
        return core::runUntil([&] { return seen.size() > before; });
    }
};

/// Keeps all threads of the pool busy.
struct BusyPool {
    QSemaphore gate;
    int threads = QThreadPool::globalInstance()->maxThreadCount();

    BusyPool()
    {
        for (int i = 0; i < threads; ++i)
            QThreadPool::globalInstance()->start([this] { gate.acquire(); });
    }
    void letGo()
    {
        gate.release(threads);
        QThreadPool::globalInstance()->waitForDone();
        core::runAll();
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "no camera is touched before a page asks for one; then it is offered while it is there", "[scan]")
{
    CHECK(cameras.watched == 0);
    CHECK(!scan.isOffered());
    scan.look();
    scan.look();
    CHECK(cameras.watched == 1);
    CHECK(scan.isOffered());
    CHECK(cameras.opened == 0);
    cameras.setThere(false);
    CHECK(!scan.isOffered());
    cameras.setThere(true); // plugged in
    CHECK(scan.isOffered());
}

TEST_CASE_METHOD(Fixture, "the camera is on while the page is open, and off at once when it is left", "[scan]")
{
    CHECK(!cameras.isOn());
    scan.open(Purpose::Restore);
    CHECK(scan.purpose() == Purpose::Restore);
    CHECK(scan.state() == State::Starting);
    CHECK(scan.stateText() == u"Die Kamera wird eingeschaltet …");
    CHECK(cameras.isOn());
    cameras.show(pictureOf({}));
    CHECK(scan.state() == State::Looking);
    CHECK(scan.stateText() == u"Die Kamera ist an. Wir suchen den Code …");
    CHECK(!scan.frame().isNull());
    scan.close();
    CHECK(!cameras.isOn());
    CHECK(scan.purpose() == Purpose::None);
    CHECK(scan.state() == State::Closed);
    CHECK(scan.frame().isNull()); // no picture is kept
}

TEST_CASE_METHOD(Fixture, "a code that fits is given on, and turns the camera off", "[scan]")
{
    scan.open(Purpose::Restore);
    REQUIRE(sees("right"));
    CHECK(seen == QList<QByteArray>{"right"});
    CHECK(!cameras.isOn());
    CHECK(scan.purpose() == Purpose::None);
    CHECK(scan.frame().isNull());
}

TEST_CASE_METHOD(Fixture, "another code is said, once for many pictures of it, and looking goes on", "[scan]")
{
    scan.open(Purpose::Restore);
    REQUIRE(sees("wrong"));
    CHECK(cameras.isOn());
    CHECK(scan.state() == State::Looking);
    CHECK(scan.trouble().cause == u"Das ist ein anderer Code, kein Schlüssel-Code.");
    CHECK(scan.trouble().next == u"Halten Sie Ihr Schlüssel-Blatt vor die Kamera.");
    int changes = 0;
    QObject counter;
    QObject::connect(&scan, &ScanViewModel::changed, &counter, [&] { ++changes; });
    REQUIRE(sees("wrong"));
    CHECK(changes == 0);
    REQUIRE(sees("right"));
    CHECK(scan.purpose() == Purpose::None);
    CHECK(scan.trouble().isNull());
}

TEST_CASE_METHOD(Fixture, "one picture is looked through at a time, and not more often than agreed", "[scan]")
{
    ScanViewModel slow(nullptr, 1h, 1min);
    slow.setCameras(&cameras);
    int judged = 0;
    slow.setJudge(Purpose::Restore, [&](const crypto::SecretBytes&) -> ScanViewModel::Words {
        ++judged;
        return [] { return ErrorText(); };
    });
    slow.open(Purpose::Restore);
    for (int i = 0; i < 5; ++i)
        cameras.show(pictureOf("code"));
    QThreadPool::globalInstance()->waitForDone();
    core::runAll();
    CHECK(judged == 1);
    cameras.show(pictureOf("code"));
    QThreadPool::globalInstance()->waitForDone();
    core::runAll();
    CHECK(judged == 1); // the hour is not over
    slow.close();

    scan.open(Purpose::Restore);
    BusyPool pool;
    for (int i = 0; i < 5; ++i)
        cameras.show(pictureOf("wrong"));
    pool.letGo();
    CHECK(seen.size() == 1); // the others came while the first was being read
    CHECK(ScanViewModel::pause >= 100ms);
}

TEST_CASE_METHOD(Fixture, "what was being read when the page was left does not count, also not for the next page", "[scan]")
{
    scan.open(Purpose::Restore);
    BusyPool pool;
    cameras.show(pictureOf("right"));
    scan.close();
    scan.open(Purpose::Restore);
    pool.letGo();
    CHECK(seen.isEmpty());
    CHECK(cameras.isOn());
    REQUIRE(sees("right")); // and the next picture is read
}

TEST_CASE_METHOD(Fixture, "why there is no picture is said in words, and trying again turns the camera on again", "[scan]")
{
    QStringList causes;
    for (const Trouble trouble : {Trouble::Refused, Trouble::Busy, Trouble::Gone}) {
        scan.open(Purpose::Restore);
        cameras.show(pictureOf({}));
        cameras.fail(trouble);
        CHECK(scan.state() == State::Failed);
        CHECK(!cameras.isOn());
        CHECK(scan.frame().isNull());
        CHECK(scan.trouble() == ScanWords::of(trouble));
        CHECK(scan.trouble().next.contains(u"nehmen Sie einen anderen Weg"));
        causes.append(scan.trouble().cause);
        scan.retry();
        CHECK(scan.state() == State::Starting);
        CHECK(scan.trouble().isNull());
        CHECK(cameras.isOn());
        scan.retry(); // it is on
        CHECK(scan.state() == State::Starting);
        scan.close();
    }
    causes.removeDuplicates();
    CHECK(causes.size() == 3);
    CHECK(cameras.opened == 6);
}

TEST_CASE_METHOD(Fixture, "a camera that is pulled out ends the looking, not the page", "[scan]")
{
    scan.look();
    scan.open(Purpose::Restore);
    cameras.show(pictureOf({}));
    cameras.setThere(false);
    CHECK(scan.purpose() == Purpose::Restore);
    CHECK(scan.state() == State::Failed);
    CHECK(scan.trouble() == ScanWords::of(Trouble::Gone));
}

TEST_CASE("a camera that gives no picture, or none any more, has failed", "[scan]")
{
    const Speaking german(u"de"_s);
    FakeCameras cameras;
    ScanViewModel scan(nullptr, 1h, 50ms);
    scan.setCameras(&cameras);
    scan.open(Purpose::Restore);
    REQUIRE(core::runUntil([&] { return scan.state() == State::Failed; }));
    CHECK(scan.trouble() == ScanWords::of(Trouble::Busy));
    CHECK(!cameras.isOn());
    scan.retry();
    cameras.show(pictureOf({}));
    CHECK(scan.state() == State::Looking);
    REQUIRE(core::runUntil([&] { return scan.state() == State::Failed; }));
}

TEST_CASE("without a camera at all, a page that wants one says so", "[scan]")
{
    const Speaking german(u"de"_s);
    ScanViewModel scan(nullptr);
    scan.look();
    CHECK(!scan.isOffered());
    scan.open(Purpose::Restore);
    CHECK(scan.state() == State::Failed);
    CHECK(scan.trouble() == ScanWords::of(Trouble::Gone));
    scan.close();
    CHECK(scan.state() == State::Closed);
}
