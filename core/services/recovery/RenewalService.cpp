#include "core/services/recovery/RenewalService.h"

#include "core/base/Log.h"
#include "core/room/CleanText.h"

#include <utility>

namespace core {

namespace {

constexpr qint64 pauseAfterFailureMs = 60'000;

using Phase = RenewalState::Phase;
using Problem = RenewalState::Problem;
using Step = RenewalJournal::Step;

} // namespace

RenewalService::RenewalService(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    const auto journal = loadRenewal(m_parts.job.store);
    if (journal && !*journal)
        return;
    m_parts.recovery.suspend(); // also if nobody can tell
    m_state.phase = Phase::Stopped;
    if (!journal) {
        m_state.problem = Problem::Error;
        m_state.error = journal.error();
        return;
    }
    m_state.kind = (*journal)->kind;
    m_state.step = (*journal)->step;
    m_state.othersStay = (*journal)->othersStay;
}

void RenewalService::load()
{
    Q_EMIT changed(m_state);
}

void RenewalService::update(const RenewalState& state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT changed(m_state);
}

void RenewalService::check()
{
    const bool isForPerson = m_state.problem == Problem::OtherKeys || m_state.problem == Problem::FactsChanged;
    const bool hasBegun = loadRenewal(m_parts.job.store).value_or(std::nullopt).has_value();
    if (m_state.phase == Phase::Stopped && hasBegun && !isForPerson && m_parts.job.clock.now().ms >= m_notBefore.ms)
        goOn();
}

// -- Counting ----------------------------------------------------------------------------------------------------------------

ReadOldKeys::Parts RenewalService::reading() const
{
    return {m_parts.job.api, m_parts.job.machine, m_parts.job.requests, m_parts.job.store};
}

void RenewalService::look(RenewalKind kind)
{
    const auto journal = loadRenewal(m_parts.job.store);
    if (!journal || *journal || m_state.phase == Phase::Looking)
        return;
    m_agreement = {
        .step = Step::Agreed, .kind = kind, .othersStay = false, .master = {}, .keyId = {}, .backups = {}, .backupKey = {}};
    update({.phase = Phase::Looking, .kind = kind, .facts = {}, .question = {}, .isBusy = true, .error = {}});
    auto* job = new ReadOldKeys(reading(), m_jobs.get());
    connect(job, &ReadOldKeys::finished, this, &RenewalService::counted);
    job->start();
}

void RenewalService::counted(const Result<OldKeys>& keys)
{
    const auto content = m_parts.readableContent();
    const auto memory = loadHealthMemory(m_parts.job.store);
    if (!keys || !content || !memory)
        return stop(Problem::Error, !keys ? keys.error() : !content ? content.error() : memory.error());
    if (keys->master.isEmpty())
        return stop(Problem::Error, Error{.code = ErrorCode::DevicesOutdated, .detail = {}, .errcode = {}, .retryAfter = {}});
    m_agreement.master = keys->master;
    m_agreement.keyId = keys->keyId;
    // A server shows the one before when the newest is deleted: what was ours goes, too.
    for (const auto& entry : memory->backups)
        m_agreement.backups.append(entry.section(u' ', 1));
    auto state = m_state;
    state.facts = {.chats = content->rooms, .messages = content->messages, .files = content->files, .otherDevices = {}};
    if (keys->backup) {
        m_agreement.backups.removeAll(keys->backup->version);
        m_agreement.backups.append(keys->backup->version);
        m_agreement.backupKey = QString::fromLatin1(keys->backup->publicKey.toBase64());
        state.facts.keysInBackup = keys->backup->keyCount;
    }
    update(state);
    m_parts.job.api.call<QList<ListedDevice>>(endpoints::devices(), m_jobs.get(),
                                              [this](const Result<QList<ListedDevice>>& devices) { named(devices); });
}

void RenewalService::named(const Result<QList<ListedDevice>>& devices)
{
    const auto hidden = m_parts.job.machine.hiddenDevices();
    if (!devices || !hidden)
        return stop(Problem::Error, !devices ? devices.error() : hidden.error());
    auto state = m_state;
    for (const auto& device : *devices) {
        if (device.device == m_parts.job.machine.device() || hidden->contains(device.device))
            continue;
        const QString name = cleanName(device.displayName);
        state.facts.otherDevices.append(name.isEmpty() ? device.device.toString() : name);
    }
    state.phase = Phase::Offered;
    state.isBusy = false;
    update(state);
}

// -- Doing it ----------------------------------------------------------------------------------------------------------------

void RenewalService::begin()
{
    if (m_state.phase != Phase::Offered)
        return;
    const auto begun = m_parts.job.store.transaction([this]() -> Result<> {
        if (const auto made = m_parts.job.machine.prepareNewIdentity(); !made)
            return made;
        return saveRenewal(m_parts.job.store, m_agreement);
    });
    if (!begun) {
        if (const auto read = m_parts.job.machine.reset(); !read)
            qCWarning(logSession, "the keys could not be read again: error %d", static_cast<int>(read.error().code));
        return stop(Problem::Error, begun.error());
    }
    m_parts.recovery.suspend();
    run(m_agreement);
}

void RenewalService::run(const RenewalJournal& journal)
{
    auto state = m_state;
    state.phase = Phase::Running;
    state.kind = journal.kind;
    state.step = journal.step;
    state.othersStay = journal.othersStay;
    state.isBusy = true;
    state.canCancel = false;
    state.problem = Problem::None;
    state.error.reset();
    state.question.reset();
    update(state);
    m_job = new RenewKeys(m_parts.job, journal, m_jobs.get());
    connect(m_job, &RenewKeys::progressed, this, [this](const RenewalJournal& now) {
        auto next = m_state;
        next.step = now.step;
        next.othersStay = now.othersStay;
        next.question.reset();
        next.error.reset();
        next.isBusy = true;
        next.canCancel = false;
        update(next);
        if (now.step == Step::Destroyed)
            m_parts.contentDestroyed();
    });
    connect(m_job, &RenewKeys::asked, this, [this](const InteractiveAuth::Step& question, const std::optional<Error>& failure) {
        auto next = m_state;
        next.question = question;
        next.error = failure;
        next.isBusy = false;
        next.canCancel = next.step == Step::Agreed && !m_job->isUploadInDoubt();
        update(next);
    });
    connect(m_job, &RenewKeys::answering, this, [this] {
        auto next = m_state;
        next.isBusy = true;
        next.canCancel = false;
        next.error.reset();
        update(next);
    });
    connect(m_job, &RenewKeys::finished, this, &RenewalService::ended);
    m_job->start();
}

void RenewalService::ended(const Result<RenewKeys::Outcome>& result)
{
    const bool isUploadInDoubt = m_job && m_job->isUploadInDoubt();
    m_job = nullptr;
    using Outcome = RenewKeys::Outcome;
    if (result == Outcome::Done || result == Outcome::FactsChanged)
        m_parts.recovery.resume();
    if (result == Outcome::Done)
        return update({.phase = Phase::Done,
                       .kind = m_state.kind,
                       .facts = m_state.facts,
                       .question = {},
                       .othersStay = m_state.othersStay,
                       .error = {}});
    stop(!result                            ? Problem::Error
         : *result == Outcome::FactsChanged ? Problem::FactsChanged
         : *result == Outcome::OtherKeys    ? Problem::OtherKeys
                                            : Problem::NotKept,
         result ? std::nullopt : std::optional(result.error()));
    auto state = m_state;
    state.canCancel = state.step == Step::Agreed && !isUploadInDoubt && result != Outcome::NotKept;
    update(state);
}

void RenewalService::stop(Problem problem, const std::optional<Error>& error)
{
    m_notBefore = {m_parts.job.clock.now().ms + pauseAfterFailureMs};
    auto state = m_state;
    state.phase = Phase::Stopped;
    state.problem = problem;
    state.error = error;
    state.question.reset();
    state.isBusy = false;
    update(state);
}

void RenewalService::confirmWithPassword(const std::shared_ptr<crypto::SecretBytes>& password)
{
    if (m_job && !m_state.isBusy && m_state.question && m_state.question->password && password && !password->isEmpty())
        m_job->confirmWithPassword(password);
}

void RenewalService::confirmedInBrowser()
{
    if (m_job && !m_state.isBusy && m_state.question && !m_state.question->browser.isEmpty())
        m_job->confirmedInBrowser();
}

void RenewalService::leaveOthers()
{
    if (m_job && !m_state.isBusy)
        m_job->leaveOthers();
}

void RenewalService::goOn()
{
    if (m_state.phase != Phase::Stopped)
        return;
    const auto journal = loadRenewal(m_parts.job.store);
    if (!journal)
        return stop(Problem::Error, journal.error());
    if (!*journal)
        return look(m_state.kind);
    m_agreement = **journal;
    if (m_state.problem != Problem::OtherKeys)
        return run(m_agreement);
    auto state = m_state;
    state.phase = Phase::Running;
    state.isBusy = true;
    update(state);
    auto* job = new ReadOldKeys(reading(), m_jobs.get());
    connect(job, &ReadOldKeys::finished, this, &RenewalService::reread);
    job->start();
}

// The person gives up what has come in between, too.
void RenewalService::reread(const Result<OldKeys>& keys)
{
    if (!keys)
        return stop(Problem::OtherKeys, keys.error());
    m_agreement.keyId = keys->keyId;
    if (keys->backup && !m_agreement.backups.contains(keys->backup->version))
        m_agreement.backups.append(keys->backup->version);
    if (const auto saved = saveRenewal(m_parts.job.store, m_agreement); !saved)
        return stop(Problem::OtherKeys, saved.error());
    run(m_agreement);
}

void RenewalService::cancel()
{
    const auto journal = loadRenewal(m_parts.job.store);
    if (!journal || (*journal && !m_state.canCancel))
        return;
    m_jobs = std::make_unique<QObject>();
    if (*journal) {
        const auto gone = m_parts.job.store.transaction([this]() -> Result<> {
            if (const auto discarded = m_parts.job.machine.discardNewIdentity(); !discarded)
                return discarded;
            return removeRenewal(m_parts.job.store);
        });
        if (!gone)
            return stop(Problem::Error, gone.error());
        m_parts.recovery.resume();
    }
    update({.facts = {}, .question = {}, .error = {}});
}

} // namespace core
