#include "tests/support/RunUntil.h"
#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"
#include "ui/recovery/KeyFileWords.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using Outcome = core::KeyFileOutcome;
using Page = KeyFileViewModel::Page;
using Problem = KeyFileViewModel::Problem;

namespace {

const QString password = u"Apfel Birne Kirsche"_s;
const QUrl file = QUrl::fromLocalFile(u"/media/stick/Meine Schlüssel.txt"_s);

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    KeyFileViewModel keyFile{format};
};

} // namespace

TEST_CASE_METHOD(Fixture, "a password for a key file is typed twice and has twelve characters at least", "[keyfile]")
{
    keyFile.openSave();
    CHECK(keyFile.problem() == Problem::None);
    CHECK(!keyFile.checkPasswords({}, {}));
    CHECK(keyFile.problem() == Problem::Missing);
    CHECK(!keyFile.checkPasswords(u"elf Zeichen"_s, u"elf Zeichen"_s));
    CHECK(keyFile.problem() == Problem::TooShort);
    CHECK(!keyFile.checkPasswords(password, u"Apfel Birne kirsche"_s));
    CHECK(keyFile.problem() == Problem::Different);
    keyFile.edited();
    CHECK(keyFile.problem() == Problem::None);
    CHECK(keyFile.checkPasswords(password, password));
    // Twelve as people count them, not as they are stored.
    CHECK(keyFile.checkPasswords(u"äöüäöüäöüäöü"_s, u"äöüäöüäöüäöü"_s));
    const QString families = u"👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧"_s;
    CHECK(!keyFile.checkPasswords(families, families));
}

TEST_CASE_METHOD(Fixture, "nothing is saved with a password that is too short", "[keyfile]")
{
    keyFile.openSave();
    keyFile.save(file, u"kurz"_s);
    CHECK(!keyFile.busy());
    CHECK(keyFile.problem() == Problem::TooShort);
}

