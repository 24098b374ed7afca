#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/base/Tokens.h"

#include <QByteArray>
#include <QUrl>

#include <optional>
#include <string_view>

namespace core {

class Database;

/// Who is logged in with this profile, at which server.
struct StoredSession {
    UserId user;
    DeviceId device;
    QString deviceName;
    QString serverName; ///< what the person chose
    QUrl baseUrl;
    bool operator==(const StoredSession&) const = default;
};

/// The session of the profile and how far its sync is. Tokens are sealed with AES-256-GCM under a key of their own (S-94, S-111).
///
/// Thread: that of the database, which must outlive it.
class SessionStore {
public:
    explicit SessionStore(Database& database);

    Result<std::optional<StoredSession>> session();
    /// Session and tokens together, or neither.
    Result<> save(const StoredSession& session, const Tokens& tokens);

    /// Errors: also NotFound if there are none, StorageDamaged if they cannot be unsealed.
    Result<Tokens> tokens();
    /// Durable when it returns: a new pair is never used before (S-111).
    Result<> saveTokens(const Tokens& tokens);
    /// The server has ended the session: tokens go, everything else stays (S-106, S-112).
    Result<> removeTokens();

    Result<QString> nextBatch(); ///< empty before the first response
    Result<> setNextBatch(const QString& token);
    Result<QString> filterId(); ///< empty if none was made
    Result<> setFilterId(const QString& id);

    /// Counts the starts of this profile; compared with the key store's copy to notice an old database (S-17).
    Result<qint64> epoch();
    Result<> setEpoch(qint64 epoch);

private:
    Result<QByteArray> value(std::string_view name);
    Result<> setValue(std::string_view name, QByteArrayView value);
    Result<QString> text(std::string_view name);
    Result<> setText(std::string_view name, const QString& text);

    Database& m_database;
};

} // namespace core
