#include "core/services/people/ChatTrustService.h"
#include "tests/core/services/sync/SyncedAccount.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// Erika's chat with a practice on screen.
struct Chat {
    SyncedAccount account;
    int flushes = 0;
    ChatTrustService service{{.machine = *account.own.machine, .rooms = *account.rooms, .flush = [this] { ++flushes; }}};
    QList<ChatTrust> said;
    QList<Error> errors;

    Chat()
    {
        account.exchangeKeys();
        account.meet();
        QObject::connect(&service, &ChatTrustService::changed, &service, [this](const RoomId& room, const ChatTrust& trust) {
            CHECK(room == SyncedAccount::room);
            said.append(trust);
        });
        QObject::connect(&service, &ChatTrustService::failed, &service, [this](const Error& error) { errors.append(error); });
    }
    void verifyPractice()
    {
        auto record = **account.own.store.identity(account.practice.user);
        record.isVerified = true;
        REQUIRE(account.own.store.saveIdentity(record));
    }
    /// The server shows another identity of the practice from now on.
    void changeKeys()
    {
        party::Server other;
        party::Party anew(other, account.clock, account.practice.user.toString(), u"NEW"_s);
        anew.bootstrap();
        const QString user = account.practice.user.toString();
        account.server.masterKeys[user] = other.masterKeys[user];
        account.server.selfSigningKeys[user] = other.selfSigningKeys[user];
        account.server.deviceKeys[{user, u"NEW"_s}] = other.deviceKeys[{user, u"NEW"_s}];
        account.own.sync({user});
    }
    [[nodiscard]] Result<ShareProgress> share()
    {
        return account.own.machine->shareRoomKey(SyncedAccount::room, {}, {account.own.user, account.practice.user});
    }
};

} // namespace

TEST_CASE("The other one in an open chat of two is said, and nothing twice", "[people]")
{
    Chat chat;
    chat.service.check(); // nothing is open
    CHECK(chat.said.isEmpty());
    chat.service.open(SyncedAccount::room);
    REQUIRE(chat.said.size() == 1);
    REQUIRE(chat.said[0].other);
    CHECK(*chat.said[0].other ==
          ChatPerson{.user = chat.account.practice.user, .name = u"Praxis Dr. Müller"_s, .identity = IdentityStatus::Pinned});
    CHECK(chat.said[0].changed.isEmpty());
    CHECK(chat.said[0].canConfirm);
    chat.service.check();
    CHECK(chat.said.size() == 1);

    chat.verifyPractice();
    chat.service.check();
    REQUIRE(chat.said.size() == 2);
    CHECK(chat.said[1].other->identity == IdentityStatus::Verified);

    chat.service.close(SyncedAccount::room);
    chat.changeKeys();
    chat.service.check();
    CHECK(chat.said.size() == 2);
}

TEST_CASE("Changed keys of somebody who was never verified are said until they are acknowledged (S-26)", "[people]")
{
    Chat chat;
    chat.service.open(SyncedAccount::room);
    chat.changeKeys();
    chat.service.check();
    REQUIRE(chat.said.size() == 2);
    REQUIRE(chat.said[1].changed.size() == 1);
    CHECK(chat.said[1].changed[0].identity == IdentityStatus::Changed);
    CHECK(chat.share()); // not blocked

    chat.service.acknowledge(chat.account.practice.user);
    REQUIRE(chat.said.size() == 3);
    CHECK(chat.said[2].changed.isEmpty());
    CHECK(chat.said[2].other->identity == IdentityStatus::Pinned);
    CHECK(chat.flushes == 1);
    CHECK(chat.errors.isEmpty());
}

TEST_CASE("Changed keys of a verified person block what is sent until the person decides, also when opened anew (S-26)",
          "[people]")
{
    Chat chat;
    chat.verifyPractice();
    chat.changeKeys();
    chat.service.open(SyncedAccount::room);
    chat.service.open(SyncedAccount::room); // as after a restart
    REQUIRE(chat.said.size() == 2);
    REQUIRE(chat.said[1].changed.size() == 1);
    CHECK(chat.said[1].changed[0].identity == IdentityStatus::Violated);
    CHECK_FALSE(chat.share());

    chat.service.acknowledge(chat.account.practice.user);
    CHECK(chat.said.last().changed.isEmpty());
    CHECK(chat.said.last().other->identity == IdentityStatus::Pinned); // no longer verified
    CHECK(chat.share());
}

TEST_CASE("Without the own identity on this device nobody can be confirmed (S-27)", "[people]")
{
    SyncedAccount account; // neither side has an identity
    account.meet();
    ChatTrustService service({.machine = *account.own.machine, .rooms = *account.rooms, .flush = [] {}});
    QList<ChatTrust> said;
    QObject::connect(&service, &ChatTrustService::changed, &service,
                     [&](const RoomId&, const ChatTrust& trust) { said.append(trust); });
    service.open(SyncedAccount::room);
    REQUIRE(said.size() == 1);
    CHECK_FALSE(said[0].canConfirm);
    REQUIRE(said[0].other);
    CHECK(said[0].other->identity == IdentityStatus::Unknown);
}

TEST_CASE("A chat that is not encrypted, or not known, says nothing about anybody", "[people]")
{
    SyncedAccount account;
    account.exchangeKeys();
    account.meet({}, false);
    ChatTrustService service({.machine = *account.own.machine, .rooms = *account.rooms, .flush = [] {}});
    QList<ChatTrust> said;
    QObject::connect(&service, &ChatTrustService::changed, &service,
                     [&](const RoomId&, const ChatTrust& trust) { said.append(trust); });
    service.open(SyncedAccount::room);
    service.open(*RoomId::parse(u"!other:example.org"_s));
    CHECK(said == QList<ChatTrust>(2));
}
