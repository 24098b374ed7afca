#include "core/store/Database.h"
#include "tests/support/TemporaryDatabase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>
#include <map>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

void damage(const QString& path, qsizetype offset)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    const char byte = file.read(1).at(0);
    REQUIRE(file.seek(offset));
    REQUIRE(file.write(QByteArray(1, static_cast<char>(byte ^ 0x55))) == 1);
}

QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> files;
    const QDir dir(folder);
    for (const auto& name : dir.entryList(QDir::Files))
        files.insert(name, contentOf(dir.filePath(name)));
    return files;
}

// Name and hash of each.
std::map<std::string, std::string> stateOf(const QString& folder)
{
    std::map<std::string, std::string> state;
    const auto files = filesIn(folder);
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        state[it.key().toStdString()] = QCryptographicHash::hash(*it, QCryptographicHash::Sha256).toHex().toStdString();
    return state;
}

ErrorCode failureOf(const QString& file, const crypto::SecretBytes& key = TemporaryDatabase::key())
{
    const auto database = Database::open(file, key);
    REQUIRE_FALSE(database);
    return database.error().code;
}

qint64 number(Database& database, std::string_view sql)
{
    qint64 number = -1;
    REQUIRE(database.each(sql, [&](const Statement& row) { number = row.integer(0); }));
    return number;
}

QString setting(Database& database, std::string_view sql)
{
    QString text;
    REQUIRE(database.each(sql, [&](const Statement& row) { text = row.text(0); }));
    return text;
}

Result<> remember(Database& database, std::string_view key)
{
    return database.run("INSERT INTO values_by_key (key, value) VALUES (?, x'')", key);
}

qint64 rows(Database& database)
{
    return number(database, "SELECT count(*) FROM values_by_key");
}

} // namespace

TEST_CASE("nothing that is stored can be read in the files, also while the database is open", "[store]")
{
    TemporaryDatabase database;
    const QByteArray marker = "a marker that nobody may find";
    for (int i = 0; i < 2000; ++i) {
        const auto type = "type" + std::to_string(i);
        REQUIRE(
            database->run("INSERT INTO account_data (type, json) VALUES (?, ?)", std::string_view(type), QByteArrayView(marker)));
    }
    const auto open = filesIn(database.folder());
    CHECK(open.contains(u"store.db-wal"_s));
    database.close();
    const auto closed = filesIn(database.folder());
    CHECK(closed.keys() == QStringList{u"store.db"_s});
    for (const auto& content : open.values() + closed.values()) {
        CHECK(content.size() > 4096);
        CHECK_FALSE(content.contains(marker));
        CHECK_FALSE(content.contains("account_data"));
        CHECK_FALSE(content.contains("SQLite format 3"));
    }
}

TEST_CASE("a sort that does not fit into memory leaves no readable temporary file", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(database->run("PRAGMA cache_size=10"));
    REQUIRE(database->run("CREATE TABLE big (text TEXT)"));
    REQUIRE(database->run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
                          "INSERT INTO big SELECT 'marker' || hex(randomblob(60)) FROM n"));
    const QRegularExpression temporary(u"etilqs|sqlite|scratch"_s);
    bool first = true;
    REQUIRE(database->each("SELECT text FROM big ORDER BY text", [&](const Statement&) {
        if (!std::exchange(first, false))
            return;
        // SQLite deletes such files at once: they show only among the open ones.
        for (const auto& open : QDir(u"/proc/self/fd"_s).entryInfoList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System))
            CHECK_FALSE(open.symLinkTarget().contains(temporary));
    }));
    CHECK_FALSE(first);
}

TEST_CASE("every connection has the settings that keep it safe", "[store]")
{
    TemporaryDatabase database;
    for (int start = 0; start < 2; ++start) {
        CHECK_FALSE(setting(*database, "PRAGMA cipher_version").isEmpty());
        CHECK(setting(*database, "PRAGMA journal_mode") == u"wal");
        CHECK(setting(*database, "PRAGMA locking_mode") == u"exclusive");
        CHECK(number(*database, "PRAGMA synchronous") == 2);
        CHECK(number(*database, "PRAGMA temp_store") == 2);
        CHECK(number(*database, "PRAGMA secure_delete") == 1);
        CHECK(number(*database, "PRAGMA foreign_keys") == 1);
        CHECK(number(*database, "PRAGMA trusted_schema") == 0);
        CHECK(number(*database, "PRAGMA cell_size_check") == 1);
        CHECK_FALSE(database->run("UPDATE sqlite_master SET sql = ''")); // defensive
        CHECK_FALSE(database->run("SELECT load_extension('x')"));
        database.reopen();
    }
}

