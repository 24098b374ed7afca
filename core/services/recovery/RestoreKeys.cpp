#include "core/services/recovery/RestoreKeys.h"

#include "core/api/endpoints/AccountData.h"
#include "core/base/InWorker.h"
#include "core/base/Log.h"
#include "core/encryption/PassphraseRules.h"
#include "core/services/recovery/SecretNames.h"
#include "core/store/AccountDataStore.h"
#include "crypto/RecoveryKey.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype roomsBeforeTheRest = 10; // what one wants to read first; then everything at once is faster
constexpr size_t sliceKeys = 200;            // about 20 ms
constexpr int mostPassphraseKeys = 3;        // each takes seconds, and the server says how many there are

const QStringList& secretNames()
{
    return secrets::all();
}
constexpr qsizetype identitySecrets = 3; // of these names

RestoreOutcome outcomeOf(crypto::Error error)
{
    return error == crypto::Error::BadMac ? RestoreOutcome::TypingError : RestoreOutcome::NotACode;
}

} // namespace

RestoreKeys::RestoreKeys(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
}

RestoreKeys::~RestoreKeys()
{
    *m_stop = true;
}

void RestoreKeys::start(const crypto::SecretBytes& code)
{
    auto key = crypto::decodeRecoveryKey(QString::fromUtf8(code.bytes()));
    if (!key)
        return finish(outcomeOf(key.error()));
    m_keys.key = std::move(*key);
    m_keys.created = m_parts.clock.now();
    askForDefaultKey();
}

void RestoreKeys::startWithPassphrase(crypto::SecretBytes passphrase)
{
    if (passphrase.isEmpty())
        return finish(RestoreOutcome::WrongPassphrase);
    m_passphrase = std::move(passphrase);
    m_keys.created = m_parts.clock.now();
    askForDefaultKey();
}

void RestoreKeys::resume(RecoveryKeys keys)
{
    m_keys = std::move(keys);
    findBackup();
}

// -- Which key of the account it is ------------------------------------------------------------------------------------------

void RestoreKeys::askForDefaultKey()
{
    m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), secrets::defaultKey), &m_jobs,
                                  [this](const Result<QJsonObject>& content) {
                                      if (!content && content.error().code != ErrorCode::NotFound)
                                          return failed(content.error());
                                      const QString id = content ? content->value("key"_L1).toString() : QString();
                                      if (id.isEmpty())
                                          return finish(RestoreOutcome::NothingToOpen);
                                      m_candidates = {{.keyId = id, .isDefault = true}};
                                      const auto others = m_parts.accountData.types(secrets::keyPrefix);
                                      for (const QString& type : others.value_or(QStringList())) {
                                          const QString other = type.mid(secrets::keyPrefix.size());
                                          if (other != id)
                                              m_candidates.append({.keyId = other, .isDefault = false});
                                      }
                                      tryNextCandidate();
                                  });
}

void RestoreKeys::tryNextCandidate()
{
    if (m_candidates.isEmpty() || m_keysFound >= mostPassphraseKeys)
        return finish(m_passphrase.isEmpty() ? RestoreOutcome::WrongCode
                      : m_isRefused          ? RestoreOutcome::PassphraseRefused
                                             : RestoreOutcome::WrongPassphrase);
    const auto candidate = m_candidates.takeFirst();
    m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), secrets::keyPrefix + candidate.keyId), &m_jobs,
                                  [this, candidate](const Result<QJsonObject>& content) {
                                      if (!content && content.error().code != ErrorCode::NotFound)
                                          return failed(content.error());
                                      tryDescription(candidate, content.value_or(QJsonObject()));
                                  });
}

void RestoreKeys::tryDescription(const Candidate& candidate, const QJsonObject& description)
{
    if (!m_passphrase.isEmpty())
        return findKey(candidate, description);
    checked(candidate, description.isEmpty() ? StorageKeyCheck::Wrong : checkStorageKey(description, m_keys.key));
}

