#include "tests/core/encryption/CryptoStoreConformance.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const UserId anna = *UserId::parse(u"@anna:example.org");
const UserId bert = *UserId::parse(u"@bert:example.org");
const DeviceId first = *DeviceId::parse(u"FIRST");
const DeviceId second = *DeviceId::parse(u"SECOND");
const RoomId room = *RoomId::parse(u"!room:example.org");
const RoomId otherRoom = *RoomId::parse(u"!other:example.org");

crypto::Curve25519Key curve(unsigned char byte)
{
    crypto::Curve25519Key key;
    key.bytes.fill(byte);
    return key;
}

crypto::Ed25519Key ed(unsigned char byte)
{
    crypto::Ed25519Key key;
    key.bytes.fill(byte);
    return key;
}

using Pointer = std::unique_ptr<CryptoStore>;

void checkTransactions(CryptoStore& store)
{
    const auto save = [&](const UserId& user) { return store.saveTrackedUser({user, true}); };
    CHECK_FALSE(store.transaction([&]() -> Result<> {
        REQUIRE(save(anna));
        return fail(ErrorCode::Protocol);
    }));
    CHECK_FALSE(store.trackedUser(anna)->has_value());
    CHECK(store.transaction([&]() -> Result<> {
        REQUIRE(save(anna));
        CHECK_FALSE(store.transaction([&]() -> Result<> {
            REQUIRE(save(bert));
            return fail(ErrorCode::Protocol);
        }));
        return {};
    }));
    CHECK(store.trackedUser(anna)->has_value());
    CHECK_FALSE(store.trackedUser(bert)->has_value());
}

void checkSecrets(Pointer& store, const CryptoStoreFactory& factory)
{
    const auto key = store->pickleKey();
    REQUIRE(key);
    CHECK(key->size() == 32);
    CHECK_FALSE(store->value("name")->has_value());
    REQUIRE(store->saveValue("name", crypto::SecretBytes::fromBytes("old")));
    REQUIRE(store->saveValue("name", crypto::SecretBytes::fromBytes(QByteArray("n\0w", 3))));
    REQUIRE(store->saveValue("gone", crypto::SecretBytes::fromBytes("x")));
    REQUIRE(store->removeValue("gone"));
    store = factory.reopen(std::move(store));
    CHECK(store->pickleKey()->equals(*key));
    REQUIRE(store->value("name")->has_value());
    CHECK((*store->value("name"))->bytes() == QByteArrayView("n\0w", 3));
    CHECK_FALSE(store->value("gone")->has_value());
}

void checkDevices(Pointer& store, const CryptoStoreFactory& factory)
{
    REQUIRE(store->saveTrackedUser({bert, true}));
    REQUIRE(store->saveTrackedUser({anna, true}));
    CHECK(*store->outdatedUsers() == QList{anna, bert});
    REQUIRE(store->saveTrackedUser({anna, false}));
    CHECK(*store->outdatedUsers() == QList{bert});
    REQUIRE(store->markAllUsersOutdated());
    CHECK(store->outdatedUsers()->size() == 2);
    REQUIRE(store->removeTrackedUser(bert));
    CHECK_FALSE(store->trackedUser(bert)->has_value());

    DeviceRecord device{anna, second, curve(1), ed(2), true, true, true, u"Ännas Gerät"_s, {1234}, "{}"};
    REQUIRE(store->saveDevice(device));
    device.isPresent = device.signedByOwner = false;
    REQUIRE(store->saveDevice(device));
    const DeviceRecord other{anna, first, curve(3), ed(4), false, false, true, {}, {5}, "{\"a\":1}"};
    REQUIRE(store->saveDevice(other));
    const IdentityRecord identity{anna, ed(5), ed(6), ed(7), true, ed(8)};
    REQUIRE(store->saveIdentity(identity));
    REQUIRE(store->saveIdentity({bert, ed(5), ed(6), {}, false, {}}));
    store = factory.reopen(std::move(store));
    CHECK(*store->devices(anna) == QList{other, device});
    CHECK(*store->device(anna, second) == device);
    CHECK(*store->deviceByKey(anna, curve(3)) == other);
    CHECK_FALSE(store->deviceByKey(bert, curve(3))->has_value());
    CHECK(store->devices(bert)->isEmpty());
    CHECK(*store->identity(anna) == identity);
    CHECK((*store->identity(bert))->userSigning == std::nullopt);
    REQUIRE(store->removeAllVerifications());
    CHECK_FALSE((*store->identity(anna))->isVerified);
    CHECK((*store->identity(anna))->master == identity.master);
}