TEST_CASE("only the owner may read the files", "[store]")
{
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    TemporaryDatabase database;
    REQUIRE(remember(*database, "x"));
    const auto files = QDir(database.folder()).entryInfoList(QDir::Files);
    CHECK(files.size() == 2);
    for (const auto& file : files)
        CHECK_FALSE(file.permissions() & others);

    database.close();
    REQUIRE(QFile::setPermissions(database.file(), QFile::permissions(database.file()) | QFileDevice::ReadOther));
    database.reopen();
    CHECK_FALSE(QFile::permissions(database.file()) & others);
}

TEST_CASE("a wrong key or a damaged first page is told and changes nothing", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(remember(*database, "x"));
    const auto wrong = crypto::SecretBytes::fromBytes(QByteArray(32, 'w'));

    SECTION("in a file that was closed")
    {
        database.close();
        const auto before = stateOf(database.folder());
        CHECK(failureOf(database.file(), wrong) == ErrorCode::StorageDamaged);
        CHECK(stateOf(database.folder()) == before);

        damage(database.file(), 100);
        const auto damaged = stateOf(database.folder());
        CHECK(failureOf(database.file()) == ErrorCode::StorageDamaged);
        CHECK(stateOf(database.folder()) == damaged);
    }
    SECTION("in one whose last writes are still in the write-ahead log")
    {
        const QDir folder(database.folder());
        REQUIRE(folder.mkdir(u"copy"_s));
        for (const auto& name : folder.entryList(QDir::Files))
            REQUIRE(QFile::copy(folder.filePath(name), folder.filePath(u"copy/"_s + name)));
        const auto before = stateOf(folder.filePath(u"copy"_s));
        CHECK(before.size() == 2);
        CHECK(failureOf(folder.filePath(u"copy/store.db"_s), wrong) == ErrorCode::StorageDamaged);
        CHECK(stateOf(folder.filePath(u"copy"_s)) == before);
    }
}

TEST_CASE("a key of another length, a missing folder and a file in clear are refused", "[store]")
{
    TemporaryDatabase database;
    database.close();
    const auto before = stateOf(database.folder());
    for (const qsizetype size : {0, 16, 31, 33, 64})
        CHECK(failureOf(database.file(), crypto::SecretBytes::fromBytes(QByteArray(size, 'k'))) == ErrorCode::Storage);
    CHECK(stateOf(database.folder()) == before);
    CHECK(failureOf(QDir(database.folder()).filePath(u"nowhere/store.db"_s)) == ErrorCode::Storage);

    const auto clear = QDir(database.folder()).filePath(u"clear.db"_s);
    const QByteArray head = QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
    write(clear, head);
    CHECK(failureOf(clear) == ErrorCode::StorageDamaged);
    CHECK(contentOf(clear) == head);
}

TEST_CASE("a second connection is refused while the first is open", "[store]")
{
    TemporaryDatabase database;
    CHECK(failureOf(database.file()) == ErrorCode::ProfileInUse);
    REQUIRE(remember(*database, "x"));
    CHECK(failureOf(database.file()) == ErrorCode::ProfileInUse);
    database.reopen();
    CHECK(rows(*database) == 1);
}

TEST_CASE("damage in the middle of the file is noticed", "[store]")
{
    TemporaryDatabase database;
    for (int i = 0; i < 200; ++i) {
        const auto type = "type" + std::to_string(i);
        REQUIRE(database->run("INSERT INTO account_data (type, json) VALUES (?, ?)", std::string_view(type),
                              QByteArrayView(QByteArray(2000, 'x'))));
    }
    database.close();
    const auto pages = QFileInfo(database.file()).size() / 4096;
    REQUIRE(pages > 60);
    damage(database.file(), (pages - 10) * 4096 + 1000);

    SECTION("by whoever reads the page")
    {
        database.reopen();
        const auto read = database->each("SELECT json FROM account_data", [](const Statement&) {});
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::StorageDamaged);
    }
    SECTION("when opening, if the last run did not close the file")
    {
        write(database.file() + u"-wal"_s, "left behind");
        CHECK(failureOf(database.file()) == ErrorCode::StorageDamaged);
    }
}

