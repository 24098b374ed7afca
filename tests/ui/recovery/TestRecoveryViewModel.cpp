#include "tests/support/RunUntil.h"
#include "tests/ui/Speaking.h"
#include "tests/ui/recovery/CodePicture.h"
#include "ui/app/MainViewModel.h"
#include "ui/recovery/RestoreWords.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSet>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::RestoreOutcome;
using Phase = core::RecoveryState::Phase;
using Page = RecoveryViewModel::Page;
using Sheet = RecoveryViewModel::Sheet;
using Save = RecoveryViewModel::Save;

namespace {

const QByteArray code = "EsTj 3yST y93F SLpB jJsz eAXc 2XzA ygD3 w69H fGaN TKBj jXEd";

const QList<RestoreOutcome> allOutcomes{
    RestoreOutcome::Restored,      RestoreOutcome::RestoredPartly,  RestoreOutcome::NotACode,
    RestoreOutcome::TypingError,   RestoreOutcome::WrongCode,       RestoreOutcome::ReplacedCode,
    RestoreOutcome::NothingToOpen, RestoreOutcome::ForeignKeys,     RestoreOutcome::NoConnection,
    RestoreOutcome::Failed,        RestoreOutcome::WrongPassphrase, RestoreOutcome::PassphraseRefused};

std::shared_ptr<crypto::SecretBytes> secret(const QByteArray& text)
{
    return std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text));
}

core::RecoveryState in(Phase phase, qint64 restored = 0, qint64 total = 0)
{
    core::RecoveryState state;
    state.phase = phase;
    state.restoredKeys = restored;
    state.keysInBackup = total;
    state.codeIsHere = phase == Phase::Ready;
    return state;
}

core::KeySheetFacts facts()
{
    core::KeySheetFacts made;
    made.user = fixtures::userId("@a123456780:kasse.example");
    made.created = fixtures::at(3, 9, 0);
    made.shortKeyId = u"bmur2d"_s;
    return made;
}

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    RecoveryViewModel recovery{format};

    void showSheet()
    {
        recovery.applyState(in(Phase::Ready));
        recovery.openSheet();
        recovery.reveal();
        recovery.applyCode(secret(code), facts());
    }
    ErrorText triedWith(const QUrl& file)
    {
        recovery.restoreFromImage(file);
        CHECK(recovery.busy());
        REQUIRE(core::runUntil([&] { return !recovery.busy(); }));
        return recovery.failure();
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "who signs in on a new device is welcomed back once, and may do it later", "[recovery]")
{
    CHECK(recovery.page() == Page::None);
    recovery.applyState(in(Phase::Unknown));
    CHECK(recovery.page() == Page::None);
    recovery.applyState(in(Phase::NeedsCode));
    CHECK(recovery.page() == Page::Welcome);
    CHECK(recovery.phase() == RecoveryViewModel::Phase::NeedsCode);
    recovery.leave();
    CHECK(recovery.page() == Page::None);
    recovery.applyState(in(Phase::NeedsCode));
    CHECK(recovery.page() == Page::None); // asked once
    recovery.openWelcome();
    CHECK(recovery.page() == Page::Welcome);
    recovery.applyState(in(Phase::Ready)); // another device has sent the keys
    CHECK(recovery.page() == Page::None);
}

TEST_CASE_METHOD(Fixture, "an account that has everything is not asked for anything", "[recovery]")
{
    recovery.applyState(in(Phase::SettingUp));
    recovery.applyState(in(Phase::Ready));
    CHECK(recovery.page() == Page::None);
    CHECK(recovery.failure().isNull());
    CHECK(!recovery.restored());
}

