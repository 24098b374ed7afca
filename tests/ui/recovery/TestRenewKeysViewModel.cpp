#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::RenewalKind;
using core::RenewalState;
using Phase = RenewalState::Phase;
using Problem = RenewalState::Problem;
using Step = core::RenewalJournal::Step;

namespace {

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    MainViewModel main{format};
    RenewKeysViewModel& renewal = *main.renewal();

    RenewalState asking()
    {
        auto state = fixtures::renewal(Phase::Running);
        state.question = core::InteractiveAuth::Step{.password = true, .browser = QUrl(u"https://kasse.example/bestaetigen"_s)};
        return state;
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "what is lost stands there in numbers before anything happens", "[renew]")
{
    renewal.openRenewal();
    CHECK(renewal.isOpen());
    renewal.applyState(fixtures::renewal(Phase::Offered));
    CHECK(renewal.losesSomething());
    CHECK(renewal.canSaveBefore());
    CHECK(renewal.lossText().contains(u"Chats: 14, Nachrichten: 1.203, Dateien: 37."));
    CHECK(plain(renewal.devicesText()) == u"Telefon von Erika, Tablet im Wohnzimmer");
    CHECK(renewal.canCancel());
    auto nothing = fixtures::renewal(Phase::Offered);
    nothing.facts = {.otherDevices = {}};
    renewal.applyState(nothing);
    CHECK_FALSE(renewal.losesSomething());
    CHECK_FALSE(renewal.canSaveBefore());
    CHECK(renewal.devicesText() == u"Es ist kein anderes Gerät angemeldet.");
}

TEST_CASE_METHOD(Fixture, "with nothing left the keys at the insurer's are what is lost, and other devices are looked at first",
                 "[renew]")
{
    renewal.openNothingLeft();
    auto state = fixtures::renewal(Phase::Offered);
    state.kind = RenewalKind::NothingLeft;
    renewal.applyState(state);
    CHECK(renewal.nothingLeft());
    CHECK(renewal.lossText().contains(u"Gesicherte Nachrichten-Schlüssel: 4.312."));
    CHECK(renewal.devicesText().startsWith(u"Sehen Sie dort zuerst nach."));
}

TEST_CASE_METHOD(Fixture, "nothing begins without the word, however it is written", "[renew]")
{
    CHECK_FALSE(renewal.begin(u"erneuern"_s)); // nothing was counted yet
    renewal.applyState(fixtures::renewal(Phase::Offered));
    CHECK_FALSE(renewal.begin({}));
    CHECK_FALSE(renewal.begin(u"ja"_s));
    CHECK(renewal.begin(u" Erneuern "_s));
}

TEST_CASE_METHOD(Fixture, "a question of the server says what it is for and what was wrong with the answer", "[renew]")
{
    renewal.openRenewal();
    auto state = asking();
    renewal.applyState(state);
    CHECK(renewal.asking());
    CHECK(renewal.passwordOffered());
    CHECK(renewal.browserOffered());
    CHECK_FALSE(renewal.asksAboutOthers());
    CHECK(renewal.passwordError().isEmpty());
    state.question->refused = true;
    renewal.confirmWithPassword(u"falsch"_s);
    renewal.applyState(state);
    CHECK_FALSE(renewal.passwordError().isEmpty());
    CHECK(renewal.browserError().isEmpty());
    renewal.confirmedInBrowser();
    renewal.applyState(state);
    CHECK(renewal.passwordError().isEmpty());
    CHECK_FALSE(renewal.browserError().isEmpty());
    const QString before = renewal.questionText();
    state.step = Step::IdentityReplaced;
    state.question->refused = false;
    renewal.applyState(state);
    CHECK(renewal.asksAboutOthers());
    CHECK(renewal.questionText() != before);
    CHECK(renewal.browserError().isEmpty());
}

TEST_CASE_METHOD(Fixture, "a renewal that waits for the person opens its page once, and not again when it was left", "[renew]")
{
    CHECK_FALSE(renewal.isOpen());
    renewal.applyState(asking());
    CHECK(renewal.isOpen());
    CHECK_FALSE(renewal.statusText().isEmpty());
    renewal.leave();
    CHECK_FALSE(renewal.isOpen());
    auto state = asking();
    state.question->refused = true;
    renewal.applyState(state);
    CHECK_FALSE(renewal.isOpen());
    renewal.openRenewal();
    CHECK(renewal.isOpen());
    CHECK(renewal.asking()); // the same one
}

TEST_CASE_METHOD(Fixture, "what has begun cannot be cancelled, and each step has its words", "[renew]")
{
    auto state = fixtures::renewal(Phase::Running);
    state.isBusy = true;
    QStringList texts;
    for (const auto step : {Step::Agreed, Step::IdentityReplaced, Step::OthersSignedOut, Step::Destroyed}) {
        state.step = step;
        renewal.applyState(state);
        CHECK_FALSE(renewal.canCancel());
        texts.append(renewal.progressText());
    }
    CHECK(texts.removeDuplicates() == 0);
    CHECK(texts.last().startsWith(u"Schritt 4 von 4:"));
    state.kind = RenewalKind::NothingLeft;
    renewal.applyState(state);
    CHECK(renewal.progressText().startsWith(u"Schritt 2 von 2:"));
}

TEST_CASE_METHOD(Fixture, "every way in which a renewal stops has its own words and its own next step", "[renew]")
{
    QStringList causes;
    for (const auto problem : {Problem::Error, Problem::FactsChanged, Problem::OtherKeys, Problem::NotKept}) {
        auto state = fixtures::renewal(Phase::Stopped);
        state.problem = problem;
        if (problem == Problem::Error)
            state.error = fixtures::error(core::ErrorCode::Network);
        renewal.applyState(state);
        CHECK_FALSE(renewal.failure().isNull());
        CHECK_FALSE(renewal.failure().next.isEmpty());
        CHECK_FALSE(renewal.goOnText().isEmpty());
        causes.append(renewal.failure().cause);
    }
    CHECK(causes.removeDuplicates() == 0);
}

TEST_CASE_METHOD(Fixture, "at the end the new key sheet opens", "[renew]")
{
    renewal.openRenewal();
    renewal.applyState(fixtures::renewal(Phase::Done));
    renewal.toSheet();
    CHECK_FALSE(renewal.isOpen());
    CHECK(main.recovery()->page() == RecoveryViewModel::Page::KeySheet);
}

TEST_CASE_METHOD(Fixture, "nothing of a renewal is left when the account is", "[renew]")
{
    renewal.openRenewal();
    renewal.applyState(fixtures::renewal(Phase::Offered));
    main.forget();
    CHECK_FALSE(renewal.isOpen());
    CHECK(renewal.phase() == RenewKeysViewModel::Phase::Idle);
    CHECK_FALSE(renewal.losesSomething());
}
