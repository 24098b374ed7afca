#include "tests/pictures/Scenes.h"
#include "tests/pictures/fixtures/Fixtures.h"
#include "tests/support/FakeCodeVault.h"
#include "tests/support/FakeConfirmation.h"
#include "tests/support/FakePrinter.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QMimeData>

#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using core::Handover;
using core::HealthFinding;
using core::RepairState;
using core::RestoreOutcome;
using Place = ui::MainViewModel::Place;
using RecoveryPhase = core::RecoveryState::Phase;

namespace {

/// Signed in on a new device; `then` goes on from there.
Scene comingBack(const QString& name, const QString& title, const std::function<void(ui::RecoveryViewModel&)>& then = {})
{
    return {name,
            title,
            [then](ui::AppViewModel& app) {
                showChats(app);
                app.main()->recovery()->applyState(fixtures::recovery(RecoveryPhase::NeedsCode));
                if (then)
                    then(*app.main()->recovery());
            },
            {}};
}

Scene restoreEnds(const QString& name, const QString& title, RestoreOutcome outcome)
{
    return comingBack(name, title, [outcome](ui::RecoveryViewModel& recovery) {
        recovery.restoreTyped(u"EsTj 3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd"_s);
        recovery.applyOutcome(outcome);
    });
}

Scene keySheet(const QString& name, const QString& title, const std::function<void(ui::RecoveryViewModel&)>& then = {},
               RecoveryPhase phase = RecoveryPhase::Ready)
{
    return {name,
            title,
            [then, phase](ui::AppViewModel& app) {
                showChats(app);
                ui::RecoveryViewModel& recovery = *app.main()->recovery();
                recovery.applyState(fixtures::recovery(phase));
                recovery.openSheet();
                if (then)
                    then(recovery);
            },
            {}};
}

void showSheet(ui::RecoveryViewModel& recovery)
{
    recovery.reveal();
    recovery.applyCode(fixtures::keyCode(), fixtures::keySheet());
}

/// A computer that can print; `end`: how the last try has ended, if it has.
Scene printing(const QString& name, const QString& title, bool tried = false, std::optional<ui::SheetPrinter::Outcome> end = {})
{
    return keySheet(u"keysheet-print"_s + name, title, [tried, end](ui::RecoveryViewModel& recovery) {
        static ui::FakePrinter printer;
        recovery.print()->setPrinter(&printer);
        recovery.print()->look();
        showSheet(recovery);
        if (tried)
            recovery.print()->print();
        if (end)
            printer.end(*end);
    });
}

/// The computer asks who sits there before it shows the sheet; `answer`: what it has found, if it has.
Scene confirming(const QString& name, const QString& title, std::optional<ui::SystemConfirmation::Answer> answer = {})
{
    return keySheet(u"keysheet-confirm-"_s + name, title, [answer](ui::RecoveryViewModel& recovery) {
        static ui::FakeConfirmation system;
        recovery.confirm()->setSystem(&system);
        recovery.reveal();
        if (answer)
            system.answer(*answer);
    });
}

/// A key store that lives as long as the pictures are taken. `kept`: it has the code of the account; `error`: its only answer.
ui::FakeCodeVault& vault(bool kept, std::optional<core::ErrorCode> error = {})
{
    static std::vector<std::unique_ptr<ui::FakeCodeVault>> vaults;
    auto& made = *vaults.emplace_back(std::make_unique<ui::FakeCodeVault>());
    made.always = error;
    if (kept)
        made.entries.insert(fixtures::keySheet().user.toString(), fixtures::keyCode()->bytes().toByteArray().replace(' ', ""));
    return made;
}

void useVault(ui::RecoveryViewModel& recovery, ui::FakeCodeVault& store)
{
    recovery.kept()->setAccount(fixtures::keySheet().user);
    recovery.kept()->setVault(&store);
}

/// On "welcome back" and with a key store; `outcome`: of the attempt with what it keeps.
Scene keptWay(const QString& name, const QString& title, bool kept, std::optional<core::ErrorCode> error = {},
              std::optional<RestoreOutcome> outcome = {})
{
    return comingBack(u"restore-kept-"_s + name, title, [kept, error, outcome](ui::RecoveryViewModel& recovery) {
        useVault(recovery, vault(kept, error));
        if (!outcome)
            return;
        recovery.restoreKept();
        recovery.applyOutcome(*outcome);
    });
}

/// The switch on the key sheet; `then` goes on from a store that works.
Scene keeping(const QString& name, const QString& title, bool kept,
              const std::function<void(ui::RecoveryViewModel&, ui::FakeCodeVault&)>& then = {})
{
    return keySheet(u"keysheet-keep-"_s + name, title, [kept, then](ui::RecoveryViewModel& recovery) {
        auto& store = vault(kept);
        useVault(recovery, store);
        recovery.applyCode(fixtures::keyCode(), fixtures::keySheet()); // compared with what is kept
        if (then)
            then(recovery, store);
    });
}

/// The store does not take the code.
Scene notKept(const QString& name, const QString& title, core::ErrorCode error)
{
    return keeping(name, title, false, [error](ui::RecoveryViewModel& recovery, ui::FakeCodeVault& store) {
        store.always = error;
        recovery.kept()->want(true);
        recovery.applyCode(fixtures::keyCode(), fixtures::keySheet());
    });
}

/// `typed`: what was given for the last four characters; not yet anything if empty.
Scene checkingSheet(const QString& name, const QString& title, const QString& typed)
{
    Scene scene = keySheet(name, title, [typed](ui::RecoveryViewModel& recovery) {
        showSheet(recovery);
        if (!typed.isEmpty())
            recovery.check()->checkLastFour(typed);
    });
    scene.act = [](QQuickWindow& window) {
        if (auto* screen = window.findChild<QObject*>(u"keySheetScreen"_s))
            QMetaObject::invokeMethod(screen, "startCheck");
    };
    return scene;
}

/// A file hovers over the page.
Scene droppingFile(const QString& name, const QString& title)
{
    Scene scene = comingBack(name, title);
    scene.act = [](QQuickWindow& window) {
        QMimeData data;
        data.setUrls({QUrl(u"file:///Schluessel-Blatt.pdf"_s)});
        QDragEnterEvent event(QPoint(window.width() / 2, window.height() / 2), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    };
    return scene;
}

/// The device has its chats; the daily check has found something, or it is being mended. `settings`: where all of it stands.
Scene health(const QString& name, const QString& title, const core::RecoveryState& state, bool settings = false,
             const std::function<void(ui::RecoveryViewModel&)>& then = {})
{
    return {name,
            title,
            [state, settings, then](ui::AppViewModel& app) {
                showChats(app);
                if (settings)
                    app.main()->setPlace(Place::Settings);
                app.main()->recovery()->applyState(state);
                if (then)
                    then(*app.main()->recovery());
            },
            {}};
}

Scene found(const QString& name, const QString& title, const QList<HealthFinding>& findings)
{
    return health(u"health-"_s + name, title, fixtures::findings(findings));
}

Scene repair(const QString& name, const QString& title, RepairState end, const QList<HealthFinding>& findings)
{
    return health(u"repair-"_s + name, title, fixtures::findings({HealthFinding::BackupMissing}), false,
                  [end, findings](ui::RecoveryViewModel& recovery) {
                      auto state = fixtures::findings(findings);
                      state.repair = RepairState::Running;
                      recovery.applyState(state);
                      state.repair = end;
                      recovery.applyState(state);
                  });
}

/// The account's keys have a password. `then` goes on from there.
Scene withPassword(const QString& name, const QString& title, bool isOpen,
                   const std::function<void(ui::PassphraseViewModel&)>& then = {})
{
    Scene scene = comingBack(u"restore-password"_s + name, title, [then](ui::RecoveryViewModel& recovery) {
        auto state = fixtures::recovery(RecoveryPhase::NeedsCode);
        state.takesPassphrase = true;
        recovery.applyState(state);
        if (then)
            then(*recovery.passphrase());
    });
    if (isOpen)
        scene.act = [](QQuickWindow& window) {
            if (auto* choice = window.findChild<QObject*>(u"passphrase"_s))
                choice->setProperty("open", true);
        };
    return scene;
}

Scene passwordEnds(const QString& name, const QString& title, RestoreOutcome outcome)
{
    return withPassword(name, title, true, [outcome](ui::PassphraseViewModel& passphrase) {
        passphrase.restore(u"Bello"_s);
        passphrase.applyEnd(outcome);
    });
}

/// Confirmed with another device, which sends the keys or not.
Scene handover(const QString& name, const QString& title, Handover how)
{
    return comingBack(u"handover-"_s + name, title, [how](ui::RecoveryViewModel& recovery) {
        auto state = fixtures::recovery(RecoveryPhase::NeedsCode);
        state.handover = how;
        recovery.applyState(state);
    });
}

} // namespace

QList<Scene> recoveryScenes()
{
    const auto restored = [](ui::RecoveryViewModel& recovery, RestoreOutcome outcome) {
        recovery.restoreTyped(u"EsTj"_s);
        recovery.applyState(fixtures::recovery(RecoveryPhase::Restoring, 4'988, 5'000));
        recovery.applyOutcome(outcome);
        recovery.applyState(fixtures::recovery(RecoveryPhase::Ready, 4'988, 5'000));
    };
    return {
        comingBack(u"restore"_s, u"Willkommen zurück"_s),
        comingBack(u"restore-checking"_s, u"Code wird geprüft"_s,
                   [](ui::RecoveryViewModel& recovery) { recovery.restoreTyped(u"EsTj"_s); }),
        comingBack(u"restore-other-code"_s, u"Anderer Code eingegeben"_s,
                   [](ui::RecoveryViewModel& recovery) { recovery.restoreTyped(u"matrix:u/praxis:sommer.example"_s); }),
        comingBack(u"restore-no-picture"_s, u"Kein lesbares Bild"_s,
                   [](ui::RecoveryViewModel& recovery) { recovery.restoreFromImage(QUrl()); }),
        comingBack(u"restore-several-files"_s, u"Mehrere Dateien gezogen"_s,
                   [](ui::RecoveryViewModel& recovery) { recovery.restoreFromFiles({QUrl(), QUrl()}); }),
        droppingFile(u"restore-drop"_s, u"Datei über der Seite"_s),
        restoreEnds(u"restore-no-code"_s, u"Kein Schlüssel-Code"_s, RestoreOutcome::NotACode),
        restoreEnds(u"restore-typing-error"_s, u"Tippfehler"_s, RestoreOutcome::TypingError),
        restoreEnds(u"restore-wrong-code"_s, u"Code eines anderen Kontos"_s, RestoreOutcome::WrongCode),
        restoreEnds(u"restore-replaced"_s, u"Älteres Blatt"_s, RestoreOutcome::ReplacedCode),
        restoreEnds(u"restore-nothing"_s, u"Nichts zu öffnen"_s, RestoreOutcome::NothingToOpen),
        restoreEnds(u"restore-foreign"_s, u"Fremde Schlüssel"_s, RestoreOutcome::ForeignKeys),
        restoreEnds(u"restore-offline"_s, u"Keine Verbindung"_s, RestoreOutcome::NoConnection),
        restoreEnds(u"restore-failed"_s, u"Nicht gelungen"_s, RestoreOutcome::Failed),
        comingBack(u"restoring"_s, u"Chats kommen zurück"_s,
                   [](ui::RecoveryViewModel& recovery) {
                       recovery.applyState(fixtures::recovery(RecoveryPhase::Restoring, 1'203, 5'000));
                   }),
        comingBack(
            u"restoring-uncounted"_s, u"Chats kommen zurück, Menge unbekannt"_s,
            [](ui::RecoveryViewModel& recovery) { recovery.applyState(fixtures::recovery(RecoveryPhase::Restoring, 12, 0)); }),
        comingBack(u"restored"_s, u"Chats sind zurück"_s,
                   [restored](ui::RecoveryViewModel& recovery) { restored(recovery, RestoreOutcome::Restored); }),
        comingBack(u"restored-partly"_s, u"Die meisten Chats sind zurück"_s,
                   [restored](ui::RecoveryViewModel& recovery) { restored(recovery, RestoreOutcome::RestoredPartly); }),
        comingBack(u"restore-later"_s, u"Später: Hinweis über den Chats"_s,
                   [](ui::RecoveryViewModel& recovery) { recovery.leave(); }),
        {u"keysheet-reminder"_s,
         u"Erinnerung an das Schlüssel-Blatt"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             auto state = fixtures::recovery(RecoveryPhase::Ready);
             state.remindOfSheet = true;
             app.main()->recovery()->applyState(state);
         },
         {}},
        keySheet(u"keysheet-covered"_s, u"Schlüssel-Blatt, verdeckt"_s),
        keySheet(u"keysheet-fetching"_s, u"Schlüssel-Blatt wird geholt"_s,
                 [](ui::RecoveryViewModel& recovery) { recovery.reveal(); }),
        keySheet(u"keysheet"_s, u"Schlüssel-Blatt"_s, &showSheet),
        keySheet(u"keysheet-not-saved"_s, u"Schlüssel-Blatt nicht gespeichert"_s,
                 [](ui::RecoveryViewModel& recovery) {
                     showSheet(recovery);
                     recovery.saveTo(QUrl());
                 }),
        checkingSheet(u"keysheet-checking"_s, u"Schlüssel-Blatt wird geprüft"_s, {}),
        checkingSheet(u"keysheet-check-wrong"_s, u"Falsche letzte Zeichen"_s, u"xxxx"_s),
        keySheet(u"keysheet-check-no-picture"_s, u"Bild beweist nichts"_s,
                 [](ui::RecoveryViewModel& recovery) {
                     showSheet(recovery);
                     recovery.cover();
                     recovery.check()->checkPicture(QUrl());
                 }),
        keySheet(u"keysheet-checked"_s, u"Schlüssel-Blatt geprüft"_s,
                 [](ui::RecoveryViewModel& recovery) {
                     showSheet(recovery);
                     recovery.check()->checkLastFour(u"jXEd"_s);
                 }),
        keySheet(u"keysheet-setting-up"_s, u"Schlüssel-Blatt wird vorbereitet"_s, {}, RecoveryPhase::SettingUp),
        keySheet(u"keysheet-needs-code"_s, u"Erst Chats zurückholen"_s, {}, RecoveryPhase::NeedsCode),
        keySheet(u"keysheet-unknown"_s, u"Noch nicht bekannt"_s, {}, RecoveryPhase::Unknown),
        keySheet(u"keysheet-elsewhere"_s, u"Code liegt nicht hier"_s,
                 [](ui::RecoveryViewModel& recovery) {
                     core::RecoveryState state = fixtures::recovery(RecoveryPhase::Ready);
                     state.codeIsHere = false;
                     recovery.applyState(state);
                 }),
    };
}

