#include "core/services/recovery/RecoveryService.h"

#include "core/api/endpoints/KeyBackup.h"
#include "core/base/Log.h"
#include "crypto/RecoveryKey.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr int keysInOneUpload = 100;
constexpr qint64 pauseAfterFailureMs = 60'000;
constexpr qint64 pauseBetweenChecksMs = 24LL * 60 * 60 * 1000;
constexpr qint64 longestWaitMs = 2 * pauseBetweenChecksMs; // for the backup
constexpr qint64 pauseWithoutWorkMs = 30'000;              // until the store is asked again what is missing
constexpr qint64 pauseBetweenLookUpsMs = 10 * 60'000;      // for the same key

// The body of an upload; what cannot be encrypted stays for the next time.
Result<QJsonObject> uploadOf(const crypto::Curve25519Key& publicKey, const std::vector<ExportedRoomKey>& keys)
{
    QJsonObject rooms;
    for (const auto& key : keys) {
        const auto entry = encryptForBackup(publicKey, key);
        if (!entry)
            return std::unexpected(entry.error());
        auto room = rooms.value(key.id.room.toString()).toObject();
        auto sessions = room.value(QLatin1StringView("sessions")).toObject();
        sessions.insert(QString::fromLatin1(key.id.sessionId), *entry);
        room.insert(QStringLiteral("sessions"), sessions);
        rooms.insert(key.id.room.toString(), room);
    }
    return rooms;
}

} // namespace

using Phase = RecoveryState::Phase;

RecoveryService::RecoveryService(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
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

void RecoveryService::tryAgainLater()
{
    m_notBefore = {m_parts.clock.now().ms + pauseAfterFailureMs};
}

void RecoveryService::check()
{
    if (m_job || m_parts.clock.now().ms < m_notBefore.ms)
        return;
    if (m_state.phase == Phase::Ready) {
        remind();
        if (m_state.repair == RepairState::Later)
            return startRepair();
        lookUpMissing();
        checkHealthIfDue();
        return backUp();
    }
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
        return setPhase(Phase::NeedsCode);
    case OwnIdentityStatus::Verified:
        break;
    }
    if (m_isConflicting)
        return;
    auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys)
        return tryAgainLater();
    if (*keys)
        goOn(std::move(**keys));
    else
        setUp();
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
    const auto own = crypto::X25519KeyPair::fromPrivateKey(keys.backupKey.copy());
    m_backupKey = own ? std::optional(own->publicKey()) : std::nullopt;
    m_version = own ? keys.backupVersion : QString();
    m_parts.machine.setBackupKey(own ? std::optional(keys.backupKey.copy()) : std::nullopt); // for other own devices
    auto state = m_state;
    state.phase = Phase::Ready;
    state.codeIsHere = true;
    state.backupIsMissing = m_version->isEmpty();
    noteOwn(keys);
    state.lastCheck = m_memory.lastCheck;
    state.lastBackup = m_memory.lastBackup;
    update(state);
    remind();
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
        return setPhase(Phase::NeedsCode);
    }
    // All was just read back.
    if (const auto keys = loadRecoveryKeys(m_parts.store); keys && *keys && !(*keys)->backupVersion.isEmpty()) {
        noteOwn(**keys);
        m_memory.lastCheck = m_parts.clock.now();
        saveMemory();
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
    const bool mayReplace =
        m_state.phase == Phase::Ready &&
        (has(HealthFinding::NewerKey) || has(HealthFinding::ForeignBackup) || has(HealthFinding::IdentityChanged)) &&
        !has(HealthFinding::OlderState);
    if (m_job || (m_state.phase != Phase::NeedsCode && !mayReplace) || !code)
        return Q_EMIT restoreEnded(RestoreOutcome::Failed);
    newRestore()->start(*code);
}

void RecoveryService::restored(RestoreOutcome outcome)
{
    m_job = nullptr;
    const auto keys = loadRecoveryKeys(m_parts.store);
    const bool wasReady = m_version.has_value();
    if (m_state.repair == RepairState::Running)
        repairEnded(outcome == RestoreOutcome::Restored || outcome == RestoreOutcome::RestoredPartly
                        ? Result<SetUpRecovery::Outcome>(SetUpRecovery::Outcome::Done)
                    : outcome == RestoreOutcome::NoConnection || outcome == RestoreOutcome::Failed
                        ? Result<SetUpRecovery::Outcome>(fail(ErrorCode::Network))
                        : Result<SetUpRecovery::Outcome>(SetUpRecovery::Outcome::NotKept));
    if (outcome == RestoreOutcome::Restored || outcome == RestoreOutcome::RestoredPartly) {
        m_isConflicting = false;
        m_notBefore = {};
        sheetIsKept(); // the code came from somewhere
        if (keys && *keys) {
            // What another backup has is not in this one.
            if (wasReady && (*keys)->backupVersion != m_version && !m_parts.machine.markNoneBackedUp())
                tryAgainLater();
            m_state.findings = {}; // looked for anew
            m_memory.lastCheck = {};
            goOn((*keys)->copy());
        }
    } else if (keys && *keys && (*keys)->step == Step::Restoring) {
        tryAgainLater(); // the secrets are here; the rest comes by itself
        setPhase(Phase::Restoring);
    } else if (wasReady && keys && *keys) {
        setPhase(Phase::Ready); // with the keys from before
    } else {
        setPhase(Phase::NeedsCode);
    }
    Q_EMIT restoreEnded(outcome);
}