void checkOlm(Pointer& store, const CryptoStoreFactory& factory)
{
    REQUIRE(store->saveOlmSession({"b", curve(1), "pickle b", {10}}));
    REQUIRE(store->saveOlmSession({"a", curve(1), "pickle a", {10}}));
    REQUIRE(store->saveOlmSession({"c", curve(1), "pickle c", {5}}));
    REQUIRE(store->saveOlmSession({"d", curve(2), "pickle d", {1}}));
    REQUIRE(store->saveOlmSession({"c", curve(1), "newer", {20}}));
    REQUIRE(store->removeOlmSession("d"));
    REQUIRE(store->saveOlmHash("old", {10}));
    REQUIRE(store->saveOlmHash("new", {20}));
    REQUIRE(store->removeOlmHashesBefore({20}));
    REQUIRE(store->saveUnwedging(curve(1), {1}));
    REQUIRE(store->saveUnwedging(curve(1), {2}));
    store = factory.reopen(std::move(store));
    const auto sessions = *store->olmSessions(curve(1));
    REQUIRE(sessions.size() == 3);
    CHECK(sessions[0] == OlmSessionRecord{"c", curve(1), "newer", {20}});
    CHECK(sessions[1].sessionId == "a");
    CHECK(sessions[2].sessionId == "b");
    CHECK(store->olmSessions(curve(2))->isEmpty());
    CHECK_FALSE(*store->hasOlmHash("old"));
    CHECK(*store->hasOlmHash("new"));
    CHECK(*store->lastUnwedging(curve(1)) == Timestamp{2});
    CHECK_FALSE(store->lastUnwedging(curve(2))->has_value());
}

void checkReceiving(Pointer& store, const CryptoStoreFactory& factory)
{
    InboundSessionRecord session{room, "id", "pickle", 7, anna, first, curve(1), ed(2), KeyOrigin::Unproven, true, true};
    REQUIRE(store->saveInboundSession(session));
    session.origin = KeyOrigin::Proven;
    session.ownerDevice = {};
    REQUIRE(store->saveInboundSession(session));
    const auto event = *EventId::parse(u"$first");
    const MessageIndexRecord index{"id", 3, event, {1000}};
    CHECK(*store->keepFirstMessageIndex(index) == index);
    CHECK(*store->keepFirstMessageIndex(index) == index);
    REQUIRE(store->saveWithheldCode({room, "id"}, u"m.unverified"_s));
    REQUIRE(store->saveWithheldCode({room, "id"}, u"m.no_olm"_s));
    store = factory.reopen(std::move(store));
    CHECK(*store->inboundSession(room, "id") == session);
    CHECK_FALSE(store->inboundSession(otherRoom, "id")->has_value());
    CHECK(*store->inboundSessionsOf(anna) == QList{RoomKeyId{room, "id"}});
    CHECK(store->inboundSessionsOf(bert)->isEmpty());
    CHECK(*store->countInboundSessions() == 1);
    CHECK(*store->inboundSessionsAfter({}, 10) == QList{RoomKeyId{room, "id"}});
    CHECK(store->inboundSessionsAfter({}, 0)->isEmpty());
    CHECK(store->inboundSessionsAfter({room, "id"}, 10)->isEmpty());
    CHECK(store->inboundSessionsAfter({room, "ic"}, 10)->size() == 1);
    CHECK(*store->countSessionsToBackUp() == 0);
    REQUIRE(store->markNoneBackedUp());
    session.isBackedUp = false;
    CHECK(*store->sessionsToBackUp(10) == QList{session});
    CHECK(store->sessionsToBackUp(0)->isEmpty());
    REQUIRE(store->markBackedUp({room, "id"}, 8)); // it has become better since
    CHECK(*store->countSessionsToBackUp() == 1);
    REQUIRE(store->markBackedUp({room, "id"}, 7));
    CHECK(*store->countSessionsToBackUp() == 0);
    session.isBackedUp = true;
    CHECK(*store->keepFirstMessageIndex({"id", 3, *EventId::parse(u"$copy"), {1000}}) == index);
    CHECK(*store->keepFirstMessageIndex({"id", 3, event, {1001}}) == index);
    const MessageIndexRecord next{"id", 4294967295, event, {1001}};
    CHECK(*store->keepFirstMessageIndex(next) == next);
    CHECK(*store->lastMessageIndex("id") == next);
    CHECK_FALSE(store->lastMessageIndex("other")->has_value());
    CHECK(*store->withheldCode({room, "id"}) == u"m.no_olm"_s);
    CHECK_FALSE(store->withheldCode({otherRoom, "id"})->has_value());
    REQUIRE(store->removeInboundSession({otherRoom, "id"}));
    CHECK(*store->countInboundSessions() == 1);
    REQUIRE(store->removeInboundSession({room, "id"}));
    CHECK_FALSE(store->inboundSession(room, "id")->has_value());
}

