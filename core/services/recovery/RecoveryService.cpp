#include "core/services/recovery/RecoveryService.h"

#include "core/api/endpoints/KeyBackup.h"
#include "core/base/Log.h"
#include "core/encryption/PassphraseRules.h"
#include "core/services/recovery/ReceivedBackupKey.h"
#include "core/services/recovery/SecretNames.h"
#include "core/store/AccountDataStore.h"
#include "crypto/RecoveryKey.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr qint64 pauseAfterFailureMs = 60'000;
constexpr qint64 patienceMs = 30'000; // with a device that was asked for keys

} // namespace

using Phase = RecoveryState::Phase;

RecoveryService::RecoveryService(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_daily(m_parts)
    , m_traffic(m_parts)
{
    connect(&m_daily, &DailyCheck::read, this, &RecoveryService::healthRead);
    connect(&m_traffic, &BackupTraffic::counted, this, &RecoveryService::counted);
    connect(&m_traffic, &BackupTraffic::sent, this, &RecoveryService::sent);
    connect(&m_traffic, &BackupTraffic::refused, this, &RecoveryService::findBackupAgain);
    connect(&m_traffic, &BackupTraffic::failed, this, &RecoveryService::sendingFailed);
}

void RecoveryService::load()
{
    Q_EMIT changed(m_state);
}

void RecoveryService::update(const RecoveryState& state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT changed(m_state);
}

void RecoveryService::setPhase(Phase phase)
{
    auto state = m_state;
    state.phase = phase;
    update(state);
}

void RecoveryService::setRepair(RepairState repair)
{
    auto state = m_state;
    state.repair = repair;
    update(state);
}

void RecoveryService::tryAgainLater()
{
    m_notBefore = {m_parts.clock.now().ms + pauseAfterFailureMs};
}

void RecoveryService::check()
{
    if (m_job || m_isSuspended || m_parts.clock.now().ms < m_notBefore.ms)
        return;
    if (m_state.phase == Phase::Ready)
        return checkReady();
    const auto identity = m_parts.machine.ownIdentity();
    if (!identity)
        return;
    switch (*identity) {
    case OwnIdentityStatus::NotAsked:
    case OwnIdentityStatus::Missing:
    case OwnIdentityStatus::Creating:
        return; // Preparation is at it
    case OwnIdentityStatus::Unverified:
    case OwnIdentityStatus::Changed:
        return needKeys();
    case OwnIdentityStatus::Verified:
        break;
    }
    auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys)
        return tryAgainLater();
    if (*keys)
        return goOn(std::move(**keys));
    if (takeReceivedKey())
        return;
    // The device that has sent the private keys may still send the key of the backup.
    if (m_isConflicting || handover() == Handover::Waiting)
        return needKeys();
    setUp();
}

void RecoveryService::checkReady()
{
    remind();
    if (takeReceivedKey())
        return;
    if (m_state.repair == RepairState::Later)
        return has(HealthFinding::BackupBehind) ? saveNow() : startRepair();
    m_traffic.lookUpMissing();
    if (has(HealthFinding::PrivateKeysMissing) && m_parts.machine.crossSigningSecrets())
        m_daily.makeDue(); // another device has sent them
    if (m_daily.isDue())
        checkHealth();
    backUp();
}

void RecoveryService::suspend()
{
    m_isSuspended = true;
    m_hasPassphrase = false;
    delete m_job;
    m_daily.forget();
    m_traffic.forget();
    m_version.reset();
    m_backupKey.reset();
    m_parts.machine.setBackupKey({}); // nobody is given the old one
    update({});
}

void RecoveryService::resume()
{
    m_isSuspended = m_isConflicting = m_wasWrongKey = m_isHandedOver = false;
    m_notBefore = {};
    check();
}

void RecoveryService::goOn(RecoveryKeys keys)
{
    if (keys.step == Step::Restoring) {
        auto* job = newRestore();
        setPhase(Phase::Restoring);
        return job->resume(std::move(keys));
    }
    if (keys.step != Step::Done && keys.step != Step::Repairing)
        return setUp();
    becomeReady(keys);
    if (keys.step == Step::Repairing)
        startRepair();
    else
        backUp();
}

