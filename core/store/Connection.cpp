#include "core/store/Connection.h"

#include "core/base/Log.h"

#include <QFile>

#include <sqlite3.h>
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

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString& file)
{
    std::unique_ptr<Connection> connection(new Connection);
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(QFile::encodeName(file).constData(), &connection->m_handle, flags, nullptr) != SQLITE_OK)
        return std::unexpected(connection->lastError());
    return connection;
}

Connection::~Connection()
{
    sqlite3_finalize(m_probe);
    for (const auto& [sql, statement] : m_free)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle); // the last one moves the write-ahead log into the file and removes it
}

Result<Connection::Taken> Connection::take(std::string_view sql)
{
    if (const auto known = m_free.find(sql); known != m_free.end() && known->second)
        return Taken{.statement = std::exchange(known->second, nullptr), .cached = true};
    const bool first = !m_free.contains(sql); // a nested use of the same text prepares another
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), first ? SQLITE_PREPARE_PERSISTENT : 0, &statement,
                           nullptr) != SQLITE_OK)
        return std::unexpected(lastError());
    if (first)
        m_free.emplace(sql, nullptr);
    return Taken{.statement = statement, .cached = first};
}

void Connection::giveBack(sqlite3_stmt* statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    const auto known = m_free.find(std::string_view(sqlite3_sql(statement)));
    if (known != m_free.end() && !known->second)
        known->second = statement;
    else
        sqlite3_finalize(statement);
}

Error Connection::lastError() const
{
    int code = sqlite3_extended_errcode(m_handle);
    // Once SQLCipher has met a damaged page it answers every further read with this code, without words of its own.
    if (code == SQLITE_ERROR && std::string_view(sqlite3_errmsg(m_handle)) == sqlite3_errstr(SQLITE_ERROR))
        code = SQLITE_CORRUPT;
    qCWarning(logStore, "database error %d", code); // the message could name values
    return {.code = codeFor(code), .detail = QString::number(code), .errcode = {}, .retryAfter = {}};
}

bool Connection::isSound()
{
    if (!m_probe && sqlite3_prepare_v3(m_handle, "SELECT 1 FROM sqlite_master LIMIT 1", -1, SQLITE_PREPARE_PERSISTENT, &m_probe,
                                       nullptr) != SQLITE_OK)
        return false;
    const int read = sqlite3_step(m_probe);
    sqlite3_reset(m_probe);
    return read == SQLITE_ROW || read == SQLITE_DONE;
}

} // namespace core
