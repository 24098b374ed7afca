#include "tests/support/FakeCodeVault.h"
#include "tests/ui/Speaking.h"
#include "ui/app/AppViewModel.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::ErrorCode;
using core::RestoreOutcome;
using Phase = core::RecoveryState::Phase;
using State = KeptCodeViewModel::State;

namespace {

const QByteArray code = "EsTj3ySTy93FSLpBjJszeAXc2XzAygD3w69HfGaNTKBjjXEd";
const QByteArray grouped = "EsTj 3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd";
const QByteArray newer = "EsSzykH7LCZx7CaecmKDwcmYJRXiYbtu8iQ3t8EznRwKpUY1";
const QString address = u"@a123456780:kasse.example"_s;

core::RecoveryState in(Phase phase)
{
    core::RecoveryState state;
    state.phase = phase;
    state.codeIsHere = phase == Phase::Ready;
    return state;
}

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    FakeCodeVault vault;
    RecoveryViewModel recovery{format};
    KeptCodeViewModel& kept = *recovery.kept();

    Fixture()
    {
        kept.setVault(&vault);
        kept.setAccount(fixtures::userId("@a123456780:kasse.example"));
    }
    /// What the service answers when it is asked for the code.
    void codeComes(const QByteArray& text = grouped)
    {
        core::KeySheetFacts facts;
        facts.user = fixtures::userId("@a123456780:kasse.example");
        recovery.applyCode(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text)), facts);
    }
    void signInAnew(const QByteArray& stored = code)
    {
        vault.entries.insert(address, stored);
        recovery.applyState(in(Phase::NeedsCode));
    }
    QByteArray entry() const { return vault.entries.value(address); }
};

} // namespace

TEST_CASE_METHOD(Fixture, "the key code is kept when the person wants it, without its spaces, and taken out again", "[recovery]")
{
    recovery.applyState(in(Phase::Ready));
    CHECK(kept.state() == State::NotKept);
    CHECK(!kept.wanted()); // an account that is not new has decided before
    kept.want(true);
    CHECK(kept.busy());
    CHECK(kept.wanted());
    codeComes();
    CHECK(kept.state() == State::Kept);
    CHECK(entry() == code);
    CHECK(recovery.groups().isEmpty()); // nothing is shown for it
    kept.want(false);
    CHECK(kept.state() == State::NotKept);
    CHECK(!kept.wanted());
    CHECK(vault.entries.isEmpty());
}

TEST_CASE_METHOD(Fixture, "for a new account keeping the code is suggested, and done when the sheet is shown", "[recovery]")
{
    recovery.applyState(in(Phase::SettingUp));
    recovery.applyState(in(Phase::Ready));
    CHECK(kept.wanted());
    CHECK(vault.entries.isEmpty());
    recovery.openSheet();
    CHECK(vault.entries.isEmpty()); // the person sees the switch first
    recovery.reveal();
    codeComes();
    CHECK(entry() == code);
    CHECK(recovery.sheet() == RecoveryViewModel::Sheet::Shown);
}

TEST_CASE_METHOD(Fixture, "the sheet of a new account that is put off is kept on this device all the same", "[recovery]")
{
    recovery.applyState(in(Phase::SettingUp));
    recovery.applyState(in(Phase::Ready));
    recovery.openSheet();
    recovery.leave();
    codeComes();
    CHECK(entry() == code);
    CHECK(recovery.sheet() == RecoveryViewModel::Sheet::Covered);
}

TEST_CASE_METHOD(Fixture, "what the person has declined is not kept by showing or leaving the sheet", "[recovery]")
{
    recovery.applyState(in(Phase::SettingUp));
    recovery.applyState(in(Phase::Ready));
    kept.want(false);
    CHECK(!kept.wanted());
    recovery.openSheet();
    recovery.reveal();
    codeComes();
    recovery.leave();
    codeComes();
    CHECK(vault.entries.isEmpty());
}

