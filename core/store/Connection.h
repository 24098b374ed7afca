#pragma once

#include "core/base/Result.h"

#include <QString>

#include <memory>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace core {

/// SQLite's handle of one file, its prepared statements and its errors. Only for Database and Statement.
class Connection {
public:
    /// Opens an existing file without reading it.
    static Result<std::unique_ptr<Connection>> open(const QString& file);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] sqlite3* handle() const { return m_handle; }

    struct Taken {
        sqlite3_stmt* statement = nullptr;
        bool cached = false; ///< goes back with giveBack; otherwise whoever took it finalizes it
    };
    /// A statement that nobody else uses, prepared once a text. `sql` must live as long as the connection.
    Result<Taken> take(std::string_view sql);
    void giveBack(sqlite3_stmt* statement);

    /// What SQLite says of its last call: StorageDamaged, StorageFull, ProfileInUse, or Storage for everything else.
    [[nodiscard]] Error lastError() const;
    /// False if a page that the statement in use has read was damaged. SQLCipher fills such a page with zeros, and the part of a
    /// large row that lay there would be taken for its content.
    bool isSound();

private:
    Connection() = default;

    sqlite3* m_handle = nullptr;
    sqlite3_stmt* m_probe = nullptr;
    std::unordered_map<std::string_view, sqlite3_stmt*> m_free; ///< null while it is in use
};

} // namespace core
