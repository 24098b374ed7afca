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
constexpr qint64 pauseWithoutWorkMs = 30'000;         // until the store is asked again what is missing
constexpr qint64 pauseBetweenLookUpsMs = 10 * 60'000; // for the same key

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
        lookUpMissing();
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
    if (keys.step != Step::Done)
        return setUp();
    const auto own = crypto::X25519KeyPair::fromPrivateKey(keys.backupKey.copy());
    m_backupKey = own ? std::optional(own->publicKey()) : std::nullopt;
    m_version = own ? keys.backupVersion : QString();
    auto state = m_state;
    state.phase = Phase::Ready;
    state.codeIsHere = true;
    state.backupIsMissing = m_version->isEmpty();
    update(state);
    remind();
    backUp();
}

// -- Setting up --------------------------------------------------------------------------------------------------------------

void RecoveryService::setUp()
{
    auto* job = new SetUpRecovery(
        {.api = m_parts.api, .machine = m_parts.machine, .store = m_parts.store, .clock = m_parts.clock}, &m_jobs);
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
    if (m_job || m_state.phase != Phase::NeedsCode || !code)
        return Q_EMIT restoreEnded(RestoreOutcome::Failed);
    newRestore()->start(*code);
}

void RecoveryService::restored(RestoreOutcome outcome)
{
    m_job = nullptr;
    const auto keys = loadRecoveryKeys(m_parts.store);
    if (outcome == RestoreOutcome::Restored || outcome == RestoreOutcome::RestoredPartly) {
        m_isConflicting = false;
        m_notBefore = {};
        sheetIsKept(); // the code came from somewhere
        if (keys && *keys)
            goOn((*keys)->copy());
    } else if (keys && *keys && (*keys)->step == Step::Restoring) {
        tryAgainLater(); // the secrets are here; the rest comes by itself
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
    if (m_isUploading || !m_version || m_version->isEmpty() || !m_backupKey)
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
    m_state.lastBackup = m_parts.clock.now(); // told with the count
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
        const bool isOurs = version && version->publicKey == m_backupKey;
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