void RestoreKeys::findKey(const Candidate& candidate, const QJsonObject& description)
{
    const auto rules = passphraseRules(description);
    if (!rules) {
        m_isRefused |= rules.error().code == ErrorCode::Forbidden;
        return tryNextCandidate();
    }
    ++m_keysFound;
    m_isFindingKey = true;
    const auto passphrase = std::make_shared<const crypto::SecretBytes>(m_passphrase.copy());
    inWorker(
        &m_jobs, [rules = *rules, passphrase, stop = m_stop] { return keyFromPassphrase(rules, *passphrase, *stop); },
        [this, candidate, description](Result<crypto::SecretBytes> key) {
            m_isFindingKey = false;
            if (!key)
                return failed(key.error());
            m_keys.key = std::move(*key);
            checked(candidate, checkStorageKey(description, m_keys.key));
        });
}

void RestoreKeys::checked(const Candidate& candidate, StorageKeyCheck check)
{
    if (check == StorageKeyCheck::Wrong)
        return tryNextCandidate();
    m_candidate = candidate;
    m_isChecked = check == StorageKeyCheck::Right;
    m_keys.keyId = candidate.keyId;
    m_secrets.clear();
    readSecret(0);
}

// -- Secrets -----------------------------------------------------------------------------------------------------------------

void RestoreKeys::readSecret(qsizetype index)
{
    if (index == secretNames().size())
        return useSecrets();
    m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), secretNames()[index]), &m_jobs,
                                  [this, index](const Result<QJsonObject>& content) { secretRead(index, content); });
}

void RestoreKeys::secretRead(qsizetype index, const Result<QJsonObject>& content)
{
    if (!content && content.error().code != ErrorCode::NotFound)
        return failed(content.error());
    auto secret = openFromStorage(content.value_or(QJsonObject()), secretNames()[index], m_keys.keyId, m_keys.key);
    if (!secret) {
        const bool isMissing = secret.error().code == ErrorCode::NotFound;
        if (isMissing && index >= identitySecrets) { // an account without a backup
            m_secrets.emplace_back();
            return readSecret(index + 1);
        }
        if (isMissing && !m_candidate.isDefault)
            return finish(RestoreOutcome::ReplacedCode);
        if (!m_isChecked)
            return tryNextCandidate();
        return finish(isMissing ? RestoreOutcome::NothingToOpen : RestoreOutcome::ForeignKeys);
    }
    m_secrets.push_back(std::move(*secret));
    readSecret(index + 1);
}

void RestoreKeys::useSecrets()
{
    // The identity as it is now, to compare with.
    if (const auto asked = m_parts.machine.askForOwnIdentity(); !asked)
        return failed(asked.error());
    m_parts.requests.flush(&m_jobs, [this](const Result<>& sent) {
        if (!sent)
            return failed(sent.error());
        const auto imported = m_parts.machine.importCrossSigning(
            {.master = std::move(m_secrets[0]), .selfSigning = std::move(m_secrets[1]), .userSigning = std::move(m_secrets[2])});
        if (!imported && (imported.error().code == ErrorCode::Crypto || imported.error().code == ErrorCode::DevicesOutdated))
            return finish(RestoreOutcome::ForeignKeys);
        if (!imported)
            return failed(imported.error());
        if (const auto before = loadRecoveryKeys(m_parts.store); m_secrets[3].isEmpty() && before && *before)
            m_secrets[3] = (*before)->backupKey.copy(); // another device has sent it, and it is not stored with a code yet
        m_keys.backupKey = std::move(m_secrets[3]);
        m_keys.step = RecoveryKeys::Step::Restoring;
        if (const auto saved = saveRecoveryKeys(m_parts.store, m_keys); !saved)
            return failed(saved.error());
        // This device is signed; the backup does not wait for that.
        m_parts.requests.flush();
        findBackup();
    });
}

// -- The backup --------------------------------------------------------------------------------------------------------------

void RestoreKeys::findBackup()
{
    if (m_keys.backupKey.isEmpty())
        return complete();
    auto own = crypto::X25519KeyPair::fromPrivateKey(m_keys.backupKey.copy());
    if (!own)
        return complete();
    m_backup = std::move(*own);
    m_parts.api.call<BackupVersion>(endpoints::backupVersion(), &m_jobs, [this](const Result<BackupVersion>& version) {
        const bool isMissing =
            !version && (version.error().code == ErrorCode::NotFound || version.error().code == ErrorCode::Protocol);
        if (!version && !isMissing)
            return failed(version.error());
        // Another key than ours: whoever made that version is not the one who wrote down this code (S-46).
        if (isMissing || version->publicKey != m_backup->publicKey()) {
            m_keys.backupVersion.clear();
            return complete();
        }
        m_keys.backupVersion = version->version;
        m_total = version->keyCount;
        m_rooms = m_parts.newestRooms().first(std::min(m_parts.newestRooms().size(), roomsBeforeTheRest));
        Q_EMIT progressed(m_restored, m_total);
        readNextRoom();
    });
}

