#include "tests/support/TemporaryDatabase.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

void TemporaryDatabase::reopen()
{
    m_database.reset();
    auto database = core::Database::open(file(), key());
    REQUIRE(database);
    m_database = std::move(*database);
}

std::unique_ptr<TemporaryDatabase> TemporaryDatabase::killed() const
{
    std::unique_ptr<TemporaryDatabase> copy(new TemporaryDatabase(nullptr));
    const QDir from(folder());
    for (const auto& name : from.entryList(QDir::Files))
        REQUIRE(QFile::copy(from.filePath(name), QDir(copy->folder()).filePath(name)));
    copy->reopen();
    return copy;
}