TEST_CASE("damage in the part of a large row that lies outside its page is noticed", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(database->run("CREATE TABLE large (x BLOB)"));
    REQUIRE(database->run("INSERT INTO large VALUES (hex(randomblob(2500)))"));
    const qint64 pages = number(*database, "PRAGMA page_count");
    database.close();
    damage(database.file(), (pages - 1) * 4096 + 1000);
    database.reopen();
    const auto read = database->each("SELECT x FROM large", [](const Statement&) {});
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::StorageDamaged);
}

TEST_CASE("an undamaged file opens after an unclean exit with all that was committed", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(remember(*database, "committed"));
    const auto transaction = Transaction::begin(*database);
    REQUIRE(transaction);
    REQUIRE(remember(*database, "not committed"));
    const auto later = database.killed();
    CHECK(rows(**later) == 1);
}

TEST_CASE("migrations run once, in order, each whole or not at all", "[store]")
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"store.db"_s);
    const auto open = [&](const std::vector<QByteArray>& migrations) {
        return Database::open(file, TemporaryDatabase::key(), migrations);
    };
    const QByteArray first = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)";
    const QByteArray second = "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO b SELECT x + 1 FROM a";
    const QByteArray broken = "CREATE TABLE c (x INTEGER) STRICT; INSERT INTO a VALUES (2); INSERT INTO nowhere VALUES (1)";

    REQUIRE(open({first}));
    CHECK_FALSE(open({first, second, broken}));
    {
        const auto database = open({first, second}); // the broken one left nothing behind
        REQUIRE(database);
        CHECK(number(**database, "SELECT sum(x) FROM a") == 1);
        CHECK(number(**database, "SELECT sum(x) FROM b") == 2);
        CHECK(number(**database, "PRAGMA user_version") == 2);
        CHECK(number(**database, "SELECT count(*) FROM sqlite_master") == 2);
    }
    const auto older = open({first});
    REQUIRE_FALSE(older);
    CHECK(older.error().code == ErrorCode::StorageNewer);
    CHECK(open({first, second}));
}

TEST_CASE("the file of a newer version is refused and stays as it is", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(database->run("PRAGMA user_version=99"));
    database.close();
    const auto before = stateOf(database.folder());
    CHECK(failureOf(database.file()) == ErrorCode::StorageNewer);
    CHECK(stateOf(database.folder()) == before);
}

TEST_CASE("an inner transaction that is not committed takes back only its own writes", "[store]")
{
    TemporaryDatabase database;
    auto outer = Transaction::begin(*database);
    REQUIRE(outer);
    REQUIRE(remember(*database, "outer"));
    {
        const auto inner = Transaction::begin(*database);
        REQUIRE(inner);
        REQUIRE(remember(*database, "lost"));
    }
    {
        auto inner = Transaction::begin(*database);
        REQUIRE(inner);
        REQUIRE(remember(*database, "kept"));
        {
            auto innermost = Transaction::begin(*database);
            REQUIRE(innermost);
            REQUIRE(remember(*database, "kept too"));
            REQUIRE(innermost->commit());
        }
        REQUIRE(inner->commit());
    }
    REQUIRE(outer->commit());
    database.reopen();
    CHECK(setting(*database, "SELECT group_concat(key) FROM (SELECT key FROM values_by_key ORDER BY key)") ==
          u"kept,kept too,outer");
}

TEST_CASE("an outer transaction that is not committed takes back the inner ones too", "[store]")
{
    TemporaryDatabase database;
    {
        const auto outer = Transaction::begin(*database);
        REQUIRE(outer);
        auto inner = Transaction::begin(*database);
        REQUIRE(inner);
        REQUIRE(remember(*database, "inner"));
        REQUIRE(inner->commit());
    }
    CHECK(rows(*database) == 0);
    CHECK(remember(*database, "after"));
}

