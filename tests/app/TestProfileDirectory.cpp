#include "app/ProfileDirectory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace app;
using namespace Qt::StringLiterals;

TEST_CASE("the folder of a profile is made for its user only and keeps its id (S-103)")
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"a/b"_s);
    const auto made = ProfileDirectory::open(path);
    REQUIRE(made);
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther | QFileDevice::ExeOther;
    CHECK(!(QFileInfo(path).permissions() & others));
    CHECK(made->id().size() == 32);
    CHECK(!made->hasDatabase());

    const auto again = ProfileDirectory::open(path);
    REQUIRE(again);
    CHECK(again->id() == made->id());
    const auto other = ProfileDirectory::open(home.filePath(u"c"_s));
    REQUIRE(other);
    CHECK(other->id() != made->id());
}

TEST_CASE("a folder that was open for others is closed")
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"open"_s);
    REQUIRE(QDir().mkpath(path));
    QFile::setPermissions(path, QFileDevice::Permissions(0x7777));
    REQUIRE(ProfileDirectory::open(path));
    CHECK(!(QFileInfo(path).permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup | QFileDevice::ExeOther)));
}

TEST_CASE("a damaged id is made anew instead of being used")
{
    const QTemporaryDir home;
    for (const QByteArray& damaged : {QByteArray(), QByteArray("../../x"), QByteArray(32, 'z'), QByteArray(64, 'a')}) {
        QFile file(home.filePath(u"profile-id"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(damaged);
        file.close();
        const auto profile = ProfileDirectory::open(home.path());
        REQUIRE(profile);
        CHECK(profile->id().size() == 32);
        CHECK(profile->id() != QString::fromLatin1(damaged.left(32)));
    }
}

TEST_CASE("a folder that cannot be made is an error, not a crash")
{
    const auto profile = ProfileDirectory::open(u"/proc/nothing/here"_s);
    REQUIRE(!profile);
    CHECK(profile.error().code == core::ErrorCode::Storage);
}