TEST_CASE_METHOD(Fixture, "progress is said in numbers as people write them", "[recovery]")
{
    CHECK(recovery.progressText().isEmpty());
    recovery.applyState(in(Phase::Restoring, 1'203, 5'000));
    CHECK(recovery.progressText().contains(u"1.203 von 5.000"));
    CHECK(recovery.progress() > 0.24);
    CHECK(recovery.progress() < 0.25);
    recovery.applyState(in(Phase::Restoring, 7, 0));
    CHECK(recovery.progressText().contains(u": 7."));
    CHECK(recovery.progress() < 0);
    core::RecoveryState ready = in(Phase::Ready);
    CHECK(recovery.progress() < 0);
    ready.backupIsMissing = true; // whatever else is counted
    recovery.applyState(ready);
    CHECK(recovery.progressText() ==
          u"Neue Schlüssel werden gerade nicht gesichert. Ihre Chats bleiben auf diesem Gerät lesbar.");
    ready.backupIsMissing = false;
    ready.keysToBackUp = 12;
    recovery.applyState(ready);
    CHECK(recovery.progressText().contains(u"12"));
    ready.keysToBackUp = 0;
    recovery.applyState(ready);
    CHECK(recovery.progressText() == u"Alle Schlüssel Ihrer Chats sind gesichert.");
    ready.lastBackup = fixtures::at(0, 14, 5);
    recovery.applyState(ready);
    CHECK(recovery.progressText().contains(u"heute um 14:05"));
    QSet<QString> texts;
    for (const Phase phase : {Phase::SettingUp, Phase::NeedsCode, Phase::Restoring, Phase::Ready}) {
        recovery.applyState(in(phase));
        texts.insert(recovery.progressText());
    }
    CHECK(texts.size() == 4);
}

TEST_CASE_METHOD(Fixture, "every end of an attempt has its own cause, effect, next step and number in both languages",
                 "[recovery]")
{
    for (const QString& language : {u"de"_s, u"en"_s}) {
        const Speaking speaking(language);
        QList<ErrorText> texts;
        for (const RestoreOutcome outcome : allOutcomes) {
            if (outcome != RestoreOutcome::Restored)
                texts.append(RestoreWords::of(outcome));
        }
        using Kind = CodeReader::Kind;
        for (const Kind kind : {Kind::Verification, Kind::SignIn, Kind::Contact, Kind::Other})
            texts.append(RestoreWords::of(kind));
        using Failure = CodeReader::Failure;
        for (const Failure failure :
             {Failure::NotReadable, Failure::TooLarge, Failure::NoCode, Failure::PdfNotReadable, Failure::PdfProtected,
              Failure::PdfTooLarge, Failure::PdfNoCode, Failure::TooSlow, Failure::SeveralFiles})
            texts.append(RestoreWords::of(failure));
        QSet<QString> causes;
        QSet<QString> codes;
        static const QRegularExpression number(u"^TIM-(2\\d\\d|3[678]\\d)$"_s);
        static const QRegularExpression expert(u"\\b(Backup|4S|Recovery|secret|Secret|Fehler|Error)\\b"_s);
        for (const ErrorText& text : std::as_const(texts)) {
            INFO(text.cause.toStdString());
            for (const QString& sentence : {text.cause, text.effect, text.next}) {
                CHECK(sentence.endsWith(u'.'));
                CHECK(sentence.contains(u' ')); // an id without a translation has none
                CHECK(!expert.match(sentence).hasMatch());
            }
            CHECK(number.match(text.code).hasMatch());
            CHECK(text.codeSpoken.startsWith(u"T I M"));
            causes.insert(text.cause);
            codes.insert(text.code);
        }
        CHECK(causes.size() == texts.size());
        CHECK(codes.size() == texts.size());
    }
    CHECK(RestoreWords::of(RestoreOutcome::Restored).isNull());
    CHECK(RestoreWords::of(CodeReader::Kind::Key).isNull());
}