TEST_CASE("transactions nested without end are refused and those around them still work", "[store]")
{
    TemporaryDatabase database;
    std::vector<Transaction> open;
    for (;;) {
        auto next = Transaction::begin(*database);
        if (!next) {
            CHECK(next.error().code == ErrorCode::Storage);
            break;
        }
        open.push_back(std::move(*next));
        REQUIRE(open.size() < 100);
    }
    CHECK(open.size() >= 4);
    REQUIRE(remember(*database, "x"));
    while (!open.empty()) {
        REQUIRE(open.back().commit());
        open.pop_back();
    }
    database.reopen();
    CHECK(rows(*database) == 1);
}

TEST_CASE("killed after any statement, a transaction is there whole or not at all", "[store]")
{
    TemporaryDatabase database;
    constexpr int writes = 6;
    auto transaction = Transaction::begin(*database);
    REQUIRE(transaction);
    for (int i = 0; i < writes; ++i) {
        REQUIRE(remember(*database, std::to_string(i)));
        CHECK(rows(**database.killed()) == 0);
    }
    REQUIRE(transaction->commit());
    CHECK(rows(**database.killed()) == writes);
}

TEST_CASE("a transaction larger than the page cache can still be taken back, and killed", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(database->run("PRAGMA cache_size=10")); // pages go into the write-ahead log before the commit
    {
        const auto transaction = Transaction::begin(*database);
        REQUIRE(transaction);
        REQUIRE(database->run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                              "INSERT INTO values_by_key SELECT 'key' || i, randomblob(500) FROM n"));
        CHECK(QFileInfo(database.file() + u"-wal"_s).size() > 1000 * 500);
        CHECK(rows(**database.killed()) == 0);
    }
    CHECK(rows(*database) == 0);
}

TEST_CASE("after an error that ended the whole transaction nothing more is written as part of it", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(database->run("PRAGMA max_page_count=1")); // SQLite takes the present size as the least
    {
        auto outer = Transaction::begin(*database);
        REQUIRE(outer);
        REQUIRE(remember(*database, "before"));
        auto inner = Transaction::begin(*database);
        REQUIRE(inner);
        CHECK(database->run("INSERT INTO values_by_key VALUES ('big', randomblob(1000000))").error().code ==
              ErrorCode::StorageFull);
        CHECK_FALSE(remember(*database, "after"));
        CHECK_FALSE(inner->commit());
        CHECK_FALSE(outer->commit());
    }
    CHECK(rows(*database) == 0);
    CHECK(remember(*database, "later"));
}

TEST_CASE("the same statement can run inside itself", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(remember(*database, "a"));
    REQUIRE(remember(*database, "b"));
    int seen = 0;
    REQUIRE(database->each("SELECT key FROM values_by_key", [&](const Statement&) {
        CHECK(database->each("SELECT key FROM values_by_key", [&](const Statement&) { ++seen; }));
    }));
    CHECK(seen == 4);
}

TEST_CASE("null, empty and binary values come back as they were", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(database->run("CREATE TABLE v (a BLOB, b BLOB, c BLOB, d TEXT, e TEXT, f INTEGER, g INTEGER) STRICT"));
    const QByteArray binary("a\0b\xff", 4);
    REQUIRE(database->run("INSERT INTO v VALUES (?, ?, ?, ?, ?, ?, ?)", QByteArray(), QByteArray(""), binary, u"Ärzte\0in"_s,
                          std::optional<std::string_view>(), qint64(1) << 62, std::optional<qint64>(-1)));
    int read = 0;
    REQUIRE(database->each("SELECT * FROM v", [&](const Statement& row) {
        ++read;
        CHECK(row.isNull(0));
        CHECK(row.blob(0).isNull());
        CHECK_FALSE(row.blob(1).isNull());
        CHECK(row.blob(1).isEmpty());
        CHECK(row.blob(2) == binary);
        CHECK(row.text(3) == u"Ärzte\0in"_s);
        CHECK(row.isNull(4));
        CHECK(row.integer(5) == qint64(1) << 62);
        CHECK(row.integer(6) == -1);
    }));
    CHECK(read == 1);
}

TEST_CASE("a full disk is told as such, and what was there stays", "[store]")
{
    TemporaryDatabase database;
    REQUIRE(remember(*database, "x"));
    REQUIRE(database->run("PRAGMA max_page_count=1")); // SQLite takes the present size as the least
    const auto written = database->run("INSERT INTO values_by_key VALUES ('big', randomblob(1000000))");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::StorageFull);
    database.reopen();
    CHECK(rows(*database) == 1);
}
