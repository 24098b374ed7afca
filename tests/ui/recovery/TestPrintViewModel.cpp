#include "tests/support/FakePrinter.h"
#include "tests/ui/Speaking.h"
#include "ui/recovery/CodeReader.h"
#include "ui/recovery/RecoveryViewModel.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using State = PrintViewModel::State;
using Outcome = SheetPrinter::Outcome;

namespace {

const QByteArray characters = "EsTj3ySTy93FSLpBjJszeAXc2XzAygD3w69HfGaNTKBjjXEd";

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    FakePrinter printer;
    RecoveryViewModel recovery{format};
    PrintViewModel& print = *recovery.print();

    Fixture()
    {
        print.setPrinter(&printer);
        core::RecoveryState state;
        state.phase = core::RecoveryState::Phase::Ready;
        state.codeIsHere = true;
        recovery.applyState(state);
    }
    void showSheet()
    {
        recovery.openSheet();
        recovery.reveal();
        core::KeySheetFacts facts;
        facts.user = fixtures::userId("@a123456780:kasse.example");
        recovery.applyCode(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(characters)), facts);
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "printing is offered where the system can print; it is asked when the sheet is opened", "[print]")
{
    CHECK(!print.isOffered());
    recovery.openSheet();
    CHECK(print.isOffered());
    recovery.leave();
    printer.isThere = false;
    recovery.openSheet();
    CHECK(!print.isOffered());
    print.setPrinter(nullptr);
    recovery.openSheet();
    CHECK(!print.isOffered());
}

TEST_CASE_METHOD(Fixture, "what is printed is the page that is also saved: its code brings the chats back", "[print]")
{
    showSheet();
    print.print();
    CHECK(print.state() == State::Open);
    CHECK(printer.title == u"Schlüssel-Blatt");
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"page"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(printer.page());
    file.close();
    const auto read = CodeReader::readFile(file.fileName());
    REQUIRE(read);
    CHECK(read->bytes() == characters);
}

TEST_CASE_METHOD(Fixture, "every end of printing is told apart, and only what was printed counts as kept", "[print]")
{
    int kept = 0;
    QObject counter;
    QObject::connect(&print, &PrintViewModel::printed, &counter, [&] { ++kept; });
    showSheet();
    print.print();
    printer.end(Outcome::Cancelled);
    CHECK(print.state() == State::Cancelled);
    print.print();
    CHECK(print.state() == State::Open); // what was before is no news
    printer.end(Outcome::Failed);
    CHECK(print.state() == State::Failed);
    CHECK(kept == 0);
    print.print();
    printer.end(Outcome::Printed);
    CHECK(print.state() == State::Printed);
    CHECK(kept == 1);
    recovery.leave();
    CHECK(print.state() == State::Idle);
}

TEST_CASE_METHOD(Fixture, "there is one dialog at a time, and none without a sheet that is shown", "[print]")
{
    recovery.openSheet();
    print.print();
    CHECK(printer.dialogs == 0);
    showSheet();
    print.print();
    print.print();
    CHECK(printer.dialogs == 1);
    recovery.cover();
    CHECK(printer.isOpen()); // two minutes may be over while one looks for the printer
    CHECK(!printer.page().isEmpty());
    printer.end(Outcome::Printed);
    CHECK(print.state() == State::Printed);
    print.print();
    CHECK(printer.dialogs == 1);
}

TEST_CASE_METHOD(Fixture, "the dialog goes with the page it belongs to, and with the account", "[print]")
{
    showSheet();
    print.print();
    SECTION("the page is left")
    {
        recovery.leave();
    }
    SECTION("the account is gone")
    {
        recovery.setService(nullptr);
    }
    SECTION("the code is not on this device any more")
    {
        recovery.applyState({});
    }
    CHECK(!printer.isOpen());
    CHECK(print.state() == State::Idle);
    printer.end(Outcome::Printed); // comes too late
    CHECK(print.state() == State::Idle);
}
