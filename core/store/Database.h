#pragma once

#include "core/base/Result.h"
#include "core/store/Schema.h"
#include "core/store/Statement.h"
#include "crypto/SecretBytes.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace core {

class Connection;

/// One encrypted database file (SQLCipher), open for this connection alone until it is destroyed (S-17).
///
/// Thread: the one it was opened in. Everything is fail closed: a library without encryption, a wrong key or a damaged first
/// page give an error and leave the file as it is (S-91, S-96). Nobody but the owner may read the file (S-103).
/// What was committed survives a power cut; the file is looked through after an exit that did not close it.
class Database {
public:
    /// Opens or creates the file in an existing folder. `key`: 32 bytes, used as raw key (S-93).
    /// `migrations`: one more for each `user_version`; a step that fails leaves the file at the version before (S-104).
    /// Errors: StorageDamaged (wrong key or damaged), StorageNewer, ProfileInUse (another connection has it), Storage,
    /// StorageFull.
    static Result<std::unique_ptr<Database>> open(const QString& file, const crypto::SecretBytes& key,
                                                  const std::vector<QByteArray>& migrations = schemaMigrations());
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Prepared once a text; `sql` must be a literal or live as long as the database.
    Result<Statement> prepare(std::string_view sql);

    /// Runs a statement that returns no rows.
    template <typename... Arguments>
    Result<> run(std::string_view sql, const Arguments&... arguments)
    {
        return each(sql, [](const Statement&) {}, arguments...);
    }

    /// Calls `row` for each row.
    template <typename Row, typename... Arguments>
    Result<> each(std::string_view sql, Row row, const Arguments&... arguments)
    {
        auto statement = prepare(sql);
        if (!statement)
            return std::unexpected(statement.error());
        (statement->bind(arguments), ...);
        for (;;) {
            const auto more = statement->step();
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                return {};
            row(static_cast<const Statement&>(*statement));
        }
    }

    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 changes() const;

    /// 32 bytes for sealing the values of one kind (S-94), derived from the database key: another one for each purpose.
    [[nodiscard]] crypto::SecretBytes sealingKey(std::string_view purpose) const;

private:
    friend class Transaction;
    explicit Database(std::unique_ptr<Connection> connection);
    Result<> unlock(const crypto::SecretBytes& key);
    Result<> configure();
    [[nodiscard]] bool isPlainText() const;
    Result<> check();
    Result<> migrate(const std::vector<QByteArray>& migrations);

    std::unique_ptr<Connection> m_connection;
    int m_depth = 0; ///< of open transactions
    crypto::SecretBytes m_sealingRoot;
};

/// Everything between begin and commit is written together or not at all. Nested ones are savepoints of the outer one.
/// Rolls back when destroyed without commit. After an error that ended the outer one, every statement fails until it is gone.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    Result<> commit();

private:
    Transaction(Database& database, int level);
    Database* m_database;
    int m_level;
};

} // namespace core
