#pragma once

#include "core/store/Database.h"

#include <QTemporaryDir>

#include <memory>

/// A database in a folder of its own that goes with the test. The key is always the same.
class TemporaryDatabase {
public:
    TemporaryDatabase() { reopen(); }

    static crypto::SecretBytes key() { return crypto::SecretBytes::fromBytes(QByteArray(32, 'k')); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("store.db")); }

    core::Database& operator*() { return *m_database; }
    core::Database* operator->() { return m_database.get(); }

    void close() { m_database.reset(); }
    /// As a later start of the program would do.
    void reopen();
    /// What another start of the program would find if this one ended now: the files as they are, in a folder of their own.
    [[nodiscard]] std::unique_ptr<TemporaryDatabase> killed() const;

private:
    explicit TemporaryDatabase(std::nullptr_t) {}

    QTemporaryDir m_folder;
    std::unique_ptr<core::Database> m_database;
};