void RecoveryService::revealCode()
{
    const auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys || !*keys || !m_state.codeIsHere)
        return;
    auto code = crypto::encodeRecoveryKey((*keys)->key);
    if (!code)
        return;
    Q_EMIT codeRevealed(std::make_shared<crypto::SecretBytes>(std::move(*code)),
                        {.user = m_parts.machine.user(), .created = (*keys)->created, .shortKeyId = (*keys)->keyId.left(6)});
}

// -- Health ------------------------------------------------------------------------------------------------------------------

void RecoveryService::noteOwn(const RecoveryKeys& keys)
{
    if (!m_memoryIsLoaded) {
        auto loaded = loadHealthMemory(m_parts.store);
        if (!loaded)
            return; // nothing is checked against a memory that is not here
        m_memory = std::move(*loaded);
        m_memoryIsLoaded = true;
    }
    remember(m_memory.keyIds, keys.keyId);
    if (m_backupKey && !keys.backupVersion.isEmpty())
        rememberBackup(m_memory, {.version = keys.backupVersion, .publicKey = *m_backupKey});
    if (const auto own = m_parts.store.identity(m_parts.machine.user()); own && *own)
        remember(m_memory.masters, QString::fromLatin1((*own)->master.toBase64()));
    saveMemory();
}

void RecoveryService::saveMemory()
{
    if (!m_memoryIsLoaded)
        return; // what is stored is worth more
    if (const auto saved = saveHealthMemory(m_parts.store, m_memory); !saved)
        qCWarning(logSession, "the check could not be noted: error %d", static_cast<int>(saved.error().code));
}

void RecoveryService::checkHealthIfDue()
{
    const qint64 now = m_parts.clock.now().ms;
    const qint64 last = m_memory.lastCheck.ms;
    const bool isOpen = m_memory.foundSomething && !m_isCheckedInThisRun;
    if (isOpen || last == 0 || now < last || now - last >= pauseBetweenChecksMs)
        checkHealth();
}

void RecoveryService::checkHealth()
{
    const auto keys = loadRecoveryKeys(m_parts.store);
    if (m_health || m_job || m_state.phase != Phase::Ready || !keys || !*keys)
        return;
    if (!m_memoryIsLoaded)
        noteOwn(**keys);
    if (!m_memoryIsLoaded)
        return tryAgainLater();
    m_health = new RecoveryHealth(m_parts, (*keys)->copy(), m_memory, &m_jobs);
    connect(m_health, &RecoveryHealth::finished, this, &RecoveryService::healthChecked);
    auto state = m_state;
    state.isChecking = true;
    update(state);
    m_health->start();
}

void RecoveryService::healthChecked(const Result<RecoveryHealth::Report>& report)
{
    m_health = nullptr;
    auto state = m_state;
    state.isChecking = false;
    const auto waiting = m_parts.machine.countRoomKeysToBackUp();
    // A repair or a code that came in between knows better.
    if (!report || !waiting || m_job || m_isUploading || !useBackup(*report)) {
        tryAgainLater();
        return update(state);
    }
    const auto now = m_parts.clock.now();
    if (*waiting == 0 || m_memory.allSaved.ms == 0)
        m_memory.allSaved = now;
    state.findings = report->findings;
    if (state.findings.isEmpty() && now.ms - m_memory.allSaved.ms >= longestWaitMs)
        state.findings.append(HealthFinding::BackupBehind);
    m_seen = report->seen;
    state.findingsAreRead = !state.findings.isEmpty() && m_memory.acknowledged == m_seen;
    if (state.findings.isEmpty())
        m_memory.acknowledged.clear();
    m_memory.foundSomething = !state.findings.isEmpty();
    m_isCheckedInThisRun = true;
    state.backupIsMissing = m_version->isEmpty();
    state.lastCheck = m_memory.lastCheck = now;
    saveMemory();
    update(state);
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
    m_memory.acknowledged = m_seen;
    saveMemory();
    auto state = m_state;
    state.findingsAreRead = !state.findings.isEmpty();
    update(state);
}

void RecoveryService::repair()
{
    if (m_job || m_state.phase != Phase::Ready || m_state.findings.isEmpty())
        return;
    m_notBefore = {};
    if (has(HealthFinding::BackupBehind))
        return backUp();
    const bool isOthers = has(HealthFinding::OlderState) || has(HealthFinding::NewerKey) || has(HealthFinding::IdentityChanged);
    const bool isOurs =
        has(HealthFinding::PrivateKeysMissing) || has(HealthFinding::BackupMissing) || has(HealthFinding::StorageIncomplete);
    if (isOurs && !isOthers)
        startRepair();
}

