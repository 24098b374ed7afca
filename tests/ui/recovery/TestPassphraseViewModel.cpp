#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"
#include "ui/recovery/RestoreWords.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::RestoreOutcome;
using Phase = core::RecoveryState::Phase;
using Page = RecoveryViewModel::Page;

namespace {

core::RecoveryState in(Phase phase, bool takesPassphrase)
{
    core::RecoveryState state;
    state.phase = phase;
    state.takesPassphrase = takesPassphrase;
    return state;
}

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    MainViewModel main{format};
    RecoveryViewModel& recovery = *main.recovery();
    PassphraseViewModel& passphrase = *recovery.passphrase();

    Fixture() { recovery.applyState(in(Phase::NeedsCode, true)); }
};

} // namespace

TEST_CASE_METHOD(Fixture, "a password is asked for only where the account's keys have one (S-41)", "[ui][recovery][S-41]")
{
    CHECK(passphrase.offered());
    recovery.applyState(in(Phase::NeedsCode, false));
    CHECK_FALSE(passphrase.offered());
    recovery.applyState(in(Phase::NeedsCode, true));
    recovery.setService(nullptr); // signed out
    CHECK_FALSE(passphrase.offered());
}

TEST_CASE_METHOD(Fixture, "a password is being tried until that has ended or the person does not want to wait",
                 "[ui][recovery][S-41]")
{
    passphrase.restore(u"Bello"_s);
    CHECK(passphrase.busy());
    CHECK(recovery.busy()); // one way at a time
    passphrase.applyEnd(RestoreOutcome::WrongPassphrase);
    CHECK_FALSE(passphrase.busy());
    CHECK_FALSE(recovery.busy());
    CHECK(passphrase.failureIsAboutPassphrase());
    CHECK(passphrase.failure().cause == u"Dieses Passwort passt nicht zu Ihren Schlüsseln."_s);
    CHECK(recovery.failure().isNull()); // nothing is wrong with a code
    passphrase.edited();
    CHECK(passphrase.failure().isNull());

    passphrase.restore(u"Bello"_s);
    passphrase.stop();
    CHECK_FALSE(passphrase.busy());
    passphrase.applyEnd(RestoreOutcome::NoConnection); // too late
    CHECK(passphrase.failure().isNull());
}

TEST_CASE_METHOD(Fixture, "nothing typed is said and not tried", "[ui][recovery][S-41]")
{
    passphrase.restore({});
    CHECK_FALSE(passphrase.busy());
    CHECK(passphrase.failureIsAboutPassphrase());
    CHECK(passphrase.failure().cause == u"Sie haben noch kein Passwort eingegeben."_s);
    passphrase.edited();
    CHECK(passphrase.failure().isNull());
}

TEST_CASE_METHOD(Fixture, "every end of an attempt with a password has words of its own", "[ui][recovery][S-41]")
{
    QStringList codes{RestoreWords::ofNoPassphrase().code};
    for (const auto outcome :
         {RestoreOutcome::WrongPassphrase, RestoreOutcome::PassphraseRefused, RestoreOutcome::ReplacedCode,
          RestoreOutcome::NothingToOpen, RestoreOutcome::ForeignKeys, RestoreOutcome::NoConnection, RestoreOutcome::Failed}) {
        passphrase.restore(u"Bello"_s);
        passphrase.applyEnd(outcome);
        const auto text = passphrase.failure();
        CHECK_FALSE(text.cause.isEmpty());
        CHECK_FALSE(text.effect.isEmpty());
        CHECK_FALSE(text.next.isEmpty());
        CHECK_FALSE(text.cause.contains(u"Blatt"_s)); // there may be none
        CHECK_FALSE(codes.contains(text.code));
        codes.append(text.code);
    }
    passphrase.restore(u"Bello"_s);
    passphrase.applyEnd(RestoreOutcome::PassphraseRefused);
    CHECK_FALSE(passphrase.failureIsAboutPassphrase()); // the server is the reason
    CHECK(passphrase.failure().effect.contains(u"nicht benutzt"_s));
}

TEST_CASE_METHOD(Fixture, "chats that are back are said as with the key code", "[ui][recovery][S-41]")
{
    REQUIRE(recovery.page() == Page::Welcome);
    passphrase.restore(u"Bello"_s);
    recovery.applyState(in(Phase::Ready, false)); // all is here before the end is said
    CHECK(recovery.page() == Page::Welcome);
    recovery.applyOutcome(RestoreOutcome::Restored);
    CHECK_FALSE(passphrase.busy());
    CHECK(recovery.restored());
    CHECK(recovery.page() == Page::Welcome);
}