QList<Scene> printScenes()
{
    using Outcome = ui::SheetPrinter::Outcome;
    return {
        printing(u""_s, u"Schlüssel-Blatt, der Computer kann drucken"_s),
        printing(u"-open"_s, u"Druck-Dialog ist offen"_s, true),
        printing(u"-done"_s, u"Blatt ist beim Drucker"_s, true, Outcome::Printed),
        printing(u"-cancelled"_s, u"Druck abgebrochen"_s, true, Outcome::Cancelled),
        printing(u"-failed"_s, u"Druck nicht gelungen"_s, true, Outcome::Failed),
    };
}

QList<Scene> passwordScenes()
{
    return {
        withPassword({}, u"Die Schlüssel haben ein Passwort"_s, false),
        withPassword(u"-open"_s, u"Passwort wird eingegeben"_s, true),
        withPassword(u"-none"_s, u"Kein Passwort eingegeben"_s, true,
                     [](ui::PassphraseViewModel& passphrase) { passphrase.restore({}); }),
        withPassword(u"-checking"_s, u"Passwort wird geprüft"_s, true,
                     [](ui::PassphraseViewModel& passphrase) { passphrase.restore(u"Bello"_s); }),
        passwordEnds(u"-wrong"_s, u"Passwort passt nicht"_s, RestoreOutcome::WrongPassphrase),
        passwordEnds(u"-refused"_s, u"Unsichere Regeln für das Passwort"_s, RestoreOutcome::PassphraseRefused),
        passwordEnds(u"-replaced"_s, u"Passwort alter Schlüssel"_s, RestoreOutcome::ReplacedCode),
    };
}

