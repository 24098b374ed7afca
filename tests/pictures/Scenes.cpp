#include "tests/pictures/Scenes.h"

#include "tests/pictures/fixtures/Fixtures.h"

using namespace Qt::StringLiterals;
using core::ErrorCode;
using Phase = core::AccountState::Phase;
using SyncPhase = core::SyncState::Phase;
using Place = ui::MainViewModel::Place;

namespace {

void pastFirstRun(ui::AppViewModel& app)
{
    app.goOn();
    app.goOn();
}

QList<ui::Insurer> insurers()
{
    const QString note = u"Messenger für Versicherte"_s;
    return {{.id = u"a"_s, .name = u"Muster-Krankenkasse"_s, .homeserver = u"kasse.example"_s, .note = note},
            {.id = u"b"_s, .name = u"Lindenkasse Nord"_s, .homeserver = u"linde.example"_s, .note = note},
            {.id = u"c"_s,
             .name = u"Betriebskrankenkasse der vereinigten Werften und Hafenbetriebe"_s,
             .homeserver = u"bkk.example"_s,
             .note = {}}};
}

void chooseInsurer(ui::AppViewModel& app)
{
    pastFirstRun(app);
    app.insurers()->setInsurers(insurers());
    app.applyState(fixtures::account(Phase::LoggedOut));
    app.login()->choose(u"kasse.example"_s, u"Muster-Krankenkasse"_s);
}

void open(ui::AppViewModel& app, const core::RoomSummary& room, const QList<core::TimelineItem>& items,
          const core::TimelineState& state)
{
    app.main()->openRoom(room.id.toString());
    app.main()->room()->applyState(room.id, state);
    app.main()->room()->applyDiffs(room.id, {core::ResetItems<core::TimelineItem>{items}});
}

void openPractice(ui::AppViewModel& app, const QList<core::TimelineItem>& items = fixtures::conversation(),
                  const std::function<void(core::TimelineState&)>& change = {})
{
    showChats(app);
    core::TimelineState state = fixtures::stateOf(fixtures::practice());
    if (change)
        change(state);
    open(app, fixtures::practice(), items, state);
}

core::ChatPerson practicePerson(core::IdentityStatus identity)
{
    return {.user = fixtures::userId("@empfang:praxis-sommer.example"), .name = u"Praxis Dr. Sommer"_s, .identity = identity};
}

/// The conversation with the practice, whose keys are known so.
Scene trust(const QString& name, const QString& title, core::IdentityStatus identity)
{
    return {name,
            title,
            [identity](ui::AppViewModel& app) {
                openPractice(app, fixtures::conversation(), [](core::TimelineState& state) { state.memberCount = 2; });
                core::ChatTrust trust{.other = practicePerson(identity), .changed = {}, .canConfirm = true};
                if (identity == core::IdentityStatus::Changed || identity == core::IdentityStatus::Violated)
                    trust.changed = {*trust.other};
                app.main()->room()->trust()->applyTrust(fixtures::practice().id, trust);
            },
            {}};
}

Scene login(const QString& name, const QString& title, const core::AccountState& state)
{
    return {name,
            title,
            [state](ui::AppViewModel& app) {
                chooseInsurer(app);
                app.setPasswordAllowed(true);
                app.applyState(state);
            },
            {}};
}

Scene failure(const QString& name, ErrorCode code)
{
    return {name,
            u"Profil kann nicht geöffnet werden: "_s + name,
            [code](ui::AppViewModel& app) {
                pastFirstRun(app);
                app.applyError(fixtures::error(code));
            },
            {}};
}

std::function<void(QQuickWindow&)> openDialog(const QString& name)
{
    return [name](QQuickWindow& window) {
        if (auto* dialog = window.findChild<QObject*>(name))
            QMetaObject::invokeMethod(dialog, "open");
    };
}

QList<Scene> firstRun()
{
    return {
        {u"reading-size"_s, u"Erste Frage: Schriftgröße"_s, [](ui::AppViewModel&) {}, {}},
        {u"start"_s, u"Startseite"_s, [](ui::AppViewModel& app) { app.goOn(); }, {}},
        {u"opening"_s, u"Profil wird geöffnet"_s, [](ui::AppViewModel& app) { pastFirstRun(app); }, {}},
        {u"insurers"_s,
         u"Krankenkasse wählen"_s,
         [](ui::AppViewModel& app) {
             pastFirstRun(app);
             app.insurers()->setInsurers(insurers());
             app.applyState(fixtures::account(Phase::LoggedOut));
         },
         {}},
        {u"insurers-none"_s,
         u"Keine Liste: Server eintippen"_s,
         [](ui::AppViewModel& app) {
             pastFirstRun(app);
             app.insurers()->setInsurers({});
             app.applyState(fixtures::account(Phase::LoggedOut));
         },
         {}},
    };
}

QList<Scene> loginScenes()
{
    core::AccountState asking = fixtures::account(Phase::Discovering);
    core::AccountState browser = fixtures::offer(true, false);
    browser.phase = Phase::WaitingForBrowser;
    browser.browserUrl = QUrl(u"https://kasse.example/login"_s);
    core::AccountState loggingIn = fixtures::offer(true, true);
    loggingIn.phase = Phase::LoggingIn;
    core::AccountState wrong = fixtures::offer(false, true);
    wrong.error = fixtures::error(ErrorCode::WrongCredentials);
    const auto failed = [](ErrorCode code) {
        core::AccountState state = fixtures::account(Phase::LoggedOut);
        state.error = fixtures::error(code);
        return state;
    };
    core::AccountState again = fixtures::offer(true, false);
    again.phase = Phase::NeedsLogin;
    again.user = fixtures::userId("@a123456780:kasse.example");
    return {
        login(u"login-asking"_s, u"Server wird gefragt"_s, asking),
        login(u"login-browser"_s, u"Anmelden mit Browser"_s, fixtures::offer(true, false)),
        login(u"login-providers"_s, u"Mehrere Anmeldewege"_s, fixtures::offer(true, false, 2)),
        login(u"login-password"_s, u"Browser und Passwort"_s, fixtures::offer(true, true)),
        login(u"login-in-browser"_s, u"Im Browser"_s, browser),
        {u"login-no-browser"_s,
         u"Kein Browser"_s,
         [browser](ui::AppViewModel& app) {
             chooseInsurer(app);
             app.applyState(browser);
             app.login()->setBrowserOpened(false);
         },
         {}},
        login(u"login-logging-in"_s, u"Wird angemeldet"_s, loggingIn),
        login(u"login-wrong-password"_s, u"Falsches Passwort"_s, wrong),
        login(u"login-unknown-server"_s, u"Unbekannter Server"_s, failed(ErrorCode::UnknownServer)),
        login(u"login-offline"_s, u"Keine Verbindung"_s, failed(ErrorCode::Network)),
        login(u"login-untrusted"_s, u"Server kann sich nicht ausweisen"_s, failed(ErrorCode::Tls)),
        login(u"login-server-fault"_s, u"Störung am Server"_s, failed(ErrorCode::Server)),
        login(u"login-not-supported"_s, u"Kein Anmeldeweg"_s, fixtures::offer(false, false)),
        login(u"login-again"_s, u"Erneut anmelden"_s, again),
        {u"preparing"_s,
         u"Chat wird vorbereitet"_s,
         [](ui::AppViewModel& app) {
             pastFirstRun(app);
             app.applyState(fixtures::account(Phase::Preparing));
         },
         {}},
        failure(u"error-locked"_s, ErrorCode::KeyStoreLocked),
        failure(u"error-denied"_s, ErrorCode::KeyStoreDenied),
        failure(u"error-no-keystore"_s, ErrorCode::KeyStoreMissing),
        failure(u"error-key-missing"_s, ErrorCode::KeyMissing),
        failure(u"error-damaged"_s, ErrorCode::StorageDamaged),
        failure(u"error-in-use"_s, ErrorCode::ProfileInUse),
    };
}

QList<Scene> chatScenes()
{
    return {
        {u"rooms"_s, u"Chats"_s, [](ui::AppViewModel& app) { showChats(app); }, {}},
        {u"rooms-empty"_s, u"Keine Chats"_s, [](ui::AppViewModel& app) { showChats(app, {}); }, {}},
        {u"rooms-loading"_s,
         u"Liste wird geladen"_s,
         [](ui::AppViewModel& app) {
             pastFirstRun(app);
             app.applyState(fixtures::account(Phase::Ready));
         },
         {}},
        {u"rooms-offline"_s,
         u"Ohne Verbindung"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->applySync(fixtures::sync(SyncPhase::Offline));
         },
         {}},
        {u"rooms-catching"_s,
         u"Neue Nachrichten werden geholt"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->applySync(fixtures::sync(SyncPhase::Catching));
         },
         {}},
        {u"rooms-busy"_s,
         u"Server überlastet"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->applySync(fixtures::sync(SyncPhase::ServerBusy));
         },
         {}},
        {u"room"_s, u"Gespräch"_s, [](ui::AppViewModel& app) { openPractice(app); }, {}},
        {u"room-draft"_s,
         u"Gespräch mit Entwurf"_s,
         [](ui::AppViewModel& app) {
             openPractice(app);
             app.main()->room()->composer()->setText(u"Guten Tag,\nkann mein Mann das Rezept abholen?"_s);
         },
         {}},
        {u"room-unsent"_s,
         u"Nicht gesendet, wartet, unsicher"_s,
         [](ui::AppViewModel& app) { openPractice(app, fixtures::unsent()); },
         {}},
        {u"room-unreadable"_s,
         u"Nicht lesbar, mit Grund"_s,
         [](ui::AppViewModel& app) { openPractice(app, fixtures::unreadable()); },
         {}},
        {u"room-unreadable-code"_s,
         u"Nicht lesbar, Schlüssel-Code hilft"_s,
         [](ui::AppViewModel& app) {
             openPractice(app, fixtures::unreadable().first(2));
             app.main()->recovery()->applyState(fixtures::recovery(core::RecoveryState::Phase::NeedsCode));
             app.main()->recovery()->leave();
         },
         {}},
        {u"room-empty"_s, u"Noch keine Nachricht"_s, [](ui::AppViewModel& app) { openPractice(app, {}); }, {}},
        {u"room-loading"_s,
         u"Nachrichten werden geladen"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->openRoom(fixtures::practice().id.toString());
         },
         {}},
        {u"room-start"_s,
         u"Anfang des Chats"_s,
         [](ui::AppViewModel& app) {
             openPractice(app, fixtures::conversation().mid(0, 3), [](core::TimelineState& state) { state.reachedStart = true; });
         },
         {}},
        {u"room-older"_s,
         u"Ältere werden geholt"_s,
         [](ui::AppViewModel& app) {
             openPractice(app, fixtures::conversation().mid(0, 3), [](core::TimelineState& state) {
                 state.loadingOlder = true;
                 state.typingNames = {u"Fr. Beck"_s};
             });
         },
         {}},
        {u"room-older-failed"_s,
         u"Ältere nicht geholt"_s,
         [](ui::AppViewModel& app) {
             openPractice(app, fixtures::conversation().mid(0, 3),
                          [](core::TimelineState& state) { state.loadError = fixtures::error(ErrorCode::Timeout); });
         },
         {}},
        {u"room-not-encrypted"_s,
         u"Nicht verschlüsselt"_s,
         [](ui::AppViewModel& app) {
             openPractice(app, fixtures::conversation().mid(0, 4), [](core::TimelineState& state) {
                 state.canSend = core::TimelineState::CanSend::NotEncrypted;
                 state.summary.encrypted = false;
             });
         },
         {}},
        {u"chats-new-device"_s,
         u"Ein neues Gerät ist angemeldet"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             if (const auto id = core::DeviceId::parse(u"FIREFOX"_s))
                 app.main()->newDevices()->apply(
                     {{.id = *id, .name = u"Firefox unter Linux"_s, .firstSeen = fixtures::at(0, 9, 15)}});
         },
         {}},
        trust(u"room-known"_s, u"Gespräch zu zweit"_s, core::IdentityStatus::Pinned),
        trust(u"room-confirmed"_s, u"Gespräch mit bestätigter Praxis"_s, core::IdentityStatus::Verified),
        trust(u"room-keys-changed"_s, u"Schlüssel haben sich geändert"_s, core::IdentityStatus::Changed),
        trust(u"room-keys-blocked"_s, u"Bestätigte Schlüssel haben sich geändert"_s, core::IdentityStatus::Violated),
        {u"room-left"_s,
         u"Nicht mehr im Chat"_s,
         [](ui::AppViewModel& app) {
             openPractice(app, fixtures::conversation(),
                          [](core::TimelineState& state) { state.canSend = core::TimelineState::CanSend::NotJoined; });
         },
         {}},
        {u"room-hostile"_s,
         u"Feindlicher Name"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             QList<core::TimelineItem> items = fixtures::conversation().mid(3, 2);
             items[0].senderName = fixtures::hostile().name;
             items[0].text = u"<b>fett</b> <a href=\"http://fremd.example\">Link</a> "_s + u"Wort"_s.repeated(80);
             items[1].fileName = u"SehrLangerDateiname"_s.repeated(6) + u".pdf"_s;
             open(app, fixtures::hostile(), items, fixtures::stateOf(fixtures::hostile()));
         },
         {}},
        {u"room-discard"_s, u"Nachricht verwerfen?"_s, [](ui::AppViewModel& app) { openPractice(app, fixtures::unsent()); },
         openDialog(u"discardDialog"_s)},
    };
}

