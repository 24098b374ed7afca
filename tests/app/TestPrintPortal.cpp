#include "app/PrintPortal.h"
#include "tests/app/FakePrintPortal.h"
#include "tests/support/PrivateBus.h"
#include "tests/support/RunUntil.h"

#include <QFile>
#include <QWindow>

#include <catch2/catch_test_macros.hpp>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/mman.h>
#include <unistd.h>

using namespace app;
using namespace Qt::StringLiterals;
using Outcome = ui::SheetPrinter::Outcome;

namespace {

struct Fixture {
    QByteArray page = "%PDF-1.4 a page";
    PrivateBus bus;
    FakePrintPortal portal{bus.connect(u"desktop"_s)};
    std::unique_ptr<PrintPortal> printer = std::make_unique<PrintPortal>([this] { return bus.connect(u"program"_s); });
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::optional<Outcome> outcome;
    int pagesMade = 0;

    bool isOffered()
    {
        std::optional<bool> offered;
        printer->look(context.get(), [&](bool answer) { offered = answer; });
        REQUIRE(core::runUntil([&] { return offered.has_value(); }));
        return *offered;
    }
    void print()
    {
        portal.appear();
        printer->print(
            u"Schlüssel-Blatt"_s,
            [this] {
                ++pagesMade;
                return crypto::SecretBytes::fromBytes(page);
            },
            context.get(), [this](Outcome end) { outcome = end; });
        REQUIRE(core::runUntil([&] { return portal.prepared == 1 || outcome; }));
    }
    void sayYes()
    {
        portal.answer(0, {{u"token"_s, 7U}, {u"settings"_s, QVariantMap{{u"n-copies"_s, u"2"_s}}}});
        REQUIRE(core::runUntil([&] { return portal.printed == 1; }));
    }
    bool ends()
    {
        return core::runUntil([&] { return outcome.has_value(); });
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "printing is offered where the desktop has a dialog for it, and nowhere else", "[portal]")
{
    CHECK(!isOffered()); // nobody is there
    portal.appear();
    CHECK(isOffered());
}

TEST_CASE_METHOD(Fixture, "a desktop whose portal cannot print offers no printing", "[portal]")
{
    auto desktop = bus.connect(u"desktop"_s);
    desktop.unregisterObject(QLatin1StringView(PortalRequest::object));
    portal.appear();
    CHECK(!isOffered());
}

TEST_CASE_METHOD(Fixture, "the page goes to the printer that the person has chosen, in memory that nobody can change", "[portal]")
{
    print();
    CHECK(portal.title == u"Schlüssel-Blatt"_s);
    CHECK(portal.options.value(u"modal"_s).toBool());
    CHECK(pagesMade == 0); // not before the person wants it
    sayYes();
    CHECK(portal.options.value(u"token"_s).toUInt() == 7);
    CHECK(portal.title == u"Schlüssel-Blatt"_s);
    REQUIRE(portal.file.isValid());
    QFile received;
    REQUIRE(received.open(portal.file.fileDescriptor(), QIODevice::ReadOnly));
    CHECK(received.readAll() == page);
    const int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
    CHECK((fcntl(portal.file.fileDescriptor(), F_GET_SEALS) & seals) == seals);
    CHECK(::write(portal.file.fileDescriptor(), "x", 1) < 0);
    const QString name = QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(portal.file.fileDescriptor()));
    CHECK(name.contains(u"memfd:document"_s)); // in no folder
    CHECK(!outcome);
    portal.answer(0);
    REQUIRE(ends());
    CHECK(*outcome == Outcome::Printed);
    CHECK(pagesMade == 1);
    CHECK(portal.request.closed == 0);
}

TEST_CASE_METHOD(Fixture, "an answer that comes before the question has returned is not missed", "[portal]")
{
    portal.answersEarly = true;
    print();
    REQUIRE(ends());
    CHECK(*outcome == Outcome::Printed);
}

TEST_CASE_METHOD(Fixture, "a dialog that was cancelled, or that failed, is not called printed", "[portal]")
{
    print();
    SECTION("the dialog is cancelled")
    {
        portal.answer(1);
        REQUIRE(ends());
        CHECK(*outcome == Outcome::Cancelled);
        CHECK(pagesMade == 0);
    }
    SECTION("the dialog fails")
    {
        portal.answer(2);
        REQUIRE(ends());
        CHECK(*outcome == Outcome::Failed);
        CHECK(pagesMade == 0);
    }
    SECTION("printing fails")
    {
        sayYes();
        portal.answer(2);
        REQUIRE(ends());
        CHECK(*outcome == Outcome::Failed);
    }
    SECTION("printing is cancelled")
    {
        sayYes();
        portal.answer(1);
        REQUIRE(ends());
        CHECK(*outcome == Outcome::Cancelled);
    }
    SECTION("the page cannot be made")
    {
        page.clear();
        portal.answer(0, {{u"token"_s, 7U}});
        REQUIRE(ends());
        CHECK(*outcome == Outcome::Failed);
        CHECK(portal.printed == 0);
    }
    SECTION("the portal goes away")
    {
        portal.leave();
        REQUIRE(ends());
        CHECK(*outcome == Outcome::Failed);
    }
}

TEST_CASE_METHOD(Fixture, "a portal that refuses the question ends it", "[portal]")
{
    portal.refuses = true;
    print();
    REQUIRE(ends());
    CHECK(*outcome == Outcome::Failed);
    CHECK(portal.prepared == 1);
}

TEST_CASE_METHOD(Fixture, "nobody but the portal can answer for the person", "[portal]")
{
    print();
    auto stranger = bus.connect(u"stranger"_s);
    auto signal = QDBusMessage::createSignal(portal.path, u"org.freedesktop.portal.Request"_s, u"Response"_s);
    signal << 0U << QVariantMap{{u"token"_s, 7U}};
    REQUIRE(stranger.send(signal));
    // Whoever sends later is heard later.
    REQUIRE(
        stranger.call(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, u"GetId"_s))
            .type() == QDBusMessage::ReplyMessage);
    core::runAll();
    CHECK(pagesMade == 0);
    portal.answer(1);
    REQUIRE(ends());
    CHECK(*outcome == Outcome::Cancelled);
}