void RecoveryService::startRepair()
{
    auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys || !*keys)
        return tryAgainLater();
    auto state = m_state;
    state.repair = RepairState::Running;
    update(state);
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
    auto state = m_state;
    state.repair = !result                        ? RepairState::Later
                   : *result == Outcome::Done     ? RepairState::Done
                   : *result == Outcome::Conflict ? RepairState::OtherKey
                                                  : RepairState::NotKept;
    update(state);
    if (!result)
        return tryAgainLater();
    const auto keys = loadRecoveryKeys(m_parts.store);
    if (!keys || !*keys || (*keys)->step != Step::Done)
        return;
    becomeReady(**keys);
    backUp();
    m_memory.lastCheck = {}; // what is left is looked for at once
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
    if (m_job || m_isUploading || !m_version || m_version->isEmpty() || !m_backupKey)
        return;
    const auto waiting = m_parts.machine.countRoomKeysToBackUp();
    if (!waiting)
        return tryAgainLater();
    auto state = m_state;
    state.keysToBackUp = *waiting;
    update(state);
    if (*waiting == 0)
        return;
    auto keys = m_parts.machine.roomKeysToBackUp(keysInOneUpload);
    if (!keys || keys->empty())
        return tryAgainLater();
    const auto rooms = uploadOf(*m_backupKey, *keys);
    if (!rooms)
        return tryAgainLater();
    m_isUploading = true;
    auto shared = std::make_shared<std::vector<ExportedRoomKey>>(std::move(*keys));
    m_parts.api.call<Empty>(endpoints::putBackedUpKeys(*m_version, *rooms), &m_jobs,
                            [this, shared](const Result<Empty>& answer) { backedUp(*shared, answer); });
}

void RecoveryService::backedUp(const std::vector<ExportedRoomKey>& keys, const Result<Empty>& answer)
{
    m_isUploading = false;
    if (!answer) {
        if (answer.error().code == ErrorCode::Forbidden || answer.error().code == ErrorCode::NotFound)
            return findBackupAgain();
        return tryAgainLater();
    }
    if (const auto marked = m_parts.machine.markBackedUp(keys); !marked)
        return tryAgainLater();
    m_state.lastBackup = m_memory.lastBackup = m_parts.clock.now(); // told with the count
    saveMemory();
    backUp();
}

// One after the other: what is missing by the hundred comes with a restore.
void RecoveryService::lookUpMissing()
{
    const qint64 now = m_parts.clock.now().ms;
    if (m_isLookingUp || !m_version || m_version->isEmpty() || now < m_nextLookUp.ms)
        return;
    const auto missing = m_parts.missingKeys();
    if (!missing)
        return;
    const auto due = std::find_if(missing->begin(), missing->end(), [&](const RoomKeyId& key) {
        const auto asked = m_lookedUp.constFind(key);
        return asked == m_lookedUp.constEnd() || now - asked->ms >= pauseBetweenLookUpsMs;
    });
    if (due == missing->end()) {
        m_nextLookUp = {now + pauseWithoutWorkMs};
        return;
    }
    m_isLookingUp = true;
    m_lookedUp.insert(*due, {now});
    m_parts.api.call<BackedUpKeys>(endpoints::backedUpKey(*m_version, *due), &m_jobs,
                                   [this, key = *due](const Result<BackedUpKeys>& answer) { lookedUp(key, answer); });
}

void RecoveryService::lookedUp(const RoomKeyId& key, const Result<BackedUpKeys>& answer)
{
    m_isLookingUp = false;
    if (!answer && answer.error().code != ErrorCode::NotFound) {
        m_lookedUp.remove(key);
        return tryAgainLater();
    }
    const auto keys = loadRecoveryKeys(m_parts.store);
    const auto own = keys && *keys ? crypto::X25519KeyPair::fromPrivateKey((*keys)->backupKey.copy())
                                   : crypto::Result<crypto::X25519KeyPair>(std::unexpected(crypto::Error::BadKey));
    if (answer && own) {
        const auto document = JsonDocument::parse({answer->body.constData(), answer->body.size()});
        auto found = document ? decryptFromBackup(*own, key, document->root()) : std::unexpected(document.error());
        if (found) {
            std::vector<ExportedRoomKey> one;
            one.push_back(std::move(*found));
            if (!m_parts.machine.importRoomKeys(one, true) || !m_parts.keysCame())
                return tryAgainLater();
        }
    }
    lookUpMissing();
}

// The version is not the newest any more. Only one with our key is used; another one is never written to (S-46).
void RecoveryService::findBackupAgain()
{
    m_isUploading = true;
    m_parts.api.call<BackupVersion>(endpoints::backupVersion(), &m_jobs, [this](const Result<BackupVersion>& version) {
        m_isUploading = false;
        auto keys = loadRecoveryKeys(m_parts.store);
        if (!version && version.error().code != ErrorCode::NotFound && version.error().code != ErrorCode::Protocol)
            return tryAgainLater();
        if (!keys || !*keys)
            return tryAgainLater();
        const bool isOurs = version && version->publicKey == m_backupKey && !isOlderBackup(m_memory, *version);
        m_memory.lastCheck = {}; // what has happened is to be told
        m_version = (*keys)->backupVersion = isOurs ? version->version : QString();
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