TEST_CASE_METHOD(Fixture, "keeping waits for the answer whether a code is kept already", "[recovery]")
{
    vault.waits = true;
    recovery.applyState(in(Phase::SettingUp));
    recovery.applyState(in(Phase::Ready));
    CHECK(kept.state() == State::Unknown);
    recovery.openSheet();
    recovery.leave();
    vault.answer();
    codeComes();
    vault.answer();
    CHECK(entry() == code);
}

TEST_CASE_METHOD(Fixture, "a key store that is locked, refuses or is absent has its own words, and nothing is lost", "[recovery]")
{
    recovery.applyState(in(Phase::Ready));
    QSet<QString> causes;
    for (const auto error : {ErrorCode::KeyStoreLocked, ErrorCode::KeyStoreDenied, ErrorCode::KeyStoreMissing}) {
        vault.always = error;
        kept.want(true);
        codeComes();
        CHECK(kept.state() == State::NotKept);
        CHECK(!kept.wanted()); // who has refused is not asked again by leaving the page
        CHECK(!kept.busy());
        CHECK(kept.failure().effect.contains(u"Ihr Schlüssel-Blatt gilt"));
        causes.insert(kept.failure().cause + kept.failure().next + kept.failure().code);
    }
    CHECK(causes.size() == 3);
    vault.always.reset();
    kept.want(true);
    codeComes();
    CHECK(kept.failure().isNull());
    vault.always = ErrorCode::KeyStoreLocked;
    kept.want(false);
    CHECK(kept.state() == State::Kept); // it is there still, and that is said
    CHECK(kept.failure().effect == u"Ihr Schlüssel-Code ist noch auf diesem Gerät gesichert.");
}

TEST_CASE_METHOD(Fixture, "who signs in anew gets the chats back with the code that this device keeps", "[recovery]")
{
    signInAnew();
    CHECK(kept.usable());
    CHECK(kept.wayText() == u"Sie brauchen dafür kein Papier.");
    recovery.restoreKept();
    CHECK(recovery.busy());
    recovery.applyOutcome(RestoreOutcome::Restored);
    CHECK(recovery.restored());
    CHECK(recovery.failure().isNull());
    CHECK(entry() == code);
}

TEST_CASE_METHOD(Fixture, "where no code is kept, and where the store cannot be asked, the way back says so", "[recovery]")
{
    recovery.applyState(in(Phase::NeedsCode));
    CHECK(!kept.usable());
    CHECK(kept.wayText() == u"Hier ist kein Schlüssel-Code gespeichert.");
    vault.always = ErrorCode::KeyStoreMissing;
    recovery.applyState(in(Phase::Unknown));
    signInAnew();
    CHECK(kept.wayText().contains(u"keinen Schlüsselbund"));
    vault.always = ErrorCode::KeyStoreLocked;
    recovery.applyState(in(Phase::Unknown));
    recovery.applyState(in(Phase::NeedsCode));
    CHECK(kept.wayText().contains(u"gesperrt"));
}

TEST_CASE("a key store that was locked at first is asked again when the person chooses it", "[recovery]")
{
    Fixture f;
    f.vault.always = ErrorCode::KeyStoreLocked;
    f.signInAnew();
    CHECK(f.kept.usable());
    f.recovery.restoreKept();
    CHECK(!f.recovery.busy());
    CHECK(f.recovery.failure().isNull()); // no attempt was made
    f.vault.always.reset();
    f.recovery.restoreKept();
    CHECK(f.recovery.busy());
}

TEST_CASE_METHOD(Fixture, "a kept code that fits no more has its own words and can be removed", "[recovery]")
{
    signInAnew();
    QSet<QString> causes;
    for (const auto outcome : {RestoreOutcome::ReplacedCode, RestoreOutcome::WrongCode, RestoreOutcome::TypingError}) {
        recovery.restoreKept();
        recovery.applyOutcome(outcome);
        CHECK(recovery.keptCodeIsWrong());
        CHECK(!recovery.failureIsAboutCode()); // of the field
        CHECK(recovery.failure().cause.startsWith(u"Der Schlüssel-Code auf diesem Gerät"));
        causes.insert(recovery.failure().cause);
    }
    CHECK(causes.size() == 3);
    kept.remove();
    CHECK(vault.entries.isEmpty());
    CHECK(!kept.usable());
    recovery.restoreTyped(QString::fromLatin1(code));
    recovery.applyOutcome(RestoreOutcome::WrongCode);
    CHECK(!recovery.keptCodeIsWrong());
}