void RestoreKeys::readNextRoom()
{
    if (m_rooms.isEmpty())
        return m_isTooLarge ? complete() : readWholeBackup();
    m_parts.api.call<BackedUpKeys>(endpoints::backedUpKeys(m_keys.backupVersion, m_rooms.takeFirst()), &m_jobs,
                                   [this](Result<BackedUpKeys> keys) {
                                       if (!keys && m_isTooLarge && keys.error().code != ErrorCode::NotFound)
                                           return failed(keys.error());
                                       if (!keys) // the whole has them, too
                                           return readNextRoom();
                                       take(std::move(*keys), [this] { readNextRoom(); });
                                   });
}

void RestoreKeys::readWholeBackup()
{
    m_parts.api.call<BackedUpKeys>(endpoints::backedUpKeys(m_keys.backupVersion), &m_jobs, [this](Result<BackedUpKeys> keys) {
        if (!keys && keys.error().code == ErrorCode::TooLarge)
            return readRoomByRoom();
        if (!keys)
            return failed(keys.error());
        m_restored = m_damaged = 0; // counted anew: the rooms from before are in here
        m_total = static_cast<qint64>(keys->entries.size());
        take(std::move(*keys), [this] { complete(); });
    });
}

// Tens of thousands of keys in one answer are more than is taken (S-50).
void RestoreKeys::readRoomByRoom()
{
    m_isTooLarge = true;
    m_rooms = m_parts.newestRooms();
    m_rooms.remove(0, std::min(m_rooms.size(), roomsBeforeTheRest)); // these are read already
    readNextRoom();
}

void RestoreKeys::take(BackedUpKeys keys, std::function<void()> then)
{
    m_page = std::move(keys);
    m_next = 0;
    m_damaged += m_page.malformed;
    m_afterPage = std::move(then);
    takeSlice();
}

std::vector<ExportedRoomKey> RestoreKeys::decryptSlice()
{
    std::vector<ExportedRoomKey> slice;
    JsonDocument document;
    const size_t end = std::min(m_next + sliceKeys, m_page.entries.size());
    for (; m_next < end; ++m_next) {
        const auto& entry = m_page.entries[m_next];
        const auto read = document.read(entry.json, JsonDocument::Padding::Present);
        auto key = read ? decryptFromBackup(*m_backup, entry.id, document.root()) : std::unexpected(read.error());
        if (key)
            slice.push_back(std::move(*key));
        else
            ++m_damaged;
    }
    return slice;
}

void RestoreKeys::takeSlice()
{
    const auto slice = decryptSlice();
    const auto imported = m_parts.machine.importRoomKeys(slice, true);
    if (!imported)
        return failed(imported.error());
    m_damaged += imported->refused;
    m_restored += imported->added + imported->known;
    if (const auto read = m_parts.keysCame(); !read)
        return failed(read.error());
    Q_EMIT progressed(m_restored, m_total);
    if (m_next < m_page.entries.size())
        return QTimer::singleShot(0, &m_jobs, [this] { takeSlice(); });
    m_page = {};
    std::exchange(m_afterPage, {})();
}

void RestoreKeys::complete()
{
    m_keys.step = RecoveryKeys::Step::Done;
    if (const auto saved = saveRecoveryKeys(m_parts.store, m_keys); !saved)
        return failed(saved.error());
    finish(m_damaged > 0 ? RestoreOutcome::RestoredPartly : RestoreOutcome::Restored);
}

void RestoreKeys::failed(const Error& error)
{
    qCWarning(logSession, "restoring was interrupted: error %d", static_cast<int>(error.code));
    const bool isOffline = error.code == ErrorCode::Network || error.code == ErrorCode::Timeout || error.code == ErrorCode::Tls;
    finish(isOffline ? RestoreOutcome::NoConnection : RestoreOutcome::Failed);
}

void RestoreKeys::finish(RestoreOutcome outcome)
{
    Q_EMIT finished(outcome);
    deleteLater();
}

} // namespace core
