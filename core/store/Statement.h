#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>

struct sqlite3_stmt;

namespace core {

class Connection;

/// A prepared statement in use: bind, step, read. Given back to the database's cache when destroyed.
/// Views from `text` and `blob` are valid until the next step.
class Statement {
public:
    Statement(Connection& connection, sqlite3_stmt* statement, bool cached);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    /// The next parameter. Bytes and texts must live until the last step.
    void bind(qint64 value);
    void bind(int value) { bind(static_cast<qint64>(value)); }
    void bind(bool value) { bind(static_cast<qint64>(value)); }
    void bind(std::string_view text);
    void bind(const char* text) { bind(std::string_view(text)); }
    void bind(const QString& text);    ///< copied
    void bind(const QByteArray& blob); ///< null stays NULL
    void bind(QByteArrayView blob);
    void bind(std::nullptr_t);
    template <typename Value>
    void bind(const std::optional<Value>& value) ///< empty is NULL
    {
        if (value)
            bind(*value);
        else
            bind(nullptr);
    }

    /// True if there is a row to read, false at the end. Errors: Storage, StorageFull, StorageDamaged.
    Result<bool> step();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const; ///< a copy; null for NULL
    [[nodiscard]] std::string_view view(int column) const;

private:
    [[nodiscard]] bool mayHaveOverflowed() const;

    Connection& m_connection;
    sqlite3_stmt* m_statement;
    bool m_cached;
    int m_bound = 0;
};

} // namespace core