void RecoveryService::becomeReady(const RecoveryKeys& keys)
{
    useVersion(keys);
    auto state = m_state;
    state.phase = Phase::Ready;
    state.codeIsHere = !keys.key.isEmpty();
    state.handover = Handover::None;
    state.otherDevices.clear();
    state.takesPassphrase = takesCode(state) && takesPassphrase();
    state.backupIsMissing = m_version->isEmpty();
    m_daily.noteOwn(keys, m_backupKey);
    state.lastCheck = m_daily.memory().lastCheck;
    state.lastBackup = m_daily.memory().lastBackup;
    update(state);
    remind();
}

// Other own devices get the key as long as it opens the backup; after that, a better one may come from them.
void RecoveryService::useVersion(const RecoveryKeys& keys)
{
    const auto own = crypto::X25519KeyPair::fromPrivateKey(keys.backupKey.copy());
    m_backupKey = own ? std::optional(own->publicKey()) : std::nullopt;
    m_version = own ? keys.backupVersion : QString();
    m_traffic.use(*m_version, m_backupKey);
    m_parts.machine.setBackupKey(m_version->isEmpty() ? std::nullopt : std::optional(keys.backupKey.copy()));
}

// -- Keys of another device --------------------------------------------------------------------------------------------------

// A code brings them here, or another device.
void RecoveryService::needKeys()
{
    auto state = m_state;
    state.phase = Phase::NeedsCode;
    state.handover = handover();
    state.otherDevices = otherDevices();
    state.takesPassphrase = takesPassphrase();
    update(state);
}

// As the last sync says; what counts is read when it is tried.
bool RecoveryService::takesPassphrase() const
{
    const auto read = [this](const QString& type) {
        const auto content = m_parts.accountData.content(type.toStdString());
        return content ? QJsonDocument::fromJson(*content).object() : QJsonObject();
    };
    const QString id = read(secrets::defaultKey).value(QStringLiteral("key")).toString();
    return !id.isEmpty() && core::takesPassphrase(read(secrets::keyPrefix + id));
}

Handover RecoveryService::handover() const
{
    const auto since = m_parts.machine.waitsForSecretsSince();
    const bool waits = since && since->isKnown();
    if (waits && m_parts.clock.now().ms - since->ms < patienceMs)
        return Handover::Waiting;
    if (m_wasWrongKey)
        return Handover::WrongKey;
    if (!waits)
        return Handover::None;
    return m_parts.machine.crossSigningSecrets() ? Handover::Incomplete : Handover::Silent;
}

QStringList RecoveryService::otherDevices() const
{
    const auto devices = m_parts.machine.devices(m_parts.machine.user());
    QStringList names;
    for (const auto& device : devices.value_or(QList<DeviceRecord>())) {
        if (device.device != m_parts.machine.device() && device.isPresent && device.signedByOwner)
            names.append(device.displayName.isEmpty() ? device.device.toString() : device.displayName);
    }
    return names;
}

// Whether there is one.
bool RecoveryService::takeReceivedKey()
{
    auto received = m_parts.machine.receivedBackupKey();
    if (!received || !*received)
        return false;
    auto ours = loadRecoveryKeys(m_parts.store);
    if (!ours)
        return false;
    if (*ours && (*ours)->backupKey.equals(**received) && m_version && !m_version->isEmpty()) {
        if (const auto discarded = m_parts.machine.discardReceivedBackupKey(); !discarded)
            tryAgainLater();
        return false; // nothing new
    }
    auto* job = new ReceivedBackupKey(m_parts, std::move(**received), *ours ? std::move(**ours) : RecoveryKeys(),
                                      m_daily.memory(), &m_jobs);
    m_job = job;
    connect(job, &ReceivedBackupKey::finished, this, &RecoveryService::receivedKeyCompared);
    job->start();
    return true;
}

void RecoveryService::receivedKeyCompared(const Result<bool>& isOurs)
{
    m_job = nullptr;
    if (!isOurs)
        return tryAgainLater();
    m_wasWrongKey = !*isOurs;
    auto keys = *isOurs ? loadRecoveryKeys(m_parts.store) : Result<std::optional<RecoveryKeys>>(std::nullopt);
    if (!keys)
        return tryAgainLater();
    if (!*keys)
        return check();
    m_isHandedOver = true;
    goOn(std::move(**keys));
}

// -- Setting up --------------------------------------------------------------------------------------------------------------