QList<Scene> otherScenes()
{
    return {
        {u"invitation"_s,
         u"Einladung"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->openRoom(fixtures::invitation().id.toString());
         },
         {}},
        {u"invitation-failed"_s,
         u"Einladung, Fehler"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->openRoom(fixtures::invitation().id.toString());
             app.main()->invitation()->applyFailed(fixtures::invitation().id, fixtures::error(ErrorCode::Network));
         },
         {}},
        {u"new-chat"_s,
         u"Neuer Chat"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->startNewChat();
         },
         {}},
        {u"new-chat-wrong"_s,
         u"Neuer Chat, falsche Adresse"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->startNewChat();
             app.main()->newChat()->setAddress(u"Praxis Sommer"_s);
             app.main()->newChat()->start();
         },
         {}},
        {u"new-chat-refused"_s,
         u"Neuer Chat, nicht erreichbar"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->startNewChat();
             app.main()->newChat()->setAddress(u"@praxis:sommer.example"_s);
             app.main()->newChat()->start();
             app.main()->newChat()->applyFailed(1, fixtures::error(ErrorCode::Forbidden));
         },
         {}},
        {u"profile"_s,
         u"Mein Profil"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->setPlace(Place::Profile);
         },
         {}},
        {u"profile-logout"_s, u"Abmelden?"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->setPlace(Place::Profile);
         },
         openDialog(u"logOutDialog"_s)},
        {u"settings"_s,
         u"Einstellungen"_s,
         [](ui::AppViewModel& app) {
             showChats(app);
             app.main()->setPlace(Place::Settings);
         },
         {}},
    };
}

