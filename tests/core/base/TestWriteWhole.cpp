#include "core/base/WriteWhole.h"

#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("what is written whole is on the disk before the file is closed")
{
    const QTemporaryDir folder;
    for (const qsizetype size : {0, 1, 9'000, 200'000}) {
        const QByteArray content(size, 'x');
        QFile file(folder.filePath(QString::number(size)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        CHECK(writeWhole(file, content) == WriteResult::Written);
        QFile again(file.fileName());
        REQUIRE(again.open(QIODevice::ReadOnly));
        CHECK(again.readAll() == content);
    }
}

TEST_CASE("a full disk is told from a missing right, also where little is written")
{
    for (const qsizetype size : {1, 9'000, 200'000}) {
        QFile full(u"/dev/full"_s);
        REQUIRE(full.open(QIODevice::WriteOnly));
        CHECK(writeWhole(full, QByteArray(size, 'x')) == WriteResult::NoRoom);
    }
    const QTemporaryDir folder;
    QSaveFile missing(folder.filePath(u"missing/file"_s));
    CHECK(!missing.open(QIODevice::WriteOnly));
    QFile readable(u"/dev/null"_s);
    REQUIRE(readable.open(QIODevice::ReadOnly));
    CHECK(writeWhole(readable, "x") == WriteResult::NotWritable);
}