TEST_CASE_METHOD(Fixture, "saving says how far it is, and what is in the file", "[keyfile]")
{
    keyFile.openSave();
    CHECK(keyFile.page() == Page::Save);
    keyFile.save(file, password);
    CHECK(keyFile.busy());
    keyFile.applyProgress(1'200, 5'000);
    CHECK(keyFile.progressText() == u"Schlüssel: 1.200 von 5.000");
    CHECK(keyFile.progress() > 0.23);
    CHECK(keyFile.progress() < 0.25);
    keyFile.applyProgress(5'000, 5'000);
    CHECK(keyFile.progressText().startsWith(u"Die Datei wird verschlüsselt."));
    CHECK(keyFile.progress() < 0);
    keyFile.applyResult({.outcome = Outcome::Done, .keys = 4'998, .damaged = 2});
    CHECK(!keyFile.busy());
    CHECK(keyFile.done());
    CHECK(keyFile.progressText().isEmpty());
    CHECK(keyFile.resultTitle() == u"Gespeichert als „Meine Schlüssel.txt“.");
    CHECK(keyFile.resultText().contains(u"4.998"));
    CHECK(keyFile.damagedText().contains(u": 2."));
    CHECK(keyFile.failure().isNull());
    keyFile.leave();
    CHECK(keyFile.page() == Page::None);
    keyFile.openSave();
    CHECK(!keyFile.done());
    CHECK(keyFile.fileName().isEmpty());
}

TEST_CASE_METHOD(Fixture, "reading says how many keys are new and how many were known", "[keyfile]")
{
    keyFile.openRead();
    CHECK(keyFile.page() == Page::Read);
    keyFile.read(file, u"kurz"_s); // the file has whatever password it has
    CHECK(keyFile.busy());
    CHECK(keyFile.progressText().startsWith(u"Die Datei wird geöffnet."));
    keyFile.applyProgress(200, 400);
    CHECK(keyFile.progress() == 0.5);
    keyFile.applyResult({.outcome = Outcome::Done, .keys = 390, .known = 10});
    CHECK(keyFile.resultTitle() == u"Die Schlüssel sind jetzt auf diesem Gerät.");
    CHECK(keyFile.resultText() == u"Neue Schlüssel: 390. Schon bekannt: 10.");
    CHECK(keyFile.damagedText().isEmpty());
    keyFile.openRead();
    keyFile.read(file, password);
    keyFile.applyResult({.outcome = Outcome::Done, .known = 400});
    CHECK(keyFile.resultTitle() == u"Diese Datei hat nichts Neues gebracht.");
}

TEST_CASE_METHOD(Fixture, "a wrong password is said beside the field, until another one is typed", "[keyfile]")
{
    keyFile.openRead();
    keyFile.read(file, {});
    CHECK(!keyFile.busy());
    CHECK(keyFile.problem() == Problem::Missing);
    keyFile.read(file, password);
    keyFile.applyResult({.outcome = Outcome::WrongPassPhrase});
    CHECK(keyFile.failureIsAboutPassword());
    CHECK(!keyFile.done());
    keyFile.edited();
    CHECK(!keyFile.failureIsAboutPassword());
    CHECK(keyFile.failure().isNull());
}

TEST_CASE_METHOD(Fixture, "cancelling is said until it has happened, and is no error", "[keyfile]")
{
    keyFile.openSave();
    keyFile.cancel(); // nothing runs
    CHECK(!keyFile.cancelling());
    keyFile.save(file, password);
    keyFile.cancel();
    CHECK(keyFile.busy());
    CHECK(keyFile.cancelling());
    CHECK(keyFile.progressText() == u"Wird abgebrochen …");
    keyFile.applyResult({.outcome = Outcome::Cancelled});
    CHECK(!keyFile.busy());
    CHECK(!keyFile.cancelling());
    CHECK(keyFile.cancelled());
    CHECK(keyFile.failure().isNull());
    SECTION("leaving the page cancels, too")
    {
        keyFile.save(file, password);
        keyFile.leave();
        CHECK(keyFile.cancelling());
        CHECK(keyFile.page() == Page::None);
    }
}

TEST_CASE_METHOD(Fixture, "only files of this computer are written and read", "[keyfile]")
{
    keyFile.openSave();
    keyFile.save(QUrl(u"https://example.org/keys.txt"_s), password);
    CHECK(!keyFile.busy());
    CHECK(keyFile.failure() == KeyFileWords::of(Outcome::CannotWrite, true));
    keyFile.openRead();
    keyFile.read(QUrl(), password);
    CHECK(keyFile.failure() == KeyFileWords::of(Outcome::CannotRead, false));
}

TEST_CASE_METHOD(Fixture, "every failure with a key file has its own words and code", "[keyfile]")
{
    const QList<Outcome> failures{Outcome::NothingToSave, Outcome::WrongPassPhrase, Outcome::NotAKeyFile,
                                  Outcome::Damaged,       Outcome::TooLarge,        Outcome::CannotRead,
                                  Outcome::CannotWrite,   Outcome::NoRoom,          Outcome::Failed};
    for (const bool isSaving : {true, false}) {
        QSet<QString> codes, causes;
        for (const auto outcome : failures) {
            const auto words = KeyFileWords::of(outcome, isSaving);
            codes.insert(words.code);
            causes.insert(words.cause);
            CHECK(!words.effect.isEmpty());
            CHECK(!words.next.isEmpty());
            CHECK((words.code.startsWith(u"TIM-33") || words.code == u"TIM-342"));
        }
        CHECK(codes.size() == failures.size());
        CHECK(causes.size() == failures.size());
        CHECK(KeyFileWords::of(Outcome::Done, isSaving).isNull());
        CHECK(KeyFileWords::of(Outcome::Cancelled, isSaving).isNull());
    }
}

TEST_CASE_METHOD(Fixture, "the name of a key file says when it was made and nothing about the person", "[keyfile]")
{
    keyFile.setOwner({.name = u"Erika Mustermann"_s, .address = u"@a123456780:kasse.example"_s, .insurer = u"Kasse"_s});
    CHECK(keyFile.suggestedFileName() == u"Nachrichten-Schlüssel 2026-11-24.txt");
}

TEST_CASE("the page for key files names account and insurer, and goes with the session", "[keyfile]")
{
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    MainViewModel main(format);
    main.profile()->applyProfile(fixtures::profile());
    KeyFileViewModel& keyFile = *main.keyFile();
    CHECK(keyFile.accountText().contains(u"@a123456780:kasse.example"));
    CHECK(keyFile.accountText().contains(u"Krankenkasse: \u2068kasse.example\u2069"));
    CHECK(keyFile.accountSpoken().contains(main.profile()->addressSpoken()));
    keyFile.openSave();
    keyFile.save(file, password);
    main.forget();
    CHECK(keyFile.page() == Page::None);
    CHECK(!keyFile.busy());
}