Scene ownDevices(const QString& name, const QString& title, const core::DevicesState& state,
                 const std::function<void(ui::DevicesViewModel&)>& then = {})
{
    return {name,
            title,
            [state, then](ui::AppViewModel& app) {
                showChats(app);
                app.main()->setPlace(Place::Settings);
                app.main()->devices()->open();
                app.main()->devices()->applyState(state);
                if (then)
                    then(*app.main()->devices());
            },
            {}};
}

QList<Scene> deviceScenes()
{
    core::DevicesState loading = fixtures::devices();
    loading.devices.resize(1);
    loading.isLoading = true;
    loading.isLoaded = false;
    core::DevicesState alone = fixtures::devices();
    alone.devices.resize(1);
    core::DevicesState unchecked = fixtures::devices();
    for (auto& device : unchecked.devices)
        device.trust = core::OwnDevice::Trust::Unknown;
    core::DevicesState offline = fixtures::devices();
    offline.loadError = fixtures::error(ErrorCode::Network);
    core::DevicesState working = fixtures::devices();
    working.isBusy = true;
    core::DevicesState notSupported = fixtures::devices();
    notSupported.failure = fixtures::error(ErrorCode::NotSupported);
    core::DevicesState tooOften = fixtures::devicesAsking(true, false);
    tooOften.failure = fixtures::error(ErrorCode::RateLimited);
    Scene asking = ownDevices(u"devices-signout"_s, u"Gerät abmelden?"_s, fixtures::devices());
    asking.act = openDialog(u"signOutDialog"_s);
    return {
        ownDevices(u"devices"_s, u"Meine Geräte"_s, fixtures::devices()),
        ownDevices(u"devices-loading"_s, u"Geräte werden geholt"_s, loading),
        ownDevices(u"devices-alone"_s, u"Kein anderes Gerät"_s, alone),
        ownDevices(u"devices-unchecked"_s, u"Geräte noch nicht prüfbar"_s, unchecked),
        ownDevices(u"devices-offline"_s, u"Geräte, keine Verbindung"_s, offline),
        asking,
        ownDevices(u"devices-working"_s, u"Gerät wird abgemeldet"_s, working),
        ownDevices(u"devices-done"_s, u"Gerät abgemeldet"_s, alone,
                   [](ui::DevicesViewModel& devices) { devices.applySignedOut(); }),
        ownDevices(u"devices-not-supported"_s, u"Abmelden geht nur woanders"_s, notSupported),
        ownDevices(u"devices-password"_s, u"Abmelden mit Passwort bestätigen"_s, fixtures::devicesAsking(true, true)),
        ownDevices(u"devices-wrong-password"_s, u"Falsches Passwort beim Abmelden"_s, fixtures::devicesAsking(true, false, true)),
        ownDevices(u"devices-too-often"_s, u"Zu viele Versuche"_s, tooOften),
        ownDevices(u"devices-browser"_s, u"Abmelden im Browser bestätigen"_s, fixtures::devicesAsking(false, true)),
        ownDevices(u"devices-in-browser"_s, u"Im Browser noch nicht bestätigt"_s, fixtures::devicesAsking(false, true),
                   [](ui::DevicesViewModel& devices) {
                       devices.openBrowser();
                       devices.setBrowserOpened(false);
                       devices.confirmedInBrowser();
                       devices.applyState(fixtures::devicesAsking(false, true, true));
                   }),
    };
}

} // namespace

void showChats(ui::AppViewModel& app, const QList<core::RoomSummary>& rooms)
{
    pastFirstRun(app);
    app.applyState(fixtures::account(Phase::Ready));
    app.main()->applyDiffs({core::ResetItems<core::RoomSummary>{rooms}});
    app.main()->applySync(fixtures::sync(SyncPhase::UpToDate));
    app.main()->profile()->applyProfile(fixtures::profile());
}

void showChats(ui::AppViewModel& app)
{
    showChats(app, fixtures::rooms());
}

QList<Scene> allScenes()
{
    return firstRun() + loginScenes() + chatScenes() + otherScenes() + recoveryScenes() + printScenes() + passwordScenes() +
           confirmScenes() + keptCodeScenes() + healthScenes() + keyFileScenes() + deviceScenes() + verificationScenes() +
           renewScenes() + scanScenes();
}
