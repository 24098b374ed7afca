#pragma once

#include "core/session/ProfileLock.h"
#include "core/store/Database.h"
#include "core/store/RevocationStore.h"
#include "core/store/SessionStore.h"

#include <memory>

namespace core {

/// An open profile: its folder, for this process alone, and its database.
///
/// Thread: the one it was opened in.
class Profile {
public:
    /// Makes the folder if it is not there; it and its files belong to this user alone (S-103). Counts the start (S-17).
    /// Errors: ProfileInUse, Storage, and those of Database::open.
    static Result<std::unique_ptr<Profile>> open(const QString& directory, const crypto::SecretBytes& databaseKey);
    /// Closes the database and removes its files. Errors: Storage; then some of them are still there.
    static Result<> erase(std::unique_ptr<Profile> profile);

    [[nodiscard]] Database& database() { return *m_database; }
    [[nodiscard]] SessionStore& session() { return m_session; }
    [[nodiscard]] RevocationStore& revocations() { return m_revocations; }

private:
    Profile(QString directory, std::unique_ptr<ProfileLock> lock, std::unique_ptr<Database> database);
    Result<> countStart();

    QString m_directory;
    std::unique_ptr<ProfileLock> m_lock;
    std::unique_ptr<Database> m_database;
    SessionStore m_session;
    RevocationStore m_revocations;
};

} // namespace core
