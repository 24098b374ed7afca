// Confirming devices and people, in every step and with every end.
#include "tests/pictures/Scenes.h"
#include "tests/pictures/fixtures/Verifications.h"

using namespace Qt::StringLiterals;
using Phase = core::VerificationState::Phase;
using Shown = core::ShownVerification;

namespace {

/// This device has asked, and it stands so now: all steps one after the other.
Scene asked(const QString& name, const QString& title, const QList<Shown>& steps,
            const std::function<void(ui::VerificationViewModel&)>& then = {})
{
    return {name,
            title,
            [steps, then](ui::AppViewModel& app) {
                showChats(app);
                auto& verification = *app.main()->verification();
                verification.requestAll();
                for (const auto& step : steps)
                    verification.apply({step});
                if (then)
                    then(verification);
            },
            {}};
}

Scene inPhase(const QString& name, const QString& title, Phase phase)
{
    return asked(name, title, {fixtures::verification(phase)});
}

/// What the person chooses on the page itself.
Scene chosen(Scene scene, const char* choice)
{
    scene.act = [choice](QQuickWindow& window) {
        if (auto* screen = window.findChild<QObject*>(u"verificationScreen"_s))
            screen->setProperty(choice, true);
    };
    return scene;
}

/// Cancelled with this code, coming from this phase.
Scene ended(const QString& name, const QString& title, const QString& code, Phase from = Phase::Comparing, bool isByUs = false)
{
    return asked(name, title, {fixtures::verification(from), fixtures::cancelled(code, isByUs)});
}

Scene notAsked(const QString& name, const QString& title, core::ErrorCode code)
{
    return {name,
            title,
            [code](ui::AppViewModel& app) {
                showChats(app);
                app.main()->verification()->requestAll();
                app.main()->verification()->applyFailed(fixtures::error(code));
            },
            {}};
}

/// Another device asks while the chats are open.
Scene incoming(const QString& name, const QString& title, const QList<Shown>& steps)
{
    return {name,
            title,
            [steps](ui::AppViewModel& app) {
                showChats(app);
                for (const auto& step : steps)
                    app.main()->verification()->apply({step});
            },
            {}};
}

QList<Scene> requestScenes()
{
    const Shown request = fixtures::verification(Phase::Requested, false);
    Shown hostile = request;
    hostile.deviceName = u"<b>Chrome</b> "_s + u"WeitWegVonHier"_s.repeated(5);
    const auto inWelcome = [request](ui::AppViewModel& app) {
        showChats(app);
        app.main()->recovery()->applyState(fixtures::recovery(core::RecoveryState::Phase::NeedsCode));
        app.main()->verification()->apply({request});
    };
    return {
        incoming(u"verify-request"_s, u"Ein Gerät fragt"_s, {request}),
        incoming(u"verify-request-hostile"_s, u"Ein Gerät mit feindlichem Namen fragt"_s, {hostile}),
        {u"verify-request-welcome"_s, u"Ein Gerät fragt auf „Willkommen zurück“"_s, inWelcome, {}},
        incoming(u"verify-request-withdrawn"_s, u"Anfrage zurückgezogen"_s,
                 {request, fixtures::cancelled(core::cancelCode::user, false, false)}),
        incoming(u"verify-request-expired"_s, u"Anfrage abgelaufen"_s,
                 {request, fixtures::cancelled(core::cancelCode::timeout, true, false)}),
    };
}

QList<Scene> stepScenes()
{
    const auto foreignCode = [](ui::VerificationViewModel& verification) {
        verification.applyScanned(crypto::SecretBytes::fromBytes(fixtures::verificationCode(u"other"_s)));
    };
    const auto keyCode = [](ui::VerificationViewModel& verification) { verification.applyScanned(*fixtures::keyCode()); };
    return {
        inPhase(u"verify-asking"_s, u"Anderes Gerät wird gefragt"_s, Phase::Requested),
        inPhase(u"verify-choose"_s, u"Wie vergleichen?"_s, Phase::Ready),
        chosen(inPhase(u"verify-code"_s, u"Code für das andere Gerät"_s, Phase::Ready), "showsCode"),
        asked(u"verify-foreign-code"_s, u"Code eines anderen Vergleichs"_s, {fixtures::verification(Phase::Ready)}, foreignCode),
        asked(u"verify-key-code"_s, u"Schlüssel-Code statt Vergleichs-Code"_s, {fixtures::verification(Phase::Ready)}, keyCode),
        inPhase(u"verify-preparing"_s, u"Geräte verbinden sich"_s, Phase::Preparing),
        inPhase(u"verify-pictures"_s, u"Bilder vergleichen"_s, Phase::Comparing),
        chosen(inPhase(u"verify-numbers"_s, u"Zahlen vergleichen"_s, Phase::Comparing), "byNumbers"),
        inPhase(u"verify-scanned"_s, u"Code wurde gelesen"_s, Phase::Scanned),
        inPhase(u"verify-waiting"_s, u"Warten auf das andere Gerät"_s, Phase::Waiting),
        inPhase(u"verify-signing"_s, u"Bestätigung wird gespeichert"_s, Phase::Signing),
    };
}

QList<Scene> endScenes()
{
    namespace code = core::cancelCode;
    return {
        inPhase(u"verify-done"_s, u"Bestätigt"_s, Phase::Done),
        ended(u"verify-different"_s, u"Verschiedene Bilder"_s, code::mismatchedSas, Phase::Comparing, true),
        ended(u"verify-other-keys"_s, u"Schlüssel passen nicht"_s, code::keyMismatch, Phase::Waiting),
        ended(u"verify-cancelled"_s, u"Am anderen Gerät abgebrochen"_s, code::user),
        ended(u"verify-timeout"_s, u"Zeit abgelaufen"_s, code::timeout, Phase::Comparing, true),
        ended(u"verify-unknown-device"_s, u"Unbekanntes Gerät"_s, code::keyMismatch, Phase::Requested, true),
        ended(u"verify-elsewhere"_s, u"Anderes Gerät war schneller"_s, code::accepted, Phase::Requested),
        ended(u"verify-no-way"_s, u"Kein gemeinsamer Weg"_s, code::unknownMethod, Phase::Ready),
        ended(u"verify-failed"_s, u"Programme verstehen sich nicht"_s, code::unexpectedMessage),
        inPhase(u"verify-refused"_s, u"Server nimmt es nicht an"_s, Phase::Refused),
        notAsked(u"verify-no-device"_s, u"Kein anderes Gerät"_s, core::ErrorCode::NotFound),
        notAsked(u"verify-no-identity"_s, u"Keine Schlüssel des Kontos"_s, core::ErrorCode::Forbidden),
    };
}

/// The practice has been asked, and it stands so now.
Scene askedPractice(const QString& name, const QString& title, const QList<Shown>& steps)
{
    return {name,
            title,
            [steps](ui::AppViewModel& app) {
                showChats(app);
                auto& verification = *app.main()->verification();
                verification.requestPerson(u"@empfang:praxis-sommer.example"_s, u"Praxis Dr. Sommer"_s);
                for (const auto& step : steps)
                    verification.apply({fixtures::withPractice(step)});
            },
            {}};
}

QList<Scene> personScenes()
{
    namespace code = core::cancelCode;
    const auto at = [](Phase phase) { return fixtures::verification(phase); };
    const Shown request = fixtures::withPractice(fixtures::verification(Phase::Requested, false));
    Shown hostile = request;
    hostile.personName = u"<b>Praxis</b> "_s + u"WeitWegVonHier"_s.repeated(5);
    const auto refused = [](ui::AppViewModel& app) {
        showChats(app);
        app.main()->verification()->requestPerson(u"@empfang:praxis-sommer.example"_s, u"Praxis Dr. Sommer"_s);
        app.main()->verification()->applyFailed(fixtures::error(core::ErrorCode::Forbidden));
    };
    return {
        incoming(u"verify-person-request"_s, u"Eine Praxis fragt"_s, {request}),
        incoming(u"verify-person-request-hostile"_s, u"Eine Person mit feindlichem Namen fragt"_s, {hostile}),
        askedPractice(u"verify-person-asking"_s, u"Die Praxis wird gefragt"_s, {at(Phase::Requested)}),
        askedPractice(u"verify-person-choose"_s, u"Wie mit der Praxis vergleichen?"_s, {at(Phase::Ready)}),
        chosen(askedPractice(u"verify-person-code"_s, u"Code für die Praxis"_s, {at(Phase::Ready)}), "showsCode"),
        askedPractice(u"verify-person-pictures"_s, u"Bilder mit der Praxis vergleichen"_s, {at(Phase::Comparing)}),
        chosen(askedPractice(u"verify-person-numbers"_s, u"Zahlen mit der Praxis vergleichen"_s, {at(Phase::Comparing)}),
               "byNumbers"),
        askedPractice(u"verify-person-scanned"_s, u"Die Praxis hat den Code gelesen"_s, {at(Phase::Scanned)}),
        askedPractice(u"verify-person-waiting"_s, u"Warten auf die Praxis"_s, {at(Phase::Waiting)}),
        askedPractice(u"verify-person-done"_s, u"Praxis bestätigt"_s, {at(Phase::Done)}),
        askedPractice(u"verify-person-different"_s, u"Praxis sieht andere Bilder"_s,
                      {at(Phase::Comparing), fixtures::cancelled(code::mismatchedSas, true)}),
        {u"verify-person-forbidden"_s, u"Praxis lässt sich nicht fragen"_s, refused, {}},
    };
}

} // namespace

QList<Scene> verificationScenes()
{
    return requestScenes() + stepScenes() + endScenes() + personScenes();
}