QList<Scene> confirmScenes()
{
    return {
        confirming(u"asking"_s, u"Der Computer fragt, wer davor sitzt"_s),
        confirming(u"refused"_s, u"Nicht bestätigt: Blatt bleibt verdeckt"_s, ui::SystemConfirmation::Answer::Refused),
    };
}

QList<Scene> keptCodeScenes()
{
    using core::ErrorCode;
    return {
        {u"profile-logout-kept"_s, u"Abmelden, Schlüssel-Code liegt hier"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->setPlace(Place::Profile);
             app.main()->recovery()->applyState(fixtures::recovery(RecoveryPhase::Ready));
             useVault(*app.main()->recovery(), vault(true));
         },
         [](QQuickWindow& window) {
             if (auto* dialog = window.findChild<QObject*>(u"logOutDialog"_s))
                 QMetaObject::invokeMethod(dialog, "open");
         }},
        keptWay(u"here"_s, u"Schlüssel-Code liegt auf diesem Gerät"_s, true),
        keptWay(u"none"_s, u"Kein Schlüssel-Code auf diesem Gerät"_s, false),
        keptWay(u"locked"_s, u"Schlüsselbund gesperrt"_s, true, ErrorCode::KeyStoreLocked),
        keptWay(u"missing"_s, u"Kein Schlüsselbund"_s, false, ErrorCode::KeyStoreMissing),
        keptWay(u"replaced"_s, u"Gespeicherter Code ist veraltet"_s, true, {}, RestoreOutcome::ReplacedCode),
        keptWay(u"wrong"_s, u"Gespeicherter Code passt nicht"_s, true, {}, RestoreOutcome::WrongCode),
        keeping(u"suggested"_s, u"Auf diesem Gerät sichern: vorgeschlagen"_s, false,
                [](ui::RecoveryViewModel& recovery, ui::FakeCodeVault&) {
                    recovery.applyState(fixtures::recovery(RecoveryPhase::SettingUp));
                    recovery.applyState(fixtures::recovery(RecoveryPhase::Ready));
                }),
        keeping(u"no"_s, u"Auf diesem Gerät nicht gesichert"_s, false),
        keeping(u"yes"_s, u"Auf diesem Gerät gesichert"_s, true),
        notKept(u"locked"_s, u"Sichern: Schlüsselbund gesperrt"_s, ErrorCode::KeyStoreLocked),
        notKept(u"denied"_s, u"Sichern: abgelehnt"_s, ErrorCode::KeyStoreDenied),
        notKept(u"missing"_s, u"Sichern: kein Schlüsselbund"_s, ErrorCode::KeyStoreMissing),
        keeping(u"not-removed"_s, u"Vom Gerät nicht entfernt"_s, true,
                [](ui::RecoveryViewModel& recovery, ui::FakeCodeVault& store) {
                    store.always = ErrorCode::KeyStoreLocked;
                    recovery.kept()->want(false);
                }),
    };
}

