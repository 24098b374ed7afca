#include "tests/pictures/Scenes.h"
#include "tests/pictures/fixtures/Fixtures.h"

using namespace Qt::StringLiterals;
using Place = ui::MainViewModel::Place;

namespace {

Scene keyFile(const QString& name, const QString& title, bool isSaving,
              const std::function<void(ui::KeyFileViewModel&)>& then = {})
{
    return {name,
            title,
            [isSaving, then](ui::AppViewModel& app) {
                showChats(app);
                app.main()->setPlace(Place::Settings);
                ui::KeyFileViewModel& files = *app.main()->keyFile();
                if (isSaving)
                    files.openSave();
                else
                    files.openRead();
                if (then)
                    then(files);
            },
            {}};
}

Scene keyFileEnds(const QString& name, const QString& title, bool isSaving, const core::KeyFileResult& result)
{
    return keyFile(name, title, isSaving, [isSaving, result](ui::KeyFileViewModel& files) {
        const QUrl file = QUrl::fromLocalFile(u"/media/Stick/Nachrichten-Schlüssel 2026-11-24.txt"_s);
        if (isSaving)
            files.save(file, u"Apfel Birne Kirsche"_s);
        else
            files.read(file, u"Apfel Birne Kirsche"_s);
        files.applyResult(result);
    });
}

} // namespace

QList<Scene> keyFileScenes()
{
    const QUrl file = QUrl::fromLocalFile(u"/media/Stick/Nachrichten-Schlüssel.txt"_s);
    const QString password = u"Apfel Birne Kirsche"_s;
    using Outcome = core::KeyFileOutcome;
    return {
        keyFile(u"keyfile-save"_s, u"Nachrichten-Schlüssel sichern"_s, true),
        keyFile(u"keyfile-save-short"_s, u"Passwort zu kurz"_s, true,
                [](ui::KeyFileViewModel& files) { files.checkPasswords(u"kurz"_s, u"kurz"_s); }),
        keyFile(u"keyfile-save-different"_s, u"Passwörter verschieden"_s, true,
                [password](ui::KeyFileViewModel& files) { files.checkPasswords(password, u"anders"_s); }),
        keyFile(u"keyfile-saving"_s, u"Schlüssel werden gesammelt"_s, true,
                [file, password](ui::KeyFileViewModel& files) {
                    files.save(file, password);
                    files.applyProgress(1'200, 5'000);
                }),
        keyFile(u"keyfile-encrypting"_s, u"Datei wird verschlüsselt"_s, true,
                [file, password](ui::KeyFileViewModel& files) {
                    files.save(file, password);
                    files.applyProgress(5'000, 5'000);
                }),
        keyFileEnds(u"keyfile-saved"_s, u"Gespeichert"_s, true, {.outcome = Outcome::Done, .keys = 5'000}),
        keyFileEnds(u"keyfile-save-cancelled"_s, u"Abgebrochen"_s, true, {.outcome = Outcome::Cancelled}),
        keyFileEnds(u"keyfile-nothing"_s, u"Nichts zu sichern"_s, true, {.outcome = Outcome::NothingToSave}),
        keyFileEnds(u"keyfile-no-room"_s, u"Kein Platz"_s, true, {.outcome = Outcome::NoRoom}),
        keyFileEnds(u"keyfile-cannot-write"_s, u"Kann nicht schreiben"_s, true, {.outcome = Outcome::CannotWrite}),
        keyFile(u"keyfile-read"_s, u"Nachrichten-Schlüssel einlesen"_s, false),
        keyFile(u"keyfile-opening"_s, u"Datei wird geöffnet"_s, false,
                [file, password](ui::KeyFileViewModel& files) { files.read(file, password); }),
        keyFileEnds(u"keyfile-read-done"_s, u"Eingelesen, einige beschädigt"_s, false,
                    {.outcome = Outcome::Done, .keys = 4'200, .known = 798, .damaged = 2}),
        keyFileEnds(u"keyfile-wrong-password"_s, u"Falsches Passwort"_s, false, {.outcome = Outcome::WrongPassPhrase}),
        keyFileEnds(u"keyfile-other"_s, u"Keine Schlüssel-Datei"_s, false, {.outcome = Outcome::NotAKeyFile}),
        keyFileEnds(u"keyfile-damaged"_s, u"Beschädigte Datei"_s, false, {.outcome = Outcome::Damaged}),
        keyFileEnds(u"keyfile-too-large"_s, u"Zu große Datei"_s, false, {.outcome = Outcome::TooLarge}),
        keyFileEnds(u"keyfile-read-failed"_s, u"Kein Platz"_s, false, {.outcome = Outcome::Failed}),
    };
}