void RecoveryService::setUp()
{
    auto* job = new SetUpRecovery({.api = m_parts.api,
                                   .machine = m_parts.machine,
                                   .store = m_parts.store,
                                   .clock = m_parts.clock,
                                   .readAgainAfterMs = m_parts.readAgainAfterMs},
                                  &m_jobs);
    m_job = job;
    connect(job, &SetUpRecovery::finished, this, &RecoveryService::setUpEnded);
    setPhase(Phase::SettingUp);
    job->start();
}

void RecoveryService::setUpEnded(const Result<SetUpRecovery::Outcome>& result)
{
    m_job = nullptr;
    if (!result) {
        tryAgainLater();
        return setPhase(Phase::Unknown);
    }
    if (*result == SetUpRecovery::Outcome::Conflict) {
        m_isConflicting = true;
        return needKeys();
    }
    // All was just read back.
    if (const auto keys = loadRecoveryKeys(m_parts.store); keys && *keys && !(*keys)->backupVersion.isEmpty()) {
        m_daily.noteOwn(**keys, m_backupKey);
        m_daily.noteChecked();
    }
    check();
}

// -- Restoring ---------------------------------------------------------------------------------------------------------------

RestoreKeys* RecoveryService::newRestore()
{
    auto* job = new RestoreKeys(m_parts, &m_jobs);
    m_job = job;
    connect(job, &RestoreKeys::progressed, this, [this](qint64 done, qint64 total) {
        auto state = m_state;
        state.phase = Phase::Restoring;
        state.restoredKeys = done;
        state.keysInBackup = total;
        update(state);
    });
    connect(job, &RestoreKeys::finished, this, &RecoveryService::restored);
    return job;
}

void RecoveryService::restore(const std::shared_ptr<crypto::SecretBytes>& code)
{
    if (m_job || !takesCode(m_state) || !code)
        return Q_EMIT restoreEnded(RestoreOutcome::Failed);
    newRestore()->start(*code);
}

void RecoveryService::restoreWithPassphrase(const std::shared_ptr<crypto::SecretBytes>& passphrase)
{
    if (m_job || !takesCode(m_state) || !passphrase)
        return Q_EMIT passphraseEnded(RestoreOutcome::Failed);
    m_hasPassphrase = true;
    newRestore()->startWithPassphrase(passphrase->copy());
}

void RecoveryService::stopPassphrase()
{
    auto* job = qobject_cast<RestoreKeys*>(m_job);
    if (!job || !job->isFindingKey())
        return;
    m_hasPassphrase = false;
    m_job = nullptr;
    delete job;
    check();
}

void RecoveryService::restored(RestoreOutcome outcome)
{
    m_job = nullptr;
    const bool hadPassphrase = std::exchange(m_hasPassphrase, false);
    const auto keys = loadRecoveryKeys(m_parts.store);
    const bool wasReady = m_version.has_value();
    const bool isBack = outcome == RestoreOutcome::Restored || outcome == RestoreOutcome::RestoredPartly;
    const bool isOffline = outcome == RestoreOutcome::NoConnection || outcome == RestoreOutcome::Failed;
    if (m_state.repair == RepairState::Running)
        repairEnded(isBack      ? Result<SetUpRecovery::Outcome>(SetUpRecovery::Outcome::Done)
                    : isOffline ? Result<SetUpRecovery::Outcome>(fail(ErrorCode::Network))
                                : Result<SetUpRecovery::Outcome>(SetUpRecovery::Outcome::NotKept));
    else if (isBack && !m_isHandedOver && !hadPassphrase && keys && *keys && !(*keys)->key.isEmpty())
        sheetIsKept(); // the code came from somewhere
    if (isBack) {
        restoreSucceeded(wasReady);
    } else if (keys && *keys && (*keys)->step == Step::Restoring) {
        tryAgainLater(); // the secrets are here; the rest comes by itself
        setPhase(Phase::Restoring);
    } else if (wasReady && keys && *keys) {
        setPhase(Phase::Ready); // with the keys from before
    } else {
        needKeys();
    }
    if (hadPassphrase && !isBack)
        Q_EMIT passphraseEnded(outcome);
    else if (isBack || !m_isHandedOver)
        Q_EMIT restoreEnded(outcome);
    m_isHandedOver = m_isHandedOver && !isBack;
}

