#include "core/encryption/RoomKeyList.h"
#include "tests/core/encryption/TestParty.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

struct Two : party::AnnaAndBert {
    Two() { bootstrap(); }
    /// Bert writes with a new key, which Anna's device keeps.
    void say(const QString& text)
    {
        REQUIRE(bert.machine->discardOutboundSession(party::room));
        const auto content = bert.send(members, text);
        anna.sync();
        REQUIRE(party::bodyOf(anna.read(content, bert.user, u"$"_s + text)) == text);
    }
};

crypto::SecretBytes listOf(const std::vector<ExportedRoomKey>& keys)
{
    RoomKeyListWriter writer;
    for (const auto& key : keys)
        writer.append(key);
    return writer.json();
}

QJsonArray arrayOf(const crypto::SecretBytes& json)
{
    const auto document = QJsonDocument::fromJson(json.bytes().toByteArray());
    REQUIRE(document.isArray());
    return document.array();
}

RoomKeyList::Slice readBack(const QJsonArray& array)
{
    auto list = RoomKeyList::open(crypto::SecretBytes::fromBytes(QJsonDocument(array).toJson()));
    REQUIRE(list);
    return list->next(100);
}

} // namespace

TEST_CASE("all room keys of a device are exported slice by slice, each once", "[encryption][keyfile]")
{
    Two two;
    for (const auto& text : {u"eins"_s, u"zwei"_s, u"drei"_s})
        two.say(text);
    CHECK(*two.anna.machine->countRoomKeys() == 3);
    const auto whole = two.anna.machine->exportRoomKeys({}, 10);
    REQUIRE(whole);
    REQUIRE(whole->keys.size() == 3);
    CHECK_FALSE(whole->next);
    const auto first = two.anna.machine->exportRoomKeys({}, 2);
    REQUIRE(first->keys.size() == 2);
    REQUIRE(first->next);
    const auto rest = two.anna.machine->exportRoomKeys(*first->next, 2);
    REQUIRE(rest->keys.size() == 1);
    CHECK_FALSE(rest->next);
    CHECK(first->keys[0].id == whole->keys[0].id);
    CHECK(first->keys[1].id == whole->keys[1].id);
    CHECK(rest->keys[0].id == whole->keys[2].id);
}

TEST_CASE("a damaged room key is left out of an export, and counted", "[encryption][keyfile]")
{
    Two two;
    two.say(u"eins"_s);
    two.say(u"zwei"_s);
    const auto id = two.anna.store.inboundSessionsAfter({}, 1)->front();
    auto record = **two.anna.store.inboundSession(id.room, id.sessionId);
    record.pickle = "damaged";
    REQUIRE(two.anna.store.saveInboundSession(record));
    const auto slice = two.anna.machine->exportRoomKeys({}, 10);
    REQUIRE(slice);
    CHECK(slice->keys.size() == 1);
    CHECK(slice->damaged == 1);
}

TEST_CASE("a list of room keys is what the specification says, and is read back unproven", "[encryption][keyfile]")
{
    Two two;
    two.say(u"eins"_s);
    two.say(u"zwei"_s);
    const auto slice = two.anna.machine->exportRoomKeys({}, 10);
    REQUIRE(slice);
    const auto& keys = slice->keys;
    const auto json = listOf(keys);
    const auto array = arrayOf(json);
    REQUIRE(array.size() == 2);
    const auto entry = array.first().toObject();
    CHECK(entry.value("algorithm"_L1) == "m.megolm.v1.aes-sha2"_L1);
    CHECK(entry.value("room_id"_L1) == party::room.toString());
    CHECK(entry.value("session_id"_L1) == QString::fromLatin1(keys.front().id.sessionId));
    CHECK(entry.value("sender_key"_L1).toString().toLatin1() == two.bert.machine->curve25519().toBase64());
    CHECK(entry.value("sender_claimed_keys"_L1).toObject().value("ed25519"_L1).toString().toLatin1() ==
          two.bert.machine->ed25519().toBase64());
    CHECK(entry.value("forwarding_curve25519_key_chain"_L1).toArray().isEmpty());
    CHECK(entry.value("session_key"_L1).toString().toLatin1() == keys.front().sessionKey.bytes());

    auto list = RoomKeyList::open(json);
    REQUIRE(list);
    CHECK(list->count() == 2);
    const auto first = list->next(1);
    REQUIRE(first.keys.size() == 1);
    CHECK_FALSE(list->isAtEnd());
    CHECK(first.keys.front().id == keys.front().id);
    CHECK(first.keys.front().senderKey == keys.front().senderKey);
    CHECK(first.keys.front().claimedEd25519 == keys.front().claimedEd25519);
    CHECK(first.keys.front().sessionKey.equals(keys.front().sessionKey));
    CHECK(keys.front().origin == KeyOrigin::Proven);
    CHECK(first.keys.front().origin == KeyOrigin::Unproven);
    CHECK(list->next(10).keys.size() == 1);
    CHECK(list->isAtEnd());
}

TEST_CASE("entries that are no room keys are counted and left out, and what is no list is refused", "[encryption][keyfile]")
{
    Two two;
    two.say(u"eins"_s);
    const auto good = arrayOf(listOf(two.anna.machine->exportRoomKeys({}, 10)->keys)).first().toObject();
    const auto with = [&](const QString& name, const QJsonValue& value) {
        auto changed = good;
        changed.insert(name, value);
        return changed;
    };
    const auto slice = readBack({good, 1, QJsonObject{}, with(u"algorithm"_s, u"m.olm.v1"_s), with(u"room_id"_s, u"no room"_s),
                                 with(u"session_id"_s, u""_s), with(u"session_key"_s, 7), with(u"sender_key"_s, u"AAAA"_s)});
    CHECK(slice.keys.size() == 1);
    CHECK(slice.malformed == 7);
    // Programs differ in whether they name the signing key: it is a claim anyway.
    CHECK(readBack({with(u"sender_claimed_keys"_s, QJsonObject{})}).keys.size() == 1);
    CHECK(readBack({}).keys.empty());
    CHECK_FALSE(RoomKeyList::open(crypto::SecretBytes::fromBytes("{}")));
    CHECK_FALSE(RoomKeyList::open(crypto::SecretBytes::fromBytes("[{")));
    CHECK_FALSE(RoomKeyList::open({}));
}