QList<Scene> healthScenes()
{
    const QList<HealthFinding> missing{HealthFinding::BackupMissing};
    const auto fine = fixtures::findings({});
    const auto several =
        fixtures::findings({HealthFinding::PrivateKeysMissing, HealthFinding::BackupMissing, HealthFinding::StorageIncomplete});
    auto read = fixtures::findings({HealthFinding::ForeignBackup});
    read.findingsAreRead = true;
    return {
        found(u"older"_s, u"Der Server zeigt einen alten Stand"_s, {HealthFinding::OlderState}),
        found(u"identity"_s, u"Schlüssel des Kontos neu angelegt"_s, {HealthFinding::IdentityChanged}),
        found(u"private-keys"_s, u"Schlüssel fehlen hier"_s, {HealthFinding::PrivateKeysMissing}),
        found(u"newer-sheet"_s, u"Neueres Schlüssel-Blatt"_s, {HealthFinding::NewerKey, HealthFinding::ForeignBackup}),
        found(u"foreign"_s, u"Ein anderes Programm sichert"_s, {HealthFinding::ForeignBackup}),
        found(u"missing"_s, u"Sicherung ist weg"_s, missing),
        found(u"incomplete"_s, u"Blatt öffnet nicht alles"_s, {HealthFinding::StorageIncomplete}),
        found(u"behind"_s, u"Seit zwei Tagen nicht gesichert"_s, {HealthFinding::BackupBehind}),
        repair(u"running"_s, u"Wird repariert"_s, RepairState::Running, missing),
        repair(u"done"_s, u"Repariert"_s, RepairState::Done, {}),
        repair(u"later"_s, u"Reparatur geht später weiter"_s, RepairState::Later, missing),
        repair(u"other-key"_s, u"Reparatur: neues Blatt kam dazwischen"_s, RepairState::OtherKey, {HealthFinding::NewerKey}),
        repair(u"not-kept"_s, u"Reparatur: Server behält nichts"_s, RepairState::NotKept, missing),
        health(u"health-code"_s, u"Code vom neuen Blatt eingeben"_s, fixtures::findings({HealthFinding::NewerKey}), false,
               [](ui::RecoveryViewModel& recovery) { recovery.health()->takeStep(0); }),
        health(u"settings-fine"_s, u"Einstellungen: alles gesichert"_s, fine, true),
        health(u"settings-checking"_s, u"Einstellungen: wird geprüft"_s, fine, true,
               [](ui::RecoveryViewModel& recovery) { recovery.health()->check(); }),
        health(u"settings-checked"_s, u"Einstellungen: geprüft"_s, fine, true,
               [](ui::RecoveryViewModel& recovery) {
                   recovery.health()->check();
                   recovery.health()->applyCheckEnded(true);
               }),
        health(u"settings-not-checked"_s, u"Einstellungen: nicht prüfbar"_s, fine, true,
               [](ui::RecoveryViewModel& recovery) {
                   recovery.health()->check();
                   recovery.health()->applyCheckEnded(false);
               }),
        health(u"settings-findings"_s, u"Einstellungen: mehrere Hinweise"_s, several, true),
        health(u"settings-read"_s, u"Einstellungen: Hinweis, der bekannt ist"_s, read, true),
        handover(u"waiting"_s, u"Anderes Gerät schickt die Schlüssel"_s, Handover::Waiting),
        handover(u"silent"_s, u"Anderes Gerät antwortet nicht"_s, Handover::Silent),
        handover(u"incomplete"_s, u"Nur ein Teil der Schlüssel kam"_s, Handover::Incomplete),
        handover(u"wrong-key"_s, u"Schlüssel passt nicht"_s, Handover::WrongKey),
        comingBack(u"restore-no-device"_s, u"Kein anderes Gerät"_s,
                   [](ui::RecoveryViewModel& recovery) {
                       auto state = fixtures::recovery(RecoveryPhase::NeedsCode);
                       state.otherDevices.clear();
                       recovery.applyState(state);
                   }),
    };
}
