#include "tests/ui/Speaking.h"
#include "ui/recovery/HealthWords.h"
#include "ui/recovery/RecoveryViewModel.h"
#include "ui/recovery/RestoreWords.h"

#include <QRegularExpression>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::Handover;
using core::HealthFinding;
using core::RepairState;
using Phase = core::RecoveryState::Phase;
using Page = RecoveryViewModel::Page;
using Step = HealthNotice::Step;

namespace {

const QList<HealthFinding> allFindings{
    HealthFinding::OlderState,    HealthFinding::IdentityChanged, HealthFinding::PrivateKeysMissing, HealthFinding::NewerKey,
    HealthFinding::ForeignBackup, HealthFinding::BackupMissing,   HealthFinding::StorageIncomplete,  HealthFinding::BackupBehind};

core::RecoveryState found(const QList<HealthFinding>& findings, bool codeIsHere = true)
{
    core::RecoveryState state;
    state.phase = Phase::Ready;
    state.codeIsHere = codeIsHere;
    state.findings = findings;
    state.lastCheck = fixtures::at(0, 9, 30);
    return state;
}

Step stepFor(const QList<HealthFinding>& findings, bool codeIsHere = true)
{
    return HealthWords::of(findings.first(), found(findings, codeIsHere)).step;
}

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    RecoveryViewModel recovery{format};
    HealthViewModel& health = *recovery.health();
    int codes = 0;

    Fixture()
    {
        QObject::connect(&health, &HealthViewModel::codeWanted, &recovery, [this] { ++codes; });
    }
    void repairIs(RepairState repair, const QList<HealthFinding>& findings, bool isChecking = false)
    {
        auto state = found(findings);
        state.repair = repair;
        state.isChecking = isChecking;
        recovery.applyState(state);
    }
};

} // namespace

TEST_CASE("every finding and every end of a repair has words and a number of its own, in both languages", "[recovery][health]")
{
    for (const QString& language : {u"de"_s, u"en"_s}) {
        const Speaking speaking(language);
        QList<ErrorText> texts{HealthWords::notChecked()};
        for (const auto finding : allFindings)
            texts.append(HealthWords::of(finding, found({finding})).words);
        for (const auto repair : {RepairState::Later, RepairState::OtherKey, RepairState::NotKept})
            texts.append(HealthWords::of(repair));
        for (const auto handover : {Handover::Silent, Handover::Incomplete, Handover::WrongKey})
            texts.append(RestoreWords::of(handover));
        QSet<QString> causes, codes;
        static const QRegularExpression expert(u"\\b(Backup|4S|Recovery|[Ss]ecret|Fehler|Error|Megolm|cross-signing)\\b"_s);
        for (const auto& text : std::as_const(texts)) {
            INFO(text.cause.toStdString());
            for (const QString& sentence : {text.cause, text.effect, text.next}) {
                CHECK(sentence.endsWith(u'.'));
                CHECK(sentence.contains(u' ')); // an id without a translation has none
                CHECK(!expert.match(sentence).hasMatch());
            }
            causes.insert(text.cause);
            codes.insert(text.code);
        }
        CHECK(causes.size() == texts.size());
        CHECK(codes.size() == texts.size());
    }
    for (const auto repair : {RepairState::None, RepairState::Running, RepairState::Done})
        CHECK(HealthWords::of(repair).isNull());
}

TEST_CASE("each finding has one step, and no button that could do nothing", "[recovery][health]")
{
    const Speaking german(u"de"_s);
    CHECK(stepFor({HealthFinding::OlderState}) == Step::Acknowledge);
    CHECK(stepFor({HealthFinding::IdentityChanged}) == Step::Acknowledge);
    CHECK(stepFor({HealthFinding::PrivateKeysMissing}) == Step::Repair);
    CHECK(stepFor({HealthFinding::NewerKey}) == Step::EnterCode);
    CHECK(stepFor({HealthFinding::ForeignBackup}) == Step::EnterCode);
    CHECK(stepFor({HealthFinding::BackupMissing}) == Step::Repair);
    CHECK(stepFor({HealthFinding::StorageIncomplete}) == Step::Repair);
    CHECK(stepFor({HealthFinding::BackupBehind}) == Step::Repair);
    CHECK(HealthWords::of(HealthFinding::BackupBehind, found({HealthFinding::BackupBehind})).stepText == u"Jetzt sichern");

    // A newer sheet comes first: nothing is written beside it.
    CHECK(stepFor({HealthFinding::PrivateKeysMissing, HealthFinding::NewerKey}) == Step::EnterCode);
    // Without our code nothing can be written.
    for (const auto finding : {HealthFinding::PrivateKeysMissing, HealthFinding::BackupMissing}) {
        const auto notice = HealthWords::of(finding, found({finding}, false));
        CHECK(notice.step == Step::EnterCode);
        CHECK(notice.words.next == u"Geben Sie dafür den Code von Ihrem Schlüssel-Blatt ein.");
    }
    CHECK(stepFor({HealthFinding::BackupBehind}, false) == Step::Repair);
    const auto older = found({HealthFinding::OlderState, HealthFinding::BackupMissing});
    CHECK(HealthWords::of(HealthFinding::OlderState, older).step == Step::Acknowledge);
    const auto below = HealthWords::of(HealthFinding::BackupMissing, older);
    CHECK(below.step == Step::None);
    CHECK(below.stepText.isEmpty());
    CHECK(below.words.next == u"Das klärt sich mit dem Hinweis darüber.");
    // One repair mends all that can be mended.
    const auto several = found({HealthFinding::BackupMissing, HealthFinding::StorageIncomplete});
    CHECK(HealthWords::of(HealthFinding::BackupMissing, several).step == Step::Repair);
    CHECK(HealthWords::of(HealthFinding::StorageIncomplete, several).step == Step::None);
}