TEST_CASE_METHOD(Fixture, "an attempt is busy until it has ended, and its end is shown until the code is changed", "[recovery]")
{
    recovery.applyState(in(Phase::NeedsCode));
    recovery.restoreTyped(QString::fromLatin1(code));
    CHECK(recovery.busy());
    recovery.applyOutcome(RestoreOutcome::TypingError);
    CHECK(!recovery.busy());
    CHECK(recovery.failure() == RestoreWords::of(RestoreOutcome::TypingError));
    CHECK(recovery.failureIsAboutCode());
    CHECK(!recovery.restored());
    recovery.edited();
    CHECK(recovery.failure().isNull());
    recovery.restoreTyped(QString::fromLatin1(code));
    recovery.applyOutcome(RestoreOutcome::NoConnection);
    CHECK(!recovery.failureIsAboutCode());
    recovery.restoreTyped(QString::fromLatin1(code));
    CHECK(recovery.failure().isNull()); // a new attempt
    recovery.applyState(in(Phase::Restoring, 1, 2));
    recovery.applyOutcome(RestoreOutcome::RestoredPartly);
    recovery.applyState(in(Phase::Ready, 2'400, 2'400));
    CHECK(recovery.restored());
    CHECK(recovery.restoredText().contains(u"2.400"));
    CHECK(recovery.failure() == RestoreWords::of(RestoreOutcome::RestoredPartly));
    CHECK(recovery.page() == Page::Welcome); // how it ended is read first
    recovery.leave();
    CHECK(!recovery.restored());
    recovery.restoreTyped(QString::fromLatin1(code));
    recovery.applyOutcome(RestoreOutcome::Restored);
    CHECK(recovery.restored());
    CHECK(recovery.failure().isNull());
}

TEST_CASE_METHOD(Fixture, "what was typed that is plainly something else is named; nothing at all is no code", "[recovery]")
{
    recovery.restoreTyped(u" \n "_s);
    CHECK(recovery.failure() == RestoreWords::of(RestoreOutcome::NotACode));
    recovery.restoreTyped(u"matrix:u/praxis:sommer.example"_s);
    CHECK(!recovery.busy());
    CHECK(recovery.failure() == RestoreWords::of(CodeReader::Kind::Contact));
    CHECK(recovery.failureIsAboutCode());
    recovery.restoreTyped(u"EsTj 3yST"_s); // half a code: the core says what is wrong with it
    CHECK(recovery.busy());
    recovery.restoreTyped(u""_s); // one at a time
    CHECK(recovery.busy());
}

TEST_CASE_METHOD(Fixture, "a picture of the sheet is tried like a typed code, and a picture of another code says which",
                 "[recovery]")
{
    const QTemporaryDir folder;
    CHECK(triedWith(pictureOf(folder, "BEGIN:VCARD\r\nEND:VCARD")) == RestoreWords::of(CodeReader::Kind::Contact));
    CHECK(!recovery.failureIsAboutCode()); // nothing was typed
    CHECK(triedWith(pictureOf(folder, QByteArray("MATRIX\x02\x00", 8))) == RestoreWords::of(CodeReader::Kind::Verification));
    CHECK(triedWith(pictureOf(folder, QByteArray("MATRIX\x03\x00", 8))) == RestoreWords::of(CodeReader::Kind::SignIn));
    CHECK(triedWith(pictureOf(folder, "hello")) == RestoreWords::of(CodeReader::Kind::Other));
    CHECK(triedWith(QUrl::fromLocalFile(folder.filePath(u"missing.png"_s))) ==
          RestoreWords::of(CodeReader::Failure::NotReadable));
    CHECK(triedWith(QUrl(u"https://kasse.example/bild.png"_s)) == RestoreWords::of(CodeReader::Failure::NotReadable));
    // A key code goes to the core: without an answer it stays busy, and it was not refused here.
    recovery.restoreFromImage(pictureOf(folder, QByteArray(code).replace(" ", "")));
    int turns = 0;
    QObject counter;
    QObject::connect(&recovery, &RecoveryViewModel::changed, &counter, [&] { ++turns; });
    REQUIRE(core::runUntil([&] { return turns > 0; }));
    CHECK(recovery.busy());
    CHECK(recovery.failure().isNull());
    recovery.applyOutcome(RestoreOutcome::Restored);
    CHECK(recovery.restored());
}

