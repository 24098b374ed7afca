#include "tests/pictures/Scenes.h"
#include "tests/pictures/fixtures/Fixtures.h"
#include "tests/support/FakeConfirmation.h"

using namespace Qt::StringLiterals;
using core::RenewalKind;
using core::RenewalState;
using Problem = RenewalState::Problem;
using Step = core::RenewalJournal::Step;

namespace {

Scene renewal(const QString& name, const QString& title, const RenewalState& state,
              const std::function<void(ui::RenewKeysViewModel&)>& then = {})
{
    return {name,
            title,
            [state, then](ui::AppViewModel& app) {
                showChats(app);
                app.main()->setPlace(ui::MainViewModel::Place::Settings);
                ui::RenewKeysViewModel& renewing = *app.main()->renewal();
                if (state.kind == RenewalKind::NothingLeft)
                    renewing.openNothingLeft();
                else
                    renewing.openRenewal();
                renewing.applyState(state);
                if (then)
                    then(renewing);
            },
            {}};
}

RenewalState stopped(Problem problem)
{
    auto state = fixtures::renewal(RenewalState::Phase::Stopped);
    state.problem = problem;
    return state;
}

} // namespace

QList<Scene> renewScenes()
{
    using Phase = RenewalState::Phase;
    const auto offered = fixtures::renewal(Phase::Offered);
    auto nothingLeft = offered;
    nothingLeft.kind = RenewalKind::NothingLeft;
    auto alone = offered;
    alone.facts = {.otherDevices = {}};
    auto asking = fixtures::renewal(Phase::Running);
    asking.question = core::InteractiveAuth::Step{.password = true, .browser = QUrl(u"https://kasse.example/bestaetigen"_s)};
    asking.canCancel = true;
    auto refused = asking;
    refused.question->browser.clear();
    refused.question->refused = true;
    auto aboutOthers = asking;
    aboutOthers.step = Step::IdentityReplaced;
    aboutOthers.canCancel = false;
    aboutOthers.question->password = false;
    auto running = fixtures::renewal(Phase::Running);
    running.isBusy = true;
    running.step = Step::OthersSignedOut;
    auto failed = stopped(Problem::Error);
    failed.error = fixtures::error(core::ErrorCode::Network);
    auto othersStay = fixtures::renewal(Phase::Done);
    othersStay.othersStay = true;
    return {
        renewal(u"renew"_s, u"Schlüssel erneuern"_s, offered),
        renewal(u"renew-looking"_s, u"Verlust wird gezählt"_s, fixtures::renewal(Phase::Looking)),
        renewal(u"renew-refused"_s, u"Erneuern, Computer hat nicht bestätigt"_s, offered,
                [](ui::RenewKeysViewModel& renewing) {
                    static ui::FakeConfirmation system;
                    renewing.confirm()->setSystem(&system);
                    renewing.begin(u"erneuern"_s);
                    system.answer(ui::SystemConfirmation::Answer::Refused);
                }),
        renewal(u"renew-alone"_s, u"Schlüssel erneuern, nichts zu verlieren"_s, alone),
        renewal(u"renew-nothing-left"_s, u"Ich habe nichts davon"_s, nothingLeft),
        renewal(u"renew-password"_s, u"Erneuern bestätigen"_s, asking),
        renewal(u"renew-wrong-password"_s, u"Falsches Passwort beim Erneuern"_s, refused),
        renewal(u"renew-devices"_s, u"Abmelden beim Erneuern bestätigen"_s, aboutOthers,
                [aboutOthers](ui::RenewKeysViewModel& renewing) {
                    renewing.openBrowser();
                    renewing.setBrowserOpened(false);
                    renewing.applyState(aboutOthers);
                }),
        renewal(u"renew-running"_s, u"Schlüssel werden erneuert"_s, running),
        renewal(u"renew-failed"_s, u"Erneuern, keine Verbindung"_s, failed),
        renewal(u"renew-facts-changed"_s, u"Anderes Gerät war schneller"_s, stopped(Problem::FactsChanged)),
        renewal(u"renew-other-keys"_s, u"Fremdes Schlüssel-Blatt dazwischen"_s, stopped(Problem::OtherKeys)),
        renewal(u"renew-not-kept"_s, u"Server zeigt die Schlüssel nicht"_s, stopped(Problem::NotKept)),
        renewal(u"renew-done"_s, u"Schlüssel erneuert"_s, fixtures::renewal(Phase::Done)),
        renewal(u"renew-done-others-stay"_s, u"Schlüssel erneuert, andere Geräte noch da"_s, othersStay),
    };
}