void RecoveryService::restoreSucceeded(bool wasReady)
{
    auto keys = loadRecoveryKeys(m_parts.store);
    m_isConflicting = m_wasWrongKey = false;
    m_notBefore = {};
    if (!keys || !*keys)
        return;
    // What another backup has is not in this one.
    if (wasReady && (*keys)->backupVersion != m_version && !m_parts.machine.markNoneBackedUp())
        tryAgainLater();
    m_state.findings = {}; // looked for anew
    m_daily.makeDue();
    goOn(std::move(**keys));
}

void RecoveryService::revealCode()
{
    const auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys || !*keys || (*keys)->key.isEmpty() || !m_state.codeIsHere)
        return;
    auto code = crypto::encodeRecoveryKey((*keys)->key);
    if (!code)
        return;
    Q_EMIT codeRevealed(std::make_shared<crypto::SecretBytes>(std::move(*code)),
                        {.user = m_parts.machine.user(), .created = (*keys)->created, .shortKeyId = (*keys)->keyId.left(6)});
}

// -- Health ------------------------------------------------------------------------------------------------------------------

void RecoveryService::checkHealth()
{
    if (m_daily.isRunning())
        return; // its end is near
    auto keys = loadRecoveryKeys(m_parts.store);
    if (m_job || m_state.phase != Phase::Ready || !keys || !*keys)
        return Q_EMIT healthCheckEnded(false);
    auto state = m_state;
    state.isChecking = true;
    update(state);
    if (const auto started = m_daily.start(std::move(**keys), m_backupKey); !started)
        healthRead(std::unexpected(started.error()));
}

void RecoveryService::healthRead(const Result<RecoveryHealth::Report>& report)
{
    const auto waiting = m_parts.machine.countRoomKeysToBackUp();
    // A repair or a code that came in between knows better.
    const bool isDone = report && waiting && !m_job && !m_isFindingBackup && useBackup(*report).has_value();
    auto state = m_state;
    state.isChecking = false;
    if (isDone) {
        const auto concluded = m_daily.conclude(*report, *waiting);
        state.findings = concluded.findings;
        state.findingsAreRead = concluded.areRead;
        state.takesPassphrase = takesCode(state) && takesPassphrase();
        state.backupIsMissing = m_version->isEmpty();
        state.lastCheck = m_daily.memory().lastCheck;
    } else {
        tryAgainLater();
    }
    update(state);
    Q_EMIT healthCheckEnded(isDone);
    if (isDone)
        backUp();
}

// Nothing is sent to a backup that is not ours, or older than ours (S-46, S-53).
Result<> RecoveryService::useBackup(const RecoveryHealth::Report& report)
{
    auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys || !*keys)
        return keys ? fail(ErrorCode::Crypto) : std::unexpected(keys.error());
    const QString version = report.backup ? report.backup->version : QString();
    if (version == m_version && !report.backupKey)
        return {};
    if (m_traffic.isSending())
        return fail(ErrorCode::Network, QStringLiteral("keys are on their way to the backup from before"));
    if (report.backupKey)
        (*keys)->backupKey = report.backupKey->copy();
    (*keys)->backupVersion = version;
    if (const auto marked = m_parts.machine.markNoneBackedUp(); !marked)
        return marked;
    if (const auto saved = saveRecoveryKeys(m_parts.store, **keys); !saved)
        return saved;
    becomeReady(**keys);
    return {};
}

void RecoveryService::acknowledgeFindings()
{
    m_daily.acknowledge();
    auto state = m_state;
    state.findingsAreRead = !state.findings.isEmpty();
    update(state);
}

void RecoveryService::repair()
{
    if (m_job || m_state.phase != Phase::Ready)
        return;
    const auto& findings = m_state.findings;
    const bool helps =
        std::any_of(findings.begin(), findings.end(), [this](HealthFinding finding) { return canBeRepaired(m_state, finding); });
    if (!helps)
        return;
    m_notBefore = {};
    if (has(HealthFinding::BackupBehind))
        saveNow();
    else
        startRepair();
}

void RecoveryService::saveNow()
{
    setRepair(RepairState::Running);
    backUp();
}

void RecoveryService::startRepair()
{
    auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys || !*keys)
        return tryAgainLater();
    setRepair(RepairState::Running);
    if (!m_parts.machine.crossSigningSecrets()) {
        const auto code = crypto::encodeRecoveryKey((*keys)->key);
        return code ? newRestore()->start(*code) : tryAgainLater();
    }
    (*keys)->step = Step::Repairing;
    if (!saveRecoveryKeys(m_parts.store, **keys))
        return repairEnded(fail(ErrorCode::Storage));
    auto* job = new SetUpRecovery({.api = m_parts.api,
                                   .machine = m_parts.machine,
                                   .store = m_parts.store,
                                   .clock = m_parts.clock,
                                   .readAgainAfterMs = m_parts.readAgainAfterMs},
                                  &m_jobs);
    m_job = job;
    connect(job, &SetUpRecovery::finished, this, &RecoveryService::repairEnded);
    job->start();
}