TEST_CASE_METHOD(Fixture, "the saved sheet brings the chats back, and of several dropped files none is guessed", "[recovery]")
{
    const QTemporaryDir folder;
    const QUrl saved = QUrl::fromLocalFile(folder.filePath(u"Blatt.pdf"_s));
    showSheet();
    recovery.saveTo(saved);
    REQUIRE(recovery.save() == Save::Saved);
    recovery.leave();
    recovery.restoreFromFiles({saved, saved});
    REQUIRE(core::runUntil([&] { return !recovery.busy(); }));
    CHECK(!recovery.busy());
    CHECK(recovery.failure() == RestoreWords::of(CodeReader::Failure::SeveralFiles));
    recovery.restoreFromFiles({});
    CHECK(recovery.failure() == RestoreWords::of(CodeReader::Failure::SeveralFiles)); // nothing was dropped: nothing happens
    recovery.restoreFromFiles({saved});
    CHECK(recovery.busy());
    CHECK(recovery.failure().isNull());
    int turns = 0;
    QObject counter;
    QObject::connect(&recovery, &RecoveryViewModel::changed, &counter, [&] { ++turns; });
    REQUIRE(core::runUntil([&] { return turns > 0; })); // read, and on its way to the core
    CHECK(recovery.busy());
    CHECK(recovery.failure().isNull());
}

TEST_CASE("a file that keeps us busy for too long is given up, and its late answer does not count", "[recovery]")
{
    using namespace std::chrono_literals;
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    const QTemporaryDir folder;
    const QUrl file = pictureOf(folder, "hello");
    RecoveryViewModel recovery(format, nullptr, 1min, 50ms);
    QThreadPool& pool = *QThreadPool::globalInstance();
    QSemaphore gate;
    const int readers = pool.maxThreadCount();
    for (int i = 0; i < readers; ++i)
        pool.start([&gate] { gate.acquire(); });
    recovery.restoreFromImage(file);
    REQUIRE(core::runUntil([&] { return !recovery.busy(); }));
    CHECK(recovery.failure() == RestoreWords::of(CodeReader::Failure::TooSlow));
    gate.release(readers);
    pool.waitForDone();
    core::runAll();
    CHECK(recovery.failure() == RestoreWords::of(CodeReader::Failure::TooSlow));
    recovery.restoreFromImage(file);
    REQUIRE(core::runUntil([&] { return !recovery.busy(); }));
    CHECK(recovery.failure() == RestoreWords::of(CodeReader::Kind::Other));
}

TEST_CASE_METHOD(Fixture, "what is read for an account that is gone does not count", "[recovery]")
{
    const QTemporaryDir folder;
    recovery.restoreFromImage(pictureOf(folder, "hello"));
    recovery.setService(nullptr);
    CHECK(!recovery.busy());
    QThreadPool::globalInstance()->waitForDone();
    core::runAll();
    CHECK(recovery.failure().isNull());
}

TEST_CASE_METHOD(Fixture, "the code is shown when asked for, in twelve groups with their spoken form", "[recovery]")
{
    recovery.applyState(in(Phase::Ready));
    recovery.applyCode(secret(code), facts());
    CHECK(recovery.sheet() == Sheet::Covered); // nobody asked
    recovery.reveal();
    CHECK(recovery.sheet() == Sheet::Covered); // not on its page
    recovery.openSheet();
    CHECK(recovery.sheet() == Sheet::Covered);
    recovery.reveal();
    CHECK(recovery.sheet() == Sheet::Fetching);
    CHECK(recovery.groups().isEmpty());
    recovery.applyCode(secret(code), facts());
    CHECK(recovery.sheet() == Sheet::Shown);
    CHECK(recovery.groups().join(u' ') == QString::fromLatin1(code));
    REQUIRE(recovery.groupsSpoken().size() == 12);
    CHECK(recovery.groupsSpoken().first() == u"groß E, s, groß T, j");
    CHECK(recovery.groupsSpoken().at(1) == u"3, y, groß S, groß T");
    CHECK(!recovery.qr().isNull());
    CHECK(recovery.address() == u"@a123456780:kasse.example");
    CHECK(recovery.created() == u"21. November 2026");
    CHECK(recovery.mark() == u"bmur2d");
    recovery.leave();
    CHECK(recovery.sheet() == Sheet::Covered);
    CHECK(recovery.groups().isEmpty());
    CHECK(recovery.qr().isNull());
    CHECK(recovery.address().isEmpty());
    CHECK(!recovery.check()->offered());
    CHECK(recovery.page() == Page::None);
}