TEST_CASE_METHOD(Fixture, "whoever leaves the sheet, or ends the program, takes the open dialog along", "[portal]")
{
    print();
    SECTION("the sheet is left")
    {
        context.reset();
    }
    SECTION("the program ends")
    {
        printer.reset();
    }
    REQUIRE(core::runUntil([&] { return portal.request.closed == 1; }));
    CHECK(!outcome);
    portal.answer(0);
    core::runAll();
    CHECK(pagesMade == 0);
}

TEST_CASE("without a session bus nothing can be printed, and that is said", "[portal]")
{
    PrintPortal printer([] { return QDBusConnection(u"nowhere"_s); });
    QObject context;
    std::optional<bool> offered;
    std::optional<Outcome> outcome;
    printer.look(&context, [&](bool answer) { offered = answer; });
    printer.print(u"Schlüssel-Blatt"_s, [] { return crypto::SecretBytes(); }, &context, [&](Outcome end) { outcome = end; });
    REQUIRE(core::runUntil([&] { return offered && outcome; }));
    CHECK(offered == false);
    CHECK(outcome == Outcome::Failed);
}

TEST_CASE("a window has a name for portals on X11, and none elsewhere", "[portal]")
{
    const QWindow window;
    const QString name = PrintPortal::nameOf(&window, u"xcb"_s);
    CHECK(name == u"x11:"_s + QString::number(window.winId(), 16));
    CHECK(PrintPortal::nameOf(&window, u"wayland"_s).isEmpty());
    CHECK(PrintPortal::nameOf(nullptr, u"xcb"_s).isEmpty());
}