void RecoveryService::repairEnded(const Result<SetUpRecovery::Outcome>& result)
{
    using Outcome = SetUpRecovery::Outcome;
    m_job = nullptr;
    setRepair(!result                        ? RepairState::Later
              : *result == Outcome::Done     ? RepairState::Done
              : *result == Outcome::Conflict ? RepairState::OtherKey
                                             : RepairState::NotKept);
    if (!result)
        return tryAgainLater();
    const auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys || !*keys || (*keys)->step != Step::Done)
        return;
    becomeReady(**keys);
    backUp();
    m_daily.makeDue(); // what is left is looked for at once
    checkHealth();
}

// -- The sheet ---------------------------------------------------------------------------------------------------------------

void RecoveryService::remind()
{
    const auto reminder = loadSheetReminder(m_parts.store);
    auto state = m_state;
    state.remindOfSheet = reminder && state.phase == Phase::Ready && state.codeIsHere && !reminder->isKept &&
                          m_parts.clock.now().ms >= reminder->next.ms;
    update(state);
}

void RecoveryService::saveReminder(const SheetReminder& reminder)
{
    if (const auto saved = saveSheetReminder(m_parts.store, reminder); !saved)
        qCWarning(logSession, "the reminder could not be stored: error %d", static_cast<int>(saved.error().code));
    remind();
}

void RecoveryService::sheetIsKept()
{
    saveReminder({.isKept = true, .timesPutOff = 0, .next = {}});
}

void RecoveryService::remindLater()
{
    if (const auto reminder = loadSheetReminder(m_parts.store))
        saveReminder(putOff(*reminder, m_parts.clock.now()));
}

// -- The backup --------------------------------------------------------------------------------------------------------------

void RecoveryService::backUp()
{
    if (!m_job && !m_isFindingBackup)
        m_traffic.send();
}

void RecoveryService::counted(qint64 waiting)
{
    auto state = m_state;
    state.keysToBackUp = waiting;
    if (waiting == 0 && has(HealthFinding::BackupBehind)) {
        state.findings = {}; // it stands alone: see DailyCheck::conclude
        state.repair = state.repair == RepairState::None ? RepairState::None : RepairState::Done;
        m_daily.noteCaughtUp();
    }
    update(state);
}

void RecoveryService::sent()
{
    m_daily.noteSaved();
    m_state.lastBackup = m_daily.memory().lastBackup; // told with the count
    backUp();
}

void RecoveryService::sendingFailed()
{
    if (m_state.repair == RepairState::Running && has(HealthFinding::BackupBehind))
        setRepair(RepairState::Later);
    tryAgainLater();
}

// The version is not the newest any more. Only one with our key is used; another one is never written to (S-46).
void RecoveryService::findBackupAgain()
{
    m_isFindingBackup = true;
    m_parts.api.call<BackupVersion>(endpoints::backupVersion(), &m_jobs, [this](const Result<BackupVersion>& version) {
        m_isFindingBackup = false;
        if (m_isSuspended)
            return;
        auto keys = loadRecoveryKeys(m_parts.store);
        if (!version && version.error().code != ErrorCode::NotFound && version.error().code != ErrorCode::Protocol)
            return tryAgainLater();
        if (!keys || !*keys)
            return tryAgainLater();
        const bool isOurs = version && version->publicKey == m_backupKey && !isOlderBackup(m_daily.memory(), *version);
        m_daily.makeDue(); // what has happened is to be told
        (*keys)->backupVersion = isOurs ? version->version : QString();
        useVersion(**keys);
        if (!isOurs)
            qCWarning(logSession, "the backup was replaced by one that is not ours: nothing is sent there");
        if (!saveRecoveryKeys(m_parts.store, **keys) || !m_parts.machine.markNoneBackedUp())
            return tryAgainLater();
        auto state = m_state;
        state.backupIsMissing = !isOurs;
        update(state);
        backUp();
    });
}

} // namespace core