TEST_CASE_METHOD(Fixture, "the worst finding calls until the person knows of it", "[recovery][health]")
{
    CHECK(health.urgent().isNull());
    auto state = found({HealthFinding::NewerKey, HealthFinding::ForeignBackup});
    recovery.applyState(state);
    CHECK(health.urgent().words.cause == u"Es gibt ein neueres Schlüssel-Blatt.");
    CHECK(health.urgent().canWait);
    CHECK(health.others() == 1);
    CHECK(health.findings().size() == 2);
    CHECK(health.title() == u"Nicht alles ist in Ordnung");
    CHECK(!health.fine());
    state.findingsAreRead = true;
    recovery.applyState(state);
    CHECK(health.urgent().isNull());
    CHECK(health.findings().size() == 2); // they stay in the settings
}

TEST_CASE_METHOD(Fixture,
                 "a finding about another code leads to where a code is entered, and stays there when something else changes",
                 "[recovery][health]")
{
    auto state = found({HealthFinding::NewerKey});
    recovery.applyState(state);
    CHECK(recovery.page() == Page::None);
    health.takeStep(0);
    CHECK(codes == 1);
    CHECK(recovery.page() == Page::Welcome);
    state.keysToBackUp = 3;
    recovery.applyState(state);
    CHECK(recovery.page() == Page::Welcome);
    recovery.restoreTyped(u"EsTj"_s);
    recovery.applyState(state);
    recovery.applyOutcome(core::RestoreOutcome::TypingError);
    CHECK(recovery.page() == Page::Welcome);
    CHECK(!recovery.failure().isNull());
    recovery.leave();
    recovery.openWelcome();
    CHECK(recovery.failure().isNull());
    health.takeStep(7); // there is none
    CHECK(codes == 1);
}

TEST_CASE_METHOD(Fixture, "how it stands is said in a few words, with when it was saved and checked", "[recovery][health]")
{
    CHECK(health.title() == u"Noch nicht bekannt");
    CHECK(health.facts().isEmpty());
    CHECK(!health.canCheck());
    core::RecoveryState state = found({});
    state.lastCheck = {};
    recovery.applyState(state);
    CHECK(health.title() == u"Alles gesichert");
    CHECK(health.facts() == u"Noch nicht geprüft.");
    CHECK(health.fine());
    CHECK(health.canCheck());
    state.lastBackup = fixtures::at(0, 14, 5);
    state.lastCheck = fixtures::at(1, 9, 30);
    recovery.applyState(state);
    CHECK(health.facts() == u"Zuletzt gesichert: heute um 14:05. Zuletzt geprüft: gestern um 9:30."_s.replace(
                                u"9:30"_s, format.time(fixtures::at(1, 9, 30))));
    state.keysToBackUp = 1'200;
    recovery.applyState(state);
    CHECK(health.title() == u"Noch nicht gesichert: 1.200 Schlüssel");
    CHECK(!health.fine());
    state.backupIsMissing = true;
    recovery.applyState(state);
    CHECK(health.title() == u"Neue Schlüssel werden nicht gesichert");
}

TEST_CASE_METHOD(Fixture, "a check that was asked for ends with its result, the daily one says nothing", "[recovery][health]")
{
    recovery.applyState(found({}));
    health.applyCheckEnded(true);
    CHECK(!health.checked());
    health.check();
    CHECK(health.checking());
    CHECK(!health.canCheck());
    health.applyCheckEnded(true);
    CHECK(!health.checking());
    CHECK(health.checked());
    health.check();
    CHECK(!health.checked());
    health.applyCheckEnded(false);
    CHECK(!health.checked());
    CHECK(health.checkFailure() == HealthWords::notChecked());
    health.check();
    recovery.applyState(found({HealthFinding::BackupMissing}));
    health.applyCheckEnded(true);
    CHECK(!health.checked()); // what was found is said instead
    CHECK(health.checkFailure().isNull());
}

