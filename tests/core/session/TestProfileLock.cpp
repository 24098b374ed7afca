#include "core/session/ProfileLock.h"

#include <QDir>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("a profile belongs to one holder at a time")
{
    const QTemporaryDir folder;
    auto first = ProfileLock::take(folder.path());
    REQUIRE(first);
    const auto second = ProfileLock::take(folder.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::ProfileInUse);
    first->reset();
    CHECK(ProfileLock::take(folder.path()));
}

TEST_CASE("two profiles do not hinder each other")
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    const auto first = ProfileLock::take(one.path());
    CHECK(first);
    CHECK(ProfileLock::take(other.path()));
}

TEST_CASE("a folder that cannot be written is a fault of the storage")
{
    const auto lock = ProfileLock::take(QDir::tempPath() + u"/not/there"_s);
    REQUIRE_FALSE(lock);
    CHECK(lock.error().code == ErrorCode::Storage);
}

TEST_CASE("another process is kept out, and when it is killed the profile is free again")
{
    const QTemporaryDir folder;
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t other = ::fork();
    REQUIRE(other >= 0);
    if (other == 0) {
        const auto lock = ProfileLock::take(folder.path());
        const char byte = lock ? 'y' : 'n';
        (void)!::write(ready[1], &byte, 1);
        ::pause();
        ::_exit(0);
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    CHECK(byte == 'y');
    const auto refused = ProfileLock::take(folder.path());
    CHECK_FALSE(refused);
    ::kill(other, SIGKILL);
    ::waitpid(other, nullptr, 0);
    CHECK(ProfileLock::take(folder.path()));
    ::close(ready[0]);
    ::close(ready[1]);
}
