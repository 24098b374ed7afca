#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string_view>

namespace core {

class Database;

/// Global account data as it came with /sync, by type.
///
/// Thread: that of the database, which must outlive it.
class AccountDataStore {
public:
    explicit AccountDataStore(Database& database);

    /// The content (JSON object); null if there is none.
    Result<QByteArray> content(std::string_view type);
    /// The types that begin with `prefix`, in any order.
    Result<QStringList> types(const QString& prefix);
    Result<> save(std::string_view type, std::string_view content);

private:
    Database& m_database;
};

} // namespace core
