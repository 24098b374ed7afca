#include "tests/support/FakeConfirmation.h"
#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>

using namespace ui;
using namespace Qt::StringLiterals;
using Answer = SystemConfirmation::Answer;
using Sheet = RecoveryViewModel::Sheet;
using Renewal = core::RenewalState;

namespace {

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    FakeConfirmation system;
    MainViewModel main{format};
    RecoveryViewModel& recovery = *main.recovery();
    RenewKeysViewModel& renewal = *main.renewal();

    Fixture()
    {
        recovery.confirm()->setSystem(&system);
        renewal.confirm()->setSystem(&system);
        recovery.applyState(fixtures::recovery(core::RecoveryState::Phase::Ready));
    }
    void giveCode() { recovery.applyCode(fixtures::keyCode(), fixtures::keySheet()); }
};

/// Counts what is let through.
struct Confirmed : Fixture {
    ConfirmViewModel confirm{nullptr};
    int let = 0;

    void ask()
    {
        confirm.ask([this] { ++let; });
    }
};

} // namespace

TEST_CASE_METHOD(Confirmed, "who is confirmed goes on, who is refused does not, and where nobody asks nobody is locked out",
                 "[confirm]")
{
    ask();
    CHECK(let == 1); // there is no system at all
    confirm.setSystem(&system);
    ask();
    CHECK(confirm.isAsking());
    ask();
    CHECK(system.questions == 1); // one question at a time
    CHECK(let == 1);
    system.answer(Answer::Confirmed);
    CHECK(let == 2);
    CHECK(!confirm.isAsking());
    ask();
    system.answer(Answer::Refused);
    CHECK(let == 2);
    CHECK(confirm.isRefused());
    ask();
    CHECK(!confirm.isRefused()); // what was before is no news
    system.answer(Answer::Unavailable);
    CHECK(let == 3);
    CHECK(!confirm.isRefused());
    CHECK(system.questions == 3);
}

TEST_CASE_METHOD(Confirmed, "a question that was taken back lets nothing through, however it is answered", "[confirm]")
{
    confirm.setSystem(&system);
    ask();
    confirm.forget();
    CHECK(!system.isOpen());
    system.answer(Answer::Confirmed);
    CHECK(let == 0);
    ask();
    system.answer(Answer::Confirmed);
    CHECK(let == 1);
}

TEST_CASE_METHOD(Fixture, "the key code is fetched only when the system has confirmed the person (S-51)", "[confirm]")
{
    recovery.openSheet();
    recovery.reveal();
    CHECK(recovery.sheet() == Sheet::Covered);
    CHECK(recovery.confirm()->isAsking());
    giveCode();
    CHECK(recovery.sheet() == Sheet::Covered); // nobody has asked for it yet
    system.answer(Answer::Refused);
    CHECK(recovery.sheet() == Sheet::Covered);
    CHECK(recovery.confirm()->isRefused());
    giveCode();
    CHECK(recovery.sheet() == Sheet::Covered);
    recovery.reveal();
    system.answer(Answer::Confirmed);
    CHECK(recovery.sheet() == Sheet::Fetching);
    giveCode();
    CHECK(recovery.sheet() == Sheet::Shown);
    recovery.cover();
    recovery.reveal();
    CHECK(system.questions == 3); // each time
    CHECK(recovery.sheet() == Sheet::Covered);
}

TEST_CASE_METHOD(Fixture, "where the system cannot ask, the sheet is shown as before", "[confirm]")
{
    recovery.openSheet();
    recovery.reveal();
    system.answer(Answer::Unavailable);
    CHECK(recovery.sheet() == Sheet::Fetching);
}

TEST_CASE_METHOD(Fixture, "whoever leaves the page of the sheet takes the question back", "[confirm]")
{
    recovery.openSheet();
    recovery.reveal();
    SECTION("left")
    {
        recovery.leave();
    }
    SECTION("signed out")
    {
        recovery.setService(nullptr);
    }
    SECTION("the code is not here any more")
    {
        recovery.applyState({});
    }
    CHECK(!system.isOpen());
    CHECK(!recovery.confirm()->isRefused());
    system.answer(Answer::Confirmed);
    CHECK(recovery.sheet() == Sheet::Covered);
}

TEST_CASE_METHOD(Fixture,
                 "keys are renewed only when the system has confirmed the person, whoever the renewal is for (S-39, S-56)",
                 "[confirm]")
{
    auto offered = fixtures::renewal(Renewal::Phase::Offered);
    SECTION("the keys are in foreign hands")
    {
        renewal.openRenewal();
    }
    SECTION("nothing is left")
    {
        renewal.openNothingLeft();
        offered.kind = core::RenewalKind::NothingLeft;
    }
    renewal.applyState(offered);
    CHECK(!renewal.begin(u"ja"_s));
    CHECK(system.questions == 0); // not for a slip of the finger
    CHECK(renewal.begin(u"erneuern"_s));
    CHECK(system.isOpen());
    renewal.leave();
    CHECK(!system.isOpen());
}

TEST_CASE_METHOD(Fixture, "how many saved keys are at stake stands there before they are replaced (S-56)", "[confirm]")
{
    auto offered = fixtures::renewal(Renewal::Phase::Offered);
    offered.facts.keysInBackup = 4'312;
    renewal.applyState(offered);
    CHECK(renewal.keysText() == u"Gesicherte Nachrichten-Schlüssel, die ungültig werden: 4.312.");
    offered.facts.keysInBackup = 0;
    renewal.applyState(offered);
    CHECK(renewal.keysText().isEmpty());
    offered.kind = core::RenewalKind::NothingLeft;
    offered.facts.keysInBackup = 4'312;
    renewal.applyState(offered);
    CHECK(renewal.keysText().isEmpty()); // said already
    CHECK(renewal.lossText().contains(u"4.312"));
}

TEST_CASE_METHOD(Fixture, "going on over the keys of another device asks, trying again does not", "[confirm]")
{
    auto stopped = fixtures::renewal(Renewal::Phase::Stopped);
    stopped.problem = Renewal::Problem::NotKept;
    renewal.applyState(stopped);
    renewal.goOn();
    CHECK(system.questions == 0);
    stopped.problem = Renewal::Problem::OtherKeys;
    renewal.applyState(stopped);
    renewal.goOn();
    CHECK(system.questions == 1);
    system.answer(Answer::Refused);
    CHECK(renewal.confirm()->isRefused());
}
