#include "core/store/AccountDataStore.h"

#include "core/store/Rows.h"

namespace core {

AccountDataStore::AccountDataStore(Database& database)
    : m_database(database)
{
}

Result<QByteArray> AccountDataStore::content(std::string_view type)
{
    QByteArray content;
    const auto read = m_database.each(
        "SELECT json FROM account_data WHERE type = ?", [&](const Statement& row) { content = row.blob(0); }, type);
    if (!read)
        return std::unexpected(read.error());
    return content;
}

Result<QStringList> AccountDataStore::types(const QString& prefix)
{
    QStringList types;
    const auto read = m_database.each(
        "SELECT type FROM account_data WHERE substr(type, 1, ?) = ?", [&](const Statement& row) { types.append(row.text(0)); },
        qint64(prefix.size()), prefix);
    if (!read)
        return std::unexpected(read.error());
    return types;
}

Result<> AccountDataStore::save(std::string_view type, std::string_view content)
{
    return m_database.run("INSERT OR REPLACE INTO account_data (type, json) VALUES (?, ?)", type, rows::blob(content));
}

} // namespace core
