#include "core/store/Database.h"

#include "core/store/Connection.h"
#include "crypto/Hash.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <sqlite3.h>
#include <utility>

namespace core {

namespace {

// x'<64 hex>': anything else would be taken as a pass phrase and stretched for seconds.
crypto::SecretBytes rawKey(const crypto::SecretBytes& key)
{
    static constexpr char hex[] = "0123456789abcdef";
    crypto::SecretBytes text(3 + 2 * key.size());
    unsigned char* out = text.data();
    *out++ = 'x';
    *out++ = '\'';
    for (const unsigned char byte : key.view()) {
        *out++ = static_cast<unsigned char>(hex[byte >> 4]);
        *out++ = static_cast<unsigned char>(hex[byte & 0xf]);
    }
    *out = '\'';
    return text;
}

// S-92, S-95.
constexpr std::string_view settings[] = {
    "PRAGMA journal_mode=WAL",  "PRAGMA synchronous=FULL",        "PRAGMA temp_store=MEMORY", "PRAGMA trusted_schema=OFF",
    "PRAGMA mmap_size=0",       "PRAGMA foreign_keys=ON",         "PRAGMA secure_delete=ON",  "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-16384", "PRAGMA wal_autocheckpoint=1000",
};

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// SQLite would make the file readable for others; its journal gets the permissions of the file (S-103).
Result<> makePrivate(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite | QIODevice::NewOnly, ownerOnly))
        return {};
    if (!file.exists() || !file.setPermissions(ownerOnly))
        return fail(ErrorCode::Storage, QStringLiteral("the database file cannot be made"));
    return {};
}

