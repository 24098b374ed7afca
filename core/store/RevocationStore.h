#pragma once

#include "core/base/Result.h"
#include "core/base/Tokens.h"

#include <QList>
#include <QUrl>

namespace core {

class Database;

/// A session that has ended here and is still to be ended at the server: all that is left of it.
struct EndedSession {
    QUrl baseUrl;
    Tokens tokens;
};

/// Logouts that the server has not heard of yet (S-128). Tokens are sealed as those of the session are.
///
/// Thread: that of the database, which must outlive it. Errors: Storage, StorageFull, StorageDamaged.
class RevocationStore {
public:
    explicit RevocationStore(Database& database);

    /// What cannot be unsealed is left out.
    Result<QList<EndedSession>> sessions();
    /// In place of what was there.
    Result<> save(const QList<EndedSession>& sessions);

private:
    Database& m_database;
};

} // namespace core
