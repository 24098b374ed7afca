#include "core/store/Statement.h"

#include "core/store/Connection.h"

#include <sqlite3.h>
#include <utility>

namespace core {

Statement::Statement(Connection& connection, sqlite3_stmt* statement, bool cached)
    : m_connection(connection)
    , m_statement(statement)
    , m_cached(cached)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection)
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
        m_connection.giveBack(m_statement);
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
        if (mayHaveOverflowed() && !m_connection.isSound())
            return fail(ErrorCode::StorageDamaged, QStringLiteral("a page is damaged"));
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return std::unexpected(m_connection.lastError());
    }
}

// A row that is too large for its page goes on in others.
bool Statement::mayHaveOverflowed() const
{
    constexpr int largestInPage = 900; // of a table without row ids, the least of them
    int size = 0;
    for (int column = 0; column < sqlite3_data_count(m_statement); ++column) {
        const int type = sqlite3_column_type(m_statement, column);
        if (type == SQLITE_BLOB || type == SQLITE_TEXT)
            size += sqlite3_column_bytes(m_statement, column);
    }
    return size > largestInPage;
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

} // namespace core