TEST_CASE_METHOD(Fixture, "a repair is followed to its end, and the end stays until it is read", "[recovery][health]")
{
    const QList<HealthFinding> missing{HealthFinding::BackupMissing};
    repairIs(RepairState::None, missing);
    repairIs(RepairState::Running, missing);
    CHECK(health.repairing());
    CHECK(!health.repaired());
    SECTION("it has worked")
    {
        repairIs(RepairState::Done, missing, true);
        CHECK(health.repairing()); // what it has done is looked at
        repairIs(RepairState::Done, {});
        CHECK(!health.repairing());
        CHECK(health.repaired());
        health.dismissEnd();
        CHECK(!health.repaired());
        repairIs(RepairState::Done, {});
        CHECK(!health.repaired());
    }
    SECTION("something is left")
    {
        repairIs(RepairState::Done, missing);
        CHECK(!health.repaired());
        CHECK(!health.urgent().isNull());
    }
    SECTION("it has failed")
    {
        for (const auto end : {RepairState::Later, RepairState::OtherKey, RepairState::NotKept}) {
            repairIs(RepairState::Running, missing);
            repairIs(end, missing);
            CHECK(health.repairFailure() == HealthWords::of(end));
            health.dismissEnd();
            CHECK(health.repairFailure().isNull());
        }
    }
}

TEST_CASE_METHOD(Fixture, "what is known of one account is nobody else's", "[recovery][health]")
{
    recovery.applyState(found({HealthFinding::BackupMissing}));
    recovery.setService(nullptr);
    CHECK(health.findings().isEmpty());
    CHECK(health.urgent().isNull());
    CHECK(health.title() == u"Noch nicht bekannt");
}

TEST_CASE_METHOD(Fixture, "who confirms this device with another one is told what that one does, and can use a code instead",
                 "[recovery][handover]")
{
    int wanted = 0;
    QObject::connect(&recovery, &RecoveryViewModel::otherDeviceWanted, &recovery, [&] { ++wanted; });
    core::RecoveryState state;
    state.phase = Phase::NeedsCode;
    recovery.applyState(state);
    CHECK(!recovery.otherDeviceOffered());
    CHECK(recovery.otherDeviceText().startsWith(u"Nicht möglich: "));
    state.otherDevices = {u"Mein Telefon"_s, u"Büro"_s, u"Alt"_s, u"Uralt"_s};
    recovery.applyState(state);
    CHECK(recovery.otherDeviceOffered());
    CHECK(plain(recovery.otherDeviceText()) == u"Halten Sie eines davon bereit: Mein Telefon, Büro, Alt.");
    recovery.useOtherDevice();
    CHECK(wanted == 1);

    state.handover = Handover::Waiting;
    recovery.applyState(state);
    CHECK(recovery.handover() == RecoveryViewModel::Handover::Waiting);
    CHECK(recovery.handoverEnd().isNull());
    state.handover = Handover::Silent;
    recovery.applyState(state);
    CHECK(recovery.handoverEnd() == RestoreWords::of(Handover::Silent));
    recovery.useCodeInstead();
    CHECK(recovery.handover() == RecoveryViewModel::Handover::None);
    CHECK(recovery.handoverEnd().isNull());
    state.handover = Handover::Incomplete; // that is said, whatever one prefers
    recovery.applyState(state);
    CHECK(recovery.handover() == RecoveryViewModel::Handover::Incomplete);
    CHECK(recovery.handoverEnd() == RestoreWords::of(Handover::Incomplete));
    recovery.useOtherDevice();
    state.handover = Handover::Waiting;
    recovery.applyState(state);
    CHECK(recovery.handover() == RecoveryViewModel::Handover::Waiting);
}

TEST_CASE_METHOD(Fixture, "chats that another device has brought back are welcomed; what happens later covers nothing",
                 "[recovery][handover]")
{
    core::RecoveryState state;
    state.phase = Phase::NeedsCode;
    recovery.applyState(state);
    state.phase = Phase::Restoring;
    recovery.applyState(state);
    state.phase = Phase::Ready;
    state.restoredKeys = 7;
    recovery.applyState(state);
    CHECK(recovery.page() == Page::Welcome);
    recovery.applyOutcome(core::RestoreOutcome::Restored);
    CHECK(recovery.restored());
    CHECK(recovery.restoredText().contains(u"7"));
    recovery.leave();
    recovery.applyOutcome(core::RestoreOutcome::Restored); // of a repair
    CHECK(!recovery.restored());

    RecoveryViewModel later(format);
    later.applyState(found({}));
    state.phase = Phase::Restoring; // a better key has come
    later.applyState(state);
    CHECK(later.page() == Page::None);
}
