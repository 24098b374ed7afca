#pragma once

#include "app/KeychainBackend.h"
#include "app/KeychainDecision.h"
#include "core/base/Result.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace app {

/// Keeps one kind of secret in the operating system's key store, never anywhere else: the database key of each profile (S-93,
/// S-98), or what `folder` else names.
///
/// Errors of all operations: KeyStoreLocked (locked, or a question stayed unanswered), KeyStoreDenied, KeyStoreMissing (there is
/// none, or it does not keep what it is given). Callbacks come once, from the event loop, unless `context` or the vault is
/// destroyed first. Thread: UI.
class KeychainVault final {
public:
    using ReadCallback = std::function<void(core::Result<crypto::SecretBytes>)>;
    using DoneCallback = std::function<void(core::Result<>)>;

    explicit KeychainVault(std::shared_ptr<KeychainBackend> backend, QString folder = QStringLiteral("database-key"));

    /// The key of `profileId`. Errors also: KeyMissing if the store works and does not hold it. That is a first start only if
    /// the profile has no database; otherwise the key is lost (S-99).
    void read(const QString& profileId, QObject* context, ReadCallback done);
    /// Stores `key` and reads it back: success means that it is there.
    void write(const QString& profileId, crypto::SecretBytes key, QObject* context, DoneCallback done);
    /// Success means that the key is gone, also if there was none (S-106).
    void remove(const QString& profileId, QObject* context, DoneCallback done);

private:
    void readAgain(const QString& entry, const ReadCallback& done);
    void probe(std::function<void(KeychainProbe)> done);

    [[nodiscard]] QString entryOf(const QString& profileId) const;

    std::shared_ptr<KeychainBackend> m_backend;
    QString m_folder;
};

/// The key store of this system, through QtKeychain without its plaintext fallback. `service` names the application in it.
/// An operation that takes longer than `limit` has TimedOut: a question to unlock can stay open for ever.
std::unique_ptr<KeychainBackend> systemKeychain(const QString& service,
                                                std::chrono::milliseconds limit = std::chrono::seconds(30));

} // namespace app