TEST_CASE_METHOD(Fixture, "the code does not outlive its owner's session", "[recovery]")
{
    showSheet();
    recovery.setService(nullptr);
    CHECK(recovery.sheet() == Sheet::Covered);
    CHECK(recovery.page() == Page::None);
    showSheet();
    CHECK(recovery.sheet() == Sheet::Shown);
    core::RecoveryState gone = in(Phase::Ready);
    gone.codeIsHere = false;
    recovery.applyState(gone);
    CHECK(recovery.sheet() == Sheet::Covered);
    CHECK(!recovery.check()->offered());
}

TEST_CASE("the sheet is covered again by itself, later if one asks for it", "[recovery]")
{
    using namespace std::chrono_literals;
    const Speaking german(u"de"_s);
    const Format format = fixedFormat();
    CHECK(RecoveryViewModel::coveredAfter == 2min);
    RecoveryViewModel recovery(format, nullptr, 300ms);
    recovery.applyState(in(Phase::Ready));
    recovery.openSheet();
    recovery.reveal();
    recovery.applyCode(secret(code), facts());
    QElapsedTimer clock;
    clock.start();
    REQUIRE(core::runUntil([&] { return recovery.sheet() == Sheet::Covered; }));
    CHECK(clock.elapsed() >= 280);
    CHECK(recovery.groups().isEmpty());
    CHECK(recovery.page() == Page::KeySheet);
    CHECK(recovery.check()->offered()); // four characters are no code
    recovery.reveal();
    recovery.applyCode(secret(code), facts());
    clock.start();
    QTimer::singleShot(200ms, &recovery, &RecoveryViewModel::showLonger);
    REQUIRE(core::runUntil([&] { return recovery.sheet() == Sheet::Covered; }));
    CHECK(clock.elapsed() >= 480);
}

TEST_CASE_METHOD(Fixture, "whoever has compared the paper need not see the sheet any more, and forgets it with the page",
                 "[recovery]")
{
    showSheet();
    CHECK(recovery.check()->offered());
    recovery.check()->checkLastFour(u"jxed"_s);
    CHECK(recovery.sheet() == Sheet::Covered); // one looks at the paper, not at the screen
    CHECK(recovery.check()->offered());
    recovery.check()->checkLastFour(u"jXEd"_s);
    CHECK(recovery.check()->result() == SheetCheckViewModel::Result::Right);
    recovery.leave();
    CHECK(recovery.check()->result() == SheetCheckViewModel::Result::NotYet);
    CHECK(!recovery.check()->offered());
}

TEST_CASE_METHOD(Fixture, "the sheet is saved where the person wants it, and only while it is shown", "[recovery]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"Blatt.html"_s);
    recovery.setOwner({.name = u"Erika Mustermann"_s, .address = u"@erika:kasse.example"_s});
    recovery.saveTo(QUrl::fromLocalFile(path));
    CHECK(recovery.save() == Save::NotYet);
    CHECK(!QFile::exists(path));
    showSheet();
    recovery.saveTo(QUrl::fromLocalFile(path));
    CHECK(recovery.save() == Save::Saved);
    CHECK(recovery.savedAs() == u"Blatt.html");
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    CHECK(content.contains("jXEd"));
    CHECK(content.contains("Erika Mustermann"));
    recovery.saveTo(QUrl::fromLocalFile(folder.filePath(u"missing/Blatt.pdf"_s)));
    CHECK(recovery.save() == Save::Failed);
    recovery.saveTo(QUrl(u"https://kasse.example/Blatt.pdf"_s));
    CHECK(recovery.save() == Save::Failed);
}

TEST_CASE_METHOD(Fixture, "signing out forgets the state and the page", "[recovery]")
{
    MainViewModel main{format};
    main.profile()->applyProfile(fixtures::profile());
    CHECK(main.recovery()->owner() == u"Erika Mustermann");
    main.recovery()->applyState(in(Phase::NeedsCode));
    CHECK(main.recovery()->page() == Page::Welcome);
    main.forget();
    CHECK(main.recovery()->page() == Page::None);
    CHECK(main.recovery()->phase() == RecoveryViewModel::Phase::Unknown);
    CHECK(main.recovery()->owner().isEmpty());
    main.recovery()->applyState(in(Phase::NeedsCode)); // the next person is asked again
    CHECK(main.recovery()->page() == Page::Welcome);
}
