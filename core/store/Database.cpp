#include "core/store/Database.h"

#include "core/base/Log.h"
#include "crypto/Hash.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <sqlite3.h>
#include <unordered_map>
#include <utility>

namespace core {

namespace {

ErrorCode codeFor(int result)
{
    switch (result & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::StorageFull;
    case SQLITE_BUSY:
        return ErrorCode::ProfileInUse;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ErrorCode::StorageDamaged;
    default:
        return ErrorCode::Storage;
    }
}

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

struct Database::Private {
    sqlite3* handle = nullptr;
    std::unordered_map<std::string_view, sqlite3_stmt*> cache; // free statements by text
    int depth = 0;                                             // of open transactions
};

Statement::Statement(Database& database, sqlite3_stmt* statement, bool cached)
    : m_database(database)
    , m_statement(statement)
    , m_cached(cached)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_cached(other.m_cached)
    , m_bound(other.m_bound)
{
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    if (m_cached)
        m_database.giveBack(m_statement);
    else
        sqlite3_finalize(m_statement);
}

void Statement::bind(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_bound, value);
}
void Statement::bind(std::string_view text)
{
    sqlite3_bind_text(m_statement, ++m_bound, text.data() ? text.data() : "", static_cast<int>(text.size()), SQLITE_STATIC);
}
void Statement::bind(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(m_statement, ++m_bound, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}
void Statement::bind(const QByteArray& blob)
{
    if (blob.isNull())
        return bind(nullptr);
    bind(QByteArrayView(blob));
}
void Statement::bind(QByteArrayView blob)
{
    sqlite3_bind_blob(m_statement, ++m_bound, blob.isEmpty() ? "" : blob.data(), static_cast<int>(blob.size()), SQLITE_STATIC);
}
void Statement::bind(std::nullptr_t)
{
    sqlite3_bind_null(m_statement, ++m_bound);
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return std::unexpected(m_database.lastError());
    }
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}
bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
std::string_view Statement::view(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char*>(data), static_cast<size_t>(sqlite3_column_bytes(m_statement, column))};
}
QString Statement::text(int column) const
{
    const auto bytes = view(column);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}
QByteArray Statement::blob(int column) const
{
    if (isNull(column))
        return {};
    const auto bytes = view(column);
    return bytes.empty() ? QByteArray("") : QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

Database::Database()
    : d(std::make_unique<Private>())
{
}

Database::~Database()
{
    for (const auto& [sql, statement] : d->cache)
        sqlite3_finalize(statement);
    sqlite3_close_v2(d->handle); // the last one moves the write-ahead log into the file and removes it
}

// The order is that of security 5.2: nothing is read or written before the key is there and the library is known to encrypt.
Result<std::unique_ptr<Database>> Database::open(const QString& file, const crypto::SecretBytes& key,
                                                 const std::vector<QByteArray>& migrations)
{
    if (const auto made = makePrivate(file); !made)
        return std::unexpected(made.error());
    const bool suspicious = wasLeftOpen(file);
    std::unique_ptr<Database> database(new Database);
    if (const auto connected = database->connect(file, key); !connected)
        return std::unexpected(connected.error());
    if (const auto configured = database->configure(); !configured)
        return std::unexpected(configured.error());
    if (const auto checked = suspicious ? database->check() : Result<>(); !checked)
        return std::unexpected(checked.error());
    if (const auto migrated = database->migrate(migrations); !migrated)
        return std::unexpected(migrated.error());
    return database;
}

Result<> Database::connect(const QString& file, const crypto::SecretBytes& key)
{
    if (key.size() != 32)
        return fail(ErrorCode::Storage, QStringLiteral("the database key has another length"));
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(QFile::encodeName(file).constData(), &d->handle, flags, nullptr) != SQLITE_OK)
        return std::unexpected(lastError());
    if (const auto quiet = run("PRAGMA cipher_log_level=NONE"); !quiet)
        return quiet;
    const auto text = rawKey(key);
    if (sqlite3_key_v2(d->handle, "main", text.data(), static_cast<int>(text.size())) != SQLITE_OK)
        return std::unexpected(lastError());
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_busy_timeout(d->handle, 1000);

    // S-91: fail closed. Without SQLCipher behind the symbols there is no cipher_version.
    bool encrypted = false;
    const auto asked = each("PRAGMA cipher_version", [&](const Statement& row) { encrypted = !row.view(0).empty(); });
    if (!asked || !encrypted || sqlite3_libversion_number() != SQLITE_VERSION_NUMBER)
        return fail(ErrorCode::Storage, QStringLiteral("the database library does not encrypt"));
    // The lock stays from the first read to the end, and the index of the write-ahead log needs no file.
    if (const auto exclusive = run("PRAGMA locking_mode=EXCLUSIVE"); !exclusive)
        return exclusive;
    // The first read proves the key. Without the right one nothing is written, not even what the write-ahead log holds (S-96).
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (const auto proven = run("SELECT count(*) FROM sqlite_master"); !proven)
        return proven;
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
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
    if (sqlite3_file_control(d->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods)
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
        if (sqlite3_exec(d->handle, script.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return std::unexpected(lastError());
        if (const auto committed = transaction->commit(); !committed)
            return committed;
    }
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    if (const auto known = d->cache.find(sql); known != d->cache.end() && known->second) {
        auto* statement = std::exchange(known->second, nullptr); // taken; a nested use of the same text prepares another
        return Statement(*this, statement, true);
    }
    const bool first = !d->cache.contains(sql);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(d->handle, sql.data(), static_cast<int>(sql.size()), first ? SQLITE_PREPARE_PERSISTENT : 0, &statement,
                           nullptr) != SQLITE_OK)
        return std::unexpected(lastError());
    if (first)
        d->cache.emplace(sql, nullptr);
    return Statement(*this, statement, first);
}

void Database::giveBack(sqlite3_stmt* statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    const auto known = d->cache.find(std::string_view(sqlite3_sql(statement)));
    if (known != d->cache.end() && !known->second)
        known->second = statement;
    else
        sqlite3_finalize(statement);
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(d->handle);
}

qint64 Database::changes() const
{
    return sqlite3_changes64(d->handle);
}

crypto::SecretBytes Database::sealingKey(std::string_view purpose) const
{
    return crypto::hkdfSha256(m_sealingRoot, {}, {purpose.data(), static_cast<qsizetype>(purpose.size())}, 32);
}

Error Database::lastError() const
{
    const int code = sqlite3_extended_errcode(d->handle);
    qCWarning(logStore, "database error %d", code); // the message could name values
    return {.code = codeFor(code), .detail = QString::number(code), .errcode = {}, .retryAfter = {}};
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
    const int level = database.d->depth;
    if (level >= maximumDepth)
        return fail(ErrorCode::Storage, QStringLiteral("transactions are nested too deeply"));
    if (const auto begun = database.run(beginTexts[level]); !begun)
        return std::unexpected(begun.error());
    ++database.d->depth;
    return Transaction(database, level);
}

Result<> Transaction::commit()
{
    if (const auto done = m_database->run(commitTexts[m_level]); !done)
        return done; // stays open: the destructor rolls back
    --m_database->d->depth;
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
    --m_database->d->depth;
}

} // namespace core