void checkSending(Pointer& store, const CryptoStoreFactory& factory)
{
    OutboundSessionRecord session{room, "id", "pickle", {1}, 0, true, false};
    REQUIRE(store->saveOutboundSession(session));
    const OutboundShareRecord share{room, anna, first, curve(1), 5};
    REQUIRE(store->saveOutboundShare({room, anna, first, curve(1), OutboundShareRecord::withheld}));
    REQUIRE(store->saveOutboundShare(share));
    session.messages = 1;
    session.pickle = "next";
    REQUIRE(store->saveOutboundSession(session));
    auto other = session;
    other.room = otherRoom;
    REQUIRE(store->saveOutboundSession(other));
    const ToDeviceRecord z{u"z"_s, u"m.room.encrypted"_s, "{\"messages\":{}}"};
    const ToDeviceRecord a{u"a"_s, u"m.dummy"_s, "{}"};
    REQUIRE(store->appendToDeviceRequest(z));
    REQUIRE(store->appendToDeviceRequest(a));
    store = factory.reopen(std::move(store));
    CHECK(*store->outboundSession(room) == session);
    CHECK(*store->outboundShares(room) == QList{share});
    REQUIRE(store->removeOutboundSession(room));
    CHECK_FALSE(store->outboundSession(room)->has_value());
    CHECK(store->outboundShares(room)->isEmpty());
    CHECK(store->outboundSession(otherRoom)->has_value());
    REQUIRE(store->removeAllOutboundSessions());
    CHECK_FALSE(store->outboundSession(otherRoom)->has_value());
    CHECK(*store->toDeviceRequests() == QList{z, a});
    REQUIRE(store->removeToDeviceRequest(u"z"_s));
    REQUIRE(store->removeToDeviceRequest(u"z"_s));
    CHECK(*store->toDeviceRequests() == QList{a});
}

void checkDeviceRemoval(Pointer& store, const CryptoStoreFactory& factory)
{
    REQUIRE(store->saveValue("name", crypto::SecretBytes::fromBytes("kept")));
    REQUIRE(store->saveTrackedUser({anna, false}));
    REQUIRE(store->saveIdentity({bert, ed(5), ed(6), {}, false, {}}));
    const InboundSessionRecord inbound{room, "id", "pickle", 7, anna, first, curve(1), ed(2), KeyOrigin::Proven, true, true};
    REQUIRE(store->saveInboundSession(inbound));
    REQUIRE(store->saveOlmSession({"a", curve(1), "pickle", {10}}));
    REQUIRE(store->saveOlmHash("hash", {10}));
    REQUIRE(store->saveUnwedging(curve(1), {1}));
    REQUIRE(store->saveOutboundSession({room, "id", "pickle", {1}, 0, true, false}));
    REQUIRE(store->saveOutboundShare({room, anna, first, curve(1), 5}));
    REQUIRE(store->appendToDeviceRequest({u"a"_s, u"m.dummy"_s, "{}"}));
    REQUIRE(store->removeDeviceState());
    store = factory.reopen(std::move(store));
    CHECK(store->value("name")->has_value());
    CHECK(store->trackedUser(anna)->has_value());
    CHECK(store->identity(bert)->has_value());
    CHECK(store->inboundSession(room, "id")->has_value());
    CHECK(store->olmSessions(curve(1))->isEmpty());
    CHECK_FALSE(*store->hasOlmHash("hash"));
    CHECK_FALSE(store->lastUnwedging(curve(1))->has_value());
    CHECK_FALSE(store->outboundSession(room)->has_value());
    CHECK(store->outboundShares(room)->isEmpty());
    CHECK(store->toDeviceRequests()->isEmpty());
}

} // namespace

void checkCryptoStore(const CryptoStoreFactory& factory)
{
    checkTransactions(*factory.open());
    for (const auto check : {checkSecrets, checkDevices, checkOlm, checkReceiving, checkSending, checkDeviceRemoval}) {
        auto store = factory.open();
        check(store, factory);
    }
}
