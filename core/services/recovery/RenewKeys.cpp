#include "core/services/recovery/RenewKeys.h"

#include "core/api/endpoints/DehydratedDevice.h"
#include "core/base/Log.h"
#include "core/services/recovery/HealthMemory.h"

#include <QTimer>

#include <utility>

namespace core {

namespace {

constexpr int maximumRounds = 4; // until the server shows what it has taken

// The server has answered, and has done nothing.
bool isRefusal(ErrorCode code)
{
    return code == ErrorCode::Forbidden || code == ErrorCode::RateLimited || code == ErrorCode::NotSupported ||
           code == ErrorCode::Unauthorized || code == ErrorCode::SoftLoggedOut;
}

} // namespace

RenewKeys::RenewKeys(const Parts& parts, RenewalJournal journal, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_journal(std::move(journal))
{
}

void RenewKeys::start()
{
    next();
}

void RenewKeys::done(Step step)
{
    m_journal.step = step;
    if (const auto saved = saveRenewal(m_parts.store, m_journal); !saved)
        return finish(std::unexpected(saved.error()));
    Q_EMIT progressed(m_journal);
    next();
}

void RenewKeys::next()
{
    m_rounds = 0;
    switch (m_journal.step) {
    case Step::Agreed: {
        auto* job = new ReadOldKeys({m_parts.api, m_parts.machine, m_parts.requests, m_parts.store}, &m_jobs);
        connect(job, &ReadOldKeys::finished, this, &RenewKeys::compare);
        return job->start();
    }
    case Step::IdentityReplaced:
        return deleteDehydrated();
    case Step::OthersSignedOut:
        return destroyOld();
    case Step::Destroyed:
        return setUp();
    }
}

// -- The identity ------------------------------------------------------------------------------------------------------------

void RenewKeys::compare(const Result<OldKeys>& there)
{
    if (!there)
        return finish(std::unexpected(there.error()));
    if (!m_parts.machine.isNewIdentityPrepared())
        return signDevice(); // its upload has arrived, and the answer did not
    const QString backup = m_journal.backups.value(m_journal.backups.size() - 1);
    if (there->master != m_journal.master || there->keyId != m_journal.keyId ||
        (there->backup && there->backup->version != backup))
        return giveWay();
    uploadIdentity();
}

void RenewKeys::giveWay()
{
    const auto gone = m_parts.store.transaction([this]() -> Result<> {
        if (const auto discarded = m_parts.machine.discardNewIdentity(); !discarded)
            return discarded;
        return removeRenewal(m_parts.store);
    });
    if (!gone)
        return finish(std::unexpected(gone.error()));
    finish(Outcome::FactsChanged);
}

void RenewKeys::uploadIdentity()
{
    const auto keys = m_parts.machine.newIdentityUpload();
    if (!keys)
        return finish(std::unexpected(keys.error()));
    m_isUploadInDoubt = true;
    ask([keys = *keys](const QJsonObject& auth) { return endpoints::replaceSigningKeys(keys, auth); },
        [this](const Result<>& sent) {
            if (sent)
                return showIdentity();
            m_isUploadInDoubt = !isRefusal(sent.error().code);
            finish(std::unexpected(sent.error()));
        });
}

void RenewKeys::showIdentity()
{
    ++m_rounds;
    if (const auto asked = m_parts.machine.askForOwnIdentity(); !asked)
        return finish(std::unexpected(asked.error()));
    m_parts.requests.flush(&m_jobs, [this](const Result<>& sent) {
        if (!sent)
            return finish(std::unexpected(sent.error()));
        identityShown();
    });
}

void RenewKeys::identityShown()
{
    if (!m_parts.machine.isNewIdentityPrepared())
        return signDevice();
    if (m_rounds >= maximumRounds)
        return finish(Outcome::NotKept);
    QTimer::singleShot(m_parts.readAgainAfterMs, &m_jobs, [this] { showIdentity(); });
}

void RenewKeys::signDevice()
{
    const auto identity = m_parts.machine.ownIdentity();
    if (!identity)
        return finish(std::unexpected(identity.error()));
    if (*identity != OwnIdentityStatus::Creating)
        return done(Step::IdentityReplaced);
    if (++m_rounds > 2 * maximumRounds)
        return finish(Outcome::NotKept);
    m_parts.requests.flush(&m_jobs, [this](const Result<>& sent) {
        if (!sent)
            return finish(std::unexpected(sent.error()));
        signDevice();
    });
}

// -- Other devices -----------------------------------------------------------------------------------------------------------

// It is signed by the old identity, and the old key opens it. A new one follows with the new keys (DehydratedDeviceService).
void RenewKeys::deleteDehydrated()
{
    const bool signsOut = m_journal.kind == RenewalKind::Compromised && !m_journal.othersStay;
    m_parts.api.call<Empty>(endpoints::deleteDehydratedDevice(), &m_jobs, [this, signsOut](const Result<Empty>& answer) {
        if (!answer && answer.error().code != ErrorCode::NotFound && !isUnknownEndpoint(answer.error()))
            return finish(std::unexpected(answer.error()));
        signsOut ? listOthers() : done(Step::OthersSignedOut);
    });
}

void RenewKeys::listOthers()
{
    m_parts.api.call<QList<ListedDevice>>(endpoints::devices(), &m_jobs, [this](const Result<QList<ListedDevice>>& listed) {
        if (!listed)
            return finish(std::unexpected(listed.error()));
        QList<DeviceId> others;
        for (const auto& device : *listed) {
            if (device.device != m_parts.machine.device())
                others.append(device.device);
        }
        if (others.isEmpty())
            return done(Step::OthersSignedOut);
        signOut(others);
    });
}

void RenewKeys::signOut(const QList<DeviceId>& others)
{
    if (++m_rounds > maximumRounds) { // they are shown all the same
        m_journal.othersStay = true;
        return done(Step::OthersSignedOut);
    }
    ask([others](const QJsonObject& auth) { return endpoints::deleteDevices(others, auth); },
        [this](const Result<>& sent) {
            if (sent)
                return listOthers();
            if (sent.error().code != ErrorCode::NotSupported)
                return finish(std::unexpected(sent.error()));
            m_journal.othersStay = true;
            done(Step::OthersSignedOut);
        });
}

void RenewKeys::leaveOthers()
{
    if (m_journal.step != Step::IdentityReplaced || !m_request)
        return;
    delete m_request;
    m_journal.othersStay = true;
    done(Step::OthersSignedOut);
}

// -- The old and the new keys ------------------------------------------------------------------------------------------------

void RenewKeys::destroyOld()
{
    m_password.reset();
    auto after = m_journal;
    after.step = Step::Destroyed;
    const auto destroyed = m_parts.store.transaction([&]() -> Result<> {
        if (m_journal.kind == RenewalKind::Compromised) {
            if (const auto keys = m_parts.machine.destroyRoomKeys(); !keys)
                return keys;
            if (const auto content = m_parts.destroyContent(); !content)
                return content;
        }
        if (const auto removed = removeRecoveryKeys(m_parts.store); !removed)
            return removed;
        return saveRenewal(m_parts.store, after);
    });
    if (!destroyed) {
        if (const auto read = m_parts.machine.reset(); !read)
            qCWarning(logSession, "the keys could not be read again: error %d", static_cast<int>(read.error().code));
        return finish(std::unexpected(destroyed.error()));
    }
    done(Step::Destroyed);
}

void RenewKeys::setUp()
{
    auto* job =
        new SetUpRecovery({.api = m_parts.api,
                           .machine = m_parts.machine,
                           .store = m_parts.store,
                           .clock = m_parts.clock,
                           .readAgainAfterMs = m_parts.readAgainAfterMs,
                           .replaces = SetUpRecovery::ReplacedKeys{.keyId = m_journal.keyId,
                                                                   .backups = m_journal.backups,
                                                                   .deletesBackups = m_journal.kind == RenewalKind::Compromised}},
                          &m_jobs);
    connect(job, &SetUpRecovery::finished, this, [this](const Result<SetUpRecovery::Outcome>& result) {
        if (!result && result.error().code == ErrorCode::Crypto)
            return finish(Outcome::NotKept);
        if (!result)
            return finish(std::unexpected(result.error()));
        *result == SetUpRecovery::Outcome::Done ? complete() : finish(Outcome::OtherKeys);
    });
    job->start();
}

void RenewKeys::complete()
{
    const auto noted = m_parts.store.transaction([this]() -> Result<> {
        const auto keys = loadRecoveryKeys(m_parts.store);
        auto memory = loadHealthMemory(m_parts.store);
        const auto identity = m_parts.store.identity(m_parts.machine.user());
        if (!keys || !memory || !identity)
            return std::unexpected(!keys ? keys.error() : !memory ? memory.error() : identity.error());
        if (!*keys || !*identity)
            return fail(ErrorCode::Crypto, QStringLiteral("new keys"));
        noteRenewal(*memory, m_journal, **keys);
        remember(memory->masters, QString::fromLatin1((*identity)->master.toBase64()));
        memory->lastCheck = memory->allSaved = m_parts.clock.now(); // all was just read back
        if (const auto saved = saveHealthMemory(m_parts.store, *memory); !saved)
            return saved;
        if (const auto saved = saveSheetReminder(m_parts.store, {}); !saved)
            return saved;
        return removeRenewal(m_parts.store);
    });
    if (!noted)
        return finish(std::unexpected(noted.error()));
    finish(Outcome::Done);
}

// -- Requests ----------------------------------------------------------------------------------------------------------------

void RenewKeys::ask(ConfirmedRequest::Make make, const std::function<void(const Result<>&)>& then)
{
    m_request = new ConfirmedRequest(m_parts.api, m_parts.machine.user(), std::move(make), m_password, &m_jobs);
    connect(m_request, &ConfirmedRequest::asked, this,
            [this](const InteractiveAuth::Step& question, const std::optional<Error>& failure) {
                m_isUploadInDoubt = failure.has_value() && !isRefusal(failure->code);
                Q_EMIT asked(question, failure);
            });
    connect(m_request, &ConfirmedRequest::finished, this, [this, then](const Result<>& result) {
        m_password = m_request->password();
        m_request->deleteLater();
        m_request = nullptr;
        then(result);
    });
    m_request->start();
}

void RenewKeys::confirmWithPassword(const std::shared_ptr<crypto::SecretBytes>& password)
{
    if (!m_request)
        return;
    m_isUploadInDoubt = true;
    Q_EMIT answering();
    m_request->confirmWithPassword(password);
}

void RenewKeys::confirmedInBrowser()
{
    if (!m_request)
        return;
    m_isUploadInDoubt = true;
    Q_EMIT answering();
    m_request->confirmedInBrowser();
}

void RenewKeys::finish(const Result<Outcome>& result)
{
    if (!result)
        qCWarning(logSession, "keys could not be renewed behind step %d: error %d", static_cast<int>(m_journal.step),
                  static_cast<int>(result.error().code));
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace core