TEST_CASE_METHOD(Fixture, "what lies not in the kept code does not make it wrong", "[recovery]")
{
    signInAnew();
    recovery.restoreKept();
    recovery.applyOutcome(RestoreOutcome::NoConnection);
    CHECK(!recovery.keptCodeIsWrong());
    CHECK(recovery.failure().code == u"TIM-208");
}

TEST_CASE_METHOD(Fixture, "the code of a newer sheet takes the place of the one that is kept", "[recovery]")
{
    vault.entries.insert(address, code);
    SECTION("after the keys were renewed, also by an earlier run")
    {
        recovery.applyState(in(Phase::Ready));
    }
    SECTION("after a newer code was entered")
    {
        recovery.applyState(in(Phase::Ready));
        codeComes(); // the same as the kept one
        CHECK(entry() == code);
        recovery.applyOutcome(RestoreOutcome::Restored);
    }
    CHECK(kept.busy());
    codeComes(newer);
    CHECK(!kept.busy());
    CHECK(entry() == newer);
    CHECK(kept.state() == State::Kept);
}

TEST_CASE_METHOD(Fixture, "a kept code that could not be replaced is not passed over in silence", "[recovery]")
{
    vault.entries.insert(address, code);
    recovery.applyState(in(Phase::Ready));
    vault.always = ErrorCode::KeyStoreLocked;
    codeComes(newer);
    CHECK(kept.failure().effect.contains(u"älterer Schlüssel-Code"));
    vault.always.reset();
    recovery.applyState(in(Phase::Unknown));
    recovery.applyState(in(Phase::Ready)); // at the next start
    codeComes(newer);
    CHECK(entry() == newer);
    CHECK(kept.failure().isNull());
}

TEST_CASE_METHOD(Fixture, "where no code is kept, a newer one is not put there by itself", "[recovery]")
{
    recovery.applyState(in(Phase::Ready));
    recovery.applyOutcome(RestoreOutcome::Restored);
    codeComes(newer);
    CHECK(vault.entries.isEmpty());
}

TEST_CASE_METHOD(Fixture, "signing out takes the kept code along; what ends by itself does not", "[recovery]")
{
    vault.entries.insert(address, code);
    recovery.applyState(in(Phase::Ready));
    codeComes();
    recovery.setService(nullptr); // the session has ended
    CHECK(kept.state() == State::Unknown);
    CHECK(entry() == code);
    kept.setAccount({}); // nobody is signed in
    kept.forget();
    CHECK(vault.entries.isEmpty());
}

TEST_CASE("signing out in the program removes the key code of who was signed in, and of nobody else", "[recovery]")
{
    FakeCodeVault vault;
    AppViewModel app(QString(), nullptr);
    app.main()->recovery()->kept()->setVault(&vault);
    vault.entries = {{address, code}, {u"@b123456780:kasse.example"_s, newer}};
    core::AccountState state;
    state.user = fixtures::userId("@a123456780:kasse.example");
    app.applyState(state);
    app.logOut();
    CHECK(vault.entries.keys() == QStringList{u"@b123456780:kasse.example"_s});
}

TEST_CASE_METHOD(Fixture, "an answer for an account that is gone does not count", "[recovery]")
{
    vault.entries.insert(address, code);
    vault.waits = true;
    recovery.applyState(in(Phase::NeedsCode));
    recovery.setService(nullptr);
    kept.setAccount(fixtures::userId("@b123456780:kasse.example"));
    vault.answer();
    CHECK(kept.state() == State::Unknown);
    CHECK(!kept.usable());
}
