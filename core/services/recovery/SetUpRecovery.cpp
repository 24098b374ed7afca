#include "core/services/recovery/SetUpRecovery.h"

#include "core/api/endpoints/AccountData.h"
#include "core/api/endpoints/KeyBackup.h"
#include "core/base/Log.h"
#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/SecretNames.h"
#include "crypto/Random.h"
#include "crypto/RecoveryKey.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int maximumReadings = 4; // a server may show what was there before for a moment (S-52)

} // namespace

SetUpRecovery::SetUpRecovery(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void SetUpRecovery::start()
{
    m_identity = m_parts.machine.crossSigningSecrets();
    if (!m_identity)
        return finish(fail(ErrorCode::Crypto, u"no private keys to store"_s));
    auto stored = loadRecoveryKeys(m_parts.store);
    if (!stored)
        return finish(std::unexpected(stored.error()));
    if (*stored) {
        m_keys = std::move(**stored);
        m_isRepair = m_keys.step == Step::Repairing;
        if (!m_keys.backupKey.isEmpty())
            return next();
        m_keys.backupKey = crypto::X25519KeyPair::generate().privateKey().copy(); // the account had no backup
        return done(m_keys.step);
    }
    m_keys = {.step = Step::Made,
              .keyId = QString::fromLatin1(crypto::randomBytes(16).toHex()),
              .backupVersion = {},
              .created = m_parts.clock.now(),
              .key = crypto::randomSecret(32),
              .backupKey = crypto::X25519KeyPair::generate().privateKey().copy()};
    done(Step::Made);
}

void SetUpRecovery::done(Step step)
{
    // A repair begins anew after a crash: what is right already is left as it is.
    m_keys.step = m_isRepair && step != Step::Done ? Step::Repairing : step;
    if (const auto saved = saveRecoveryKeys(m_parts.store, m_keys); !saved)
        return finish(std::unexpected(saved.error()));
    m_keys.step = step;
    next();
}

void SetUpRecovery::next()
{
    switch (m_keys.step) {
    case Step::Made:
        return checkNothingIsThere();
    case Step::KeyDescribed:
        return storeIdentity();
    case Step::SecretsStored:
        return makeBackup();
    case Step::BackupMade:
        return storeBackupKey();
    case Step::BackupStored:
        return setDefault();
    case Step::DefaultSet:
        return enable();
    case Step::Enabled:
        return readBack();
    case Step::Repairing:
        return checkDefaultIsOurs();
    case Step::Done:
    case Step::Restoring:
        return finish(Outcome::Done);
    }
}

// -- Steps -------------------------------------------------------------------------------------------------------------------

void SetUpRecovery::checkNothingIsThere()
{
    get(secrets::defaultKey, [this](const Result<QJsonObject>& content) {
        // Account data cannot be deleted: an empty object is what is left of it.
        unlessOthers(content ? content->value("key"_L1).toString() : QString(), [this] { describeKey(); });
    });
}

void SetUpRecovery::checkDefaultIsOurs()
{
    get(secrets::defaultKey, [this](const Result<QJsonObject>& content) {
        const QString there = content ? content->value("key"_L1).toString() : QString();
        if (!there.isEmpty() && there != m_keys.keyId)
            return conflict();
        describeKey();
    });
}

bool SetUpRecovery::isReplaced(const QString& keyId) const
{
    return m_parts.replaces && m_parts.replaces->keyId == keyId;
}

// What another program has made is never overwritten, whatever can still be seen of it (S-46).
void SetUpRecovery::unlessOthers(const QString& keyId, const std::function<void()>& then)
{
    if (keyId.isEmpty() || keyId == m_keys.keyId || isReplaced(keyId))
        return then();
    conflict();
}

void SetUpRecovery::describeKey()
{
    if (!m_isRepair)
        return writeDescription();
    get(secrets::keyPrefix + m_keys.keyId, [this](const Result<QJsonObject>& content) {
        if (content && checkStorageKey(*content, m_keys.key) != StorageKeyCheck::Wrong)
            return done(Step::KeyDescribed);
        writeDescription();
    });
}

void SetUpRecovery::writeDescription()
{
    const auto description = describeStorageKey(m_keys.key, u"FdV Messenger"_s);
    if (!description)
        return finish(std::unexpected(description.error()));
    put(secrets::keyPrefix + m_keys.keyId, *description, [this] { done(Step::KeyDescribed); });
}

void SetUpRecovery::storeSecret(const QString& name, const crypto::SecretBytes& secret, std::function<void()> then)
{
    get(name, [this, name, &secret, then = std::move(then)](const Result<QJsonObject>& content) {
        const auto there = openFromStorage(content.value_or(QJsonObject()), name, m_keys.keyId, m_keys.key);
        if (there && (there->equals(secret) || isLeftAlone(name)))
            return then();
        const auto sealed = sealForStorage(contentToKeep(name, content), name, m_keys.keyId, m_keys.key, secret);
        if (!sealed)
            return finish(std::unexpected(sealed.error()));
        put(name, *sealed, then);
    });
}

// What is there under other keys stays, unless it is to be replaced; then only what opens a backup that stays.
QJsonObject SetUpRecovery::contentToKeep(const QString& name, const Result<QJsonObject>& content) const
{
    const bool isKept = !m_parts.replaces || (name == secrets::backup && !m_parts.replaces->deletesBackups);
    return isKept ? content.value_or(QJsonObject()) : QJsonObject();
}

void SetUpRecovery::storeIdentity()
{
    storeSecret(secrets::master, m_identity->master, [this] {
        storeSecret(secrets::selfSigning, m_identity->selfSigning, [this] {
            storeSecret(secrets::userSigning, m_identity->userSigning, [this] { done(Step::SecretsStored); });
        });
    });
}

void SetUpRecovery::makeBackup()
{
    m_parts.api.call<BackupVersion>(endpoints::backupVersion(), &m_jobs, [this](const Result<BackupVersion>& version) {
        const auto own = crypto::X25519KeyPair::fromPrivateKey(m_keys.backupKey.copy());
        if (!own)
            return finish(fail(ErrorCode::Crypto, u"the key of the backup"_s));
        if (version && version->publicKey == own->publicKey())
            return setBackup(version->version); // it was made, and its answer got lost
        if (version && m_parts.replaces && m_parts.replaces->backups.contains(version->version))
            return m_parts.replaces->deletesBackups ? deleteVersion(version->version) : createVersion();
        if (version || version.error().code == ErrorCode::Protocol)
            return setBackup({}); // somebody's keys are in there (S-46)
        if (version.error().code != ErrorCode::NotFound)
            return finish(std::unexpected(version.error()));
        m_isRepair ? takeOtherBackupKey() : createVersion();
    });
}

// The server shows the one before, if there is one.
void SetUpRecovery::deleteVersion(const QString& version)
{
    m_parts.api.call<Empty>(endpoints::deleteBackupVersion(version), &m_jobs, [this, version](const Result<Empty>& answer) {
        if (!answer && answer.error().code != ErrorCode::NotFound)
            return finish(std::unexpected(answer.error()));
        if (m_deleted.contains(version)) // it is shown all the same
            return createVersion();
        m_deleted.append(version);
        makeBackup();
    });
}

// Another own device may have replaced the key of the backup, with our sheet: then it is that one's backup that is gone.
void SetUpRecovery::takeOtherBackupKey()
{
    get(secrets::backup, [this](const Result<QJsonObject>& content) {
        auto there = openFromStorage(content.value_or(QJsonObject()), secrets::backup, m_keys.keyId, m_keys.key);
        if (there && !there->equals(m_keys.backupKey)) {
            m_keys.backupKey = std::move(*there);
            m_keys.step = Step::Repairing;
            if (const auto saved = saveRecoveryKeys(m_parts.store, m_keys); !saved)
                return finish(std::unexpected(saved.error()));
        }
        createVersion();
    });
}

void SetUpRecovery::createVersion()
{
    const auto own = crypto::X25519KeyPair::fromPrivateKey(m_keys.backupKey.copy());
    const auto authData = own ? m_parts.machine.signAsOwner(backupAuthData(own->publicKey()))
                              : Result<QJsonObject>(fail(ErrorCode::Crypto, u"the key of the backup"_s));
    if (!authData)
        return finish(std::unexpected(authData.error()));
    m_parts.api.call<QString>(endpoints::createBackupVersion(*authData), &m_jobs, [this](const Result<QString>& version) {
        if (!version)
            return finish(std::unexpected(version.error()));
        setBackup(*version);
    });
}

void SetUpRecovery::setBackup(const QString& version)
{
    if (version != m_keys.backupVersion || !m_isRepair) {
        if (const auto marked = m_parts.machine.markNoneBackedUp(); !marked)
            return finish(std::unexpected(marked.error()));
    }
    m_keys.backupVersion = version;
    done(Step::BackupMade);
}

void SetUpRecovery::storeBackupKey()
{
    storeSecret(secrets::backup, m_keys.backupKey, [this] { done(Step::BackupStored); });
}

void SetUpRecovery::setDefault()
{
    get(secrets::defaultKey, [this](const Result<QJsonObject>& content) {
        const QString there = content ? content->value("key"_L1).toString() : QString();
        if (there == m_keys.keyId)
            return done(Step::DefaultSet);
        if (m_isRepair && !there.isEmpty())
            return conflict();
        unlessOthers(there, [this] { put(secrets::defaultKey, {{u"key"_s, m_keys.keyId}}, [this] { done(Step::DefaultSet); }); });
    });
}

void SetUpRecovery::enable()
{
    if (m_keys.backupVersion.isEmpty() || m_isRepair)
        return done(Step::Enabled);
    put(secrets::backupSwitch, {{u"enabled"_s, true}}, [this] { done(Step::Enabled); });
}

// -- Reading back ------------------------------------------------------------------------------------------------------------

// With the key as it is parsed from the text that a person will have on paper.
void SetUpRecovery::readBack()
{
    ++m_readings;
    const auto text = crypto::encodeRecoveryKey(m_keys.key);
    const auto parsed = text ? crypto::decodeRecoveryKey(QString::fromLatin1(text->bytes()))
                             : crypto::Result<crypto::SecretBytes>(std::unexpected(text.error()));
    if (!parsed || !parsed->equals(m_keys.key))
        return finish(fail(ErrorCode::Crypto, u"the recovery code"_s));
    get(secrets::defaultKey, [this](const Result<QJsonObject>& content) {
        if (!content || content->value("key"_L1).toString() != m_keys.keyId)
            return readAgainLater();
        get(secrets::keyPrefix + m_keys.keyId, [this](const Result<QJsonObject>& description) {
            if (!description || checkStorageKey(*description, m_keys.key) != StorageKeyCheck::Right)
                return readAgainLater();
            readBackSecret(0);
        });
    });
}

void SetUpRecovery::readBackSecret(qsizetype index)
{
    if (index == secrets::all().size())
        return done(Step::Done);
    const QString& name = secrets::all()[index];
    get(name, [this, index, name](const Result<QJsonObject>& content) {
        const auto opened = openFromStorage(content.value_or(QJsonObject()), name, m_keys.keyId, m_keys.key);
        const auto* expected = secretNamed(name);
        if (!opened || !expected || (!opened->equals(*expected) && !isLeftAlone(name)))
            return readAgainLater();
        readBackSecret(index + 1);
    });
}

const crypto::SecretBytes* SetUpRecovery::secretNamed(const QString& name) const
{
    return name == secrets::master        ? &m_identity->master
           : name == secrets::selfSigning ? &m_identity->selfSigning
           : name == secrets::userSigning ? &m_identity->userSigning
           : name == secrets::backup      ? &m_keys.backupKey
                                          : nullptr;
}

// The key of a backup that is not ours may lie under our key, for whoever made it.
bool SetUpRecovery::isLeftAlone(const QString& secretName) const
{
    return m_isRepair && secretName == secrets::backup && m_keys.backupVersion.isEmpty();
}

void SetUpRecovery::readAgainLater()
{
    if (m_readings >= maximumReadings && m_isRepair)
        return giveUp(Outcome::NotKept);
    if (m_readings >= maximumReadings)
        return finish(fail(ErrorCode::Crypto, u"what was stored does not come back"_s));
    QTimer::singleShot(m_parts.readAgainAfterMs, &m_jobs, [this] { readBack(); });
}

// -- Requests ----------------------------------------------------------------------------------------------------------------

void SetUpRecovery::put(const QString& type, const QJsonObject& content, std::function<void()> then)
{
    m_parts.api.call<Empty>(endpoints::setAccountData(m_parts.machine.user(), type, content), &m_jobs,
                            [this, then = std::move(then)](const Result<Empty>& answer) {
                                if (!answer)
                                    return finish(std::unexpected(answer.error()));
                                then();
                            });
}

// NotFound goes to `then`; every other error ends the job.
void SetUpRecovery::get(const QString& type, std::function<void(const Result<QJsonObject>&)> then)
{
    m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), type), &m_jobs,
                                  [this, then = std::move(then)](const Result<QJsonObject>& content) {
                                      if (!content && content.error().code != ErrorCode::NotFound)
                                          return finish(std::unexpected(content.error()));
                                      then(content);
                                  });
}

void SetUpRecovery::conflict()
{
    if (m_isRepair)
        return giveUp(Outcome::Conflict);
    if (m_parts.replaces)
        return finish(Outcome::Conflict);
    if (const auto removed = removeRecoveryKeys(m_parts.store); !removed)
        return finish(std::unexpected(removed.error()));
    finish(Outcome::Conflict);
}

void SetUpRecovery::giveUp(Outcome outcome)
{
    m_keys.step = Step::Done;
    if (const auto saved = saveRecoveryKeys(m_parts.store, m_keys); !saved)
        return finish(std::unexpected(saved.error()));
    finish(outcome);
}

void SetUpRecovery::finish(const Result<Outcome>& result)
{
    if (!result)
        qCWarning(logSession, "recovery could not be set up behind step %d: error %d", static_cast<int>(m_keys.step),
                  static_cast<int>(result.error().code));
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace core