// The write-ahead log goes when the last connection is closed.
bool wasLeftOpen(const QString& file)
{
    return QFileInfo(file + QStringLiteral("-wal")).size() > 0;
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

Database::~Database() = default;

// Nothing is read or written before the key is there and the library is known to encrypt.
Result<std::unique_ptr<Database>> Database::open(const QString& file, const crypto::SecretBytes& key,
                                                 const std::vector<QByteArray>& migrations)
{
    if (const auto made = makePrivate(file); !made)
        return std::unexpected(made.error());
    const bool suspicious = wasLeftOpen(file);
    auto connection = Connection::open(file);
    if (!connection)
        return std::unexpected(connection.error());
    std::unique_ptr<Database> database(new Database(std::move(*connection)));
    if (const auto unlocked = database->unlock(key); !unlocked)
        return std::unexpected(unlocked.error());
    if (const auto configured = database->configure(); !configured)
        return std::unexpected(configured.error());
    if (const auto checked = suspicious ? database->check() : Result<>(); !checked)
        return std::unexpected(checked.error());
    sqlite3_db_config(database->m_connection->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    if (const auto migrated = database->migrate(migrations); !migrated)
        return std::unexpected(migrated.error());
    return database;
}

Result<> Database::unlock(const crypto::SecretBytes& key)
{
    if (key.size() != 32)
        return fail(ErrorCode::Storage, QStringLiteral("the database key has another length"));
    auto* handle = m_connection->handle();
    if (const auto quiet = run("PRAGMA cipher_log_level=NONE"); !quiet)
        return quiet;
    const auto text = rawKey(key);
    if (sqlite3_key_v2(handle, "main", text.data(), static_cast<int>(text.size())) != SQLITE_OK)
        return std::unexpected(m_connection->lastError());
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_busy_timeout(handle, 1000);

    // S-91: fail closed. Without SQLCipher behind the symbols there is no cipher_version.
    bool encrypted = false;
    const auto asked = each("PRAGMA cipher_version", [&](const Statement& row) { encrypted = !row.view(0).empty(); });
    if (!asked || !encrypted || sqlite3_libversion_number() != SQLITE_VERSION_NUMBER)
        return fail(ErrorCode::Storage, QStringLiteral("the database library does not encrypt"));
    // The lock stays from the first read to the end, and the index of the write-ahead log needs no file.
    if (const auto exclusive = run("PRAGMA locking_mode=EXCLUSIVE"); !exclusive)
        return exclusive;
    // The first read proves the key. Until all is well nothing is moved out of the write-ahead log (S-96).
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (const auto proven = run("SELECT count(*) FROM sqlite_master"); !proven)
        return proven;
    m_sealingRoot = crypto::hkdfSha256(key, {}, "tim row sealing v1", 32);
    return {};
}

Result<> Database::configure()
{
    for (const auto sql : settings) {
        if (const auto set = run(sql); !set)
            return set;
    }
    if (isPlainText())
        return fail(ErrorCode::Storage, QStringLiteral("the database file is not encrypted"));
    return {};
}

// Reads the file through SQLite's own handle, below the encryption: closing another one would give up the lock (POSIX).
bool Database::isPlainText() const
{
    sqlite3_file* file = nullptr;
    std::array<char, 16> head{};
    if (sqlite3_file_control(m_connection->handle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)) != SQLITE_OK ||
        !file || !file->pMethods)
        return true;
    const int read = file->pMethods->xRead(file, head.data(), static_cast<int>(head.size()), 0);
    return read != SQLITE_OK || std::string_view(head.data(), head.size()).starts_with("SQLite format 3");
}

Result<> Database::check()
{
    bool sound = false;
    const auto checked = each("PRAGMA quick_check(1)", [&](const Statement& row) { sound = row.view(0) == "ok"; });
    if (checked && !sound)
        return fail(ErrorCode::StorageDamaged, QStringLiteral("the database was not closed and is damaged"));
    return checked;
}

Result<> Database::migrate(const std::vector<QByteArray>& migrations)
{
    qint64 version = 0;
    if (const auto read = each("PRAGMA user_version", [&](const Statement& row) { version = row.integer(0); }); !read)
        return read;
    if (version > static_cast<qint64>(migrations.size()))
        return fail(ErrorCode::StorageNewer);
    for (auto next = static_cast<size_t>(version); next < migrations.size(); ++next) {
        auto transaction = Transaction::begin(*this);
        if (!transaction)
            return std::unexpected(transaction.error());
        const QByteArray script = migrations[next] + ";PRAGMA user_version=" + QByteArray::number(qint64(next) + 1);
        if (sqlite3_exec(m_connection->handle(), script.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return std::unexpected(m_connection->lastError());
        if (const auto committed = transaction->commit(); !committed)
            return committed;
    }
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    // SQLite takes back the whole transaction by itself, for instance when the disk is full. What comes behind would be written
    // as if there had been none.
    if (m_depth > 0 && sqlite3_get_autocommit(m_connection->handle()) != 0)
        return fail(ErrorCode::Storage, QStringLiteral("the transaction has ended"));
    const auto taken = m_connection->take(sql);
    if (!taken)
        return std::unexpected(taken.error());
    return Statement(*m_connection, taken->statement, taken->cached);
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_connection->handle());
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_connection->handle());
}

crypto::SecretBytes Database::sealingKey(std::string_view purpose) const
{
    return crypto::hkdfSha256(m_sealingRoot, {}, {purpose.data(), static_cast<qsizetype>(purpose.size())}, 32);
}

namespace {
// Statement texts per depth: literals, so that they are cached.
constexpr int maximumDepth = 6;
constexpr std::string_view beginTexts[maximumDepth] = {"BEGIN IMMEDIATE", "SAVEPOINT s1", "SAVEPOINT s2",
                                                       "SAVEPOINT s3",    "SAVEPOINT s4", "SAVEPOINT s5"};
constexpr std::string_view commitTexts[maximumDepth] = {"COMMIT",     "RELEASE s1", "RELEASE s2",
                                                        "RELEASE s3", "RELEASE s4", "RELEASE s5"};
constexpr std::string_view rollbackTexts[maximumDepth] = {"ROLLBACK",       "ROLLBACK TO s1", "ROLLBACK TO s2",
                                                          "ROLLBACK TO s3", "ROLLBACK TO s4", "ROLLBACK TO s5"};
} // namespace

Transaction::Transaction(Database& database, int level)
    : m_database(&database)
    , m_level(level)
{
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_level(other.m_level)
{
}

Result<Transaction> Transaction::begin(Database& database)
{
    const int level = database.m_depth;
    if (level >= maximumDepth)
        return fail(ErrorCode::Storage, QStringLiteral("transactions are nested too deeply"));
    if (const auto begun = database.run(beginTexts[level]); !begun)
        return std::unexpected(begun.error());
    ++database.m_depth;
    return Transaction(database, level);
}

Result<> Transaction::commit()
{
    if (const auto done = m_database->run(commitTexts[m_level]); !done)
        return done; // stays open: the destructor rolls back
    --m_database->m_depth;
    m_database = nullptr;
    return {};
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    (void)m_database->run(rollbackTexts[m_level]);
    if (m_level > 0)
        (void)m_database->run(commitTexts[m_level]); // a savepoint stays on the stack until it is released
    --m_database->m_depth;
}

} // namespace core
