#include "core/encryption/DeviceKeys.h"
#include "crypto/olm/Account.h"
#include "tests/core/encryption/TestParty.h"
#include "tests/vectors/Vectors.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QJsonObject vector(const QString& id)
{
    const auto vectors = test::readVectors();
    if (!vectors)
        SKIP("the file of test vectors is not here");
    const auto found = std::find_if(vectors->begin(), vectors->end(), [&](const auto& entry) { return entry.id == id; });
    REQUIRE(found != vectors->end());
    return found->input;
}

std::optional<PublishedIdentity> identityIn(const QJsonObject& answer, const UserId& user)
{
    const auto part = [&](QLatin1String name) { return answer.value(name).toObject().value(user.toString()).toObject(); };
    return readIdentity(part("master_keys"_L1), part("self_signing_keys"_L1), part("user_signing_keys"_L1), user);
}

} // namespace

TEST_CASE("the identity of another client is read, and refused once a key or a signature is changed", "[encryption]")
{
    const auto answer = vector(u"xs-01-alice"_s).value("keys_query"_L1).toObject();
    const auto alice = *UserId::parse(u"@alice:localhost");
    const auto identity = identityIn(answer, alice);
    REQUIRE(identity);
    CHECK(identity->master.toBase64() == "J+5An10v1vzZpAXTYFokD1/PEVccFnLC61EfRXit0UY");
    CHECK(identity->userSigning);
    for (const auto part : {"master_keys"_L1, "self_signing_keys"_L1}) {
        auto wrong = answer;
        wrong.remove(part);
        CHECK_FALSE(identityIn(wrong, alice));
        auto keys = answer.value(part).toObject();
        auto key = keys.value(alice.toString()).toObject();
        key.insert("usage"_L1, QJsonArray{u"user_signing"_s});
        keys.insert(alice.toString(), key);
        wrong.insert(part, keys);
        CHECK_FALSE(identityIn(wrong, alice));
    }
    auto weak = answer;
    weak.remove("user_signing_keys"_L1);
    REQUIRE(identityIn(weak, alice));
    CHECK_FALSE(identityIn(weak, alice)->userSigning);
}

TEST_CASE("the devices of another client are read and their owner's signature is seen", "[encryption]")
{
    const auto answer = vector(u"xs-03"_s).value("keys_query"_L1).toObject();
    const auto aloy = *UserId::parse(u"@aloy:kde.org");
    const auto devices = answer.value("device_keys"_L1).toObject().value(aloy.toString()).toObject();
    const auto identity = identityIn(answer, aloy);
    REQUIRE(identity);
    const auto isSigned = [&](const QString& id) {
        return isSignedBy(devices.value(id).toObject(), aloy, identity->selfSigning);
    };
    CHECK(readDeviceKeys(devices.value(u"BUJGIJTVJB"_s).toObject(), aloy, *DeviceId::parse(u"BUJGIJTVJB")));
    CHECK_FALSE(readDeviceKeys(devices.value(u"BUJGIJTVJB"_s).toObject(), aloy, *DeviceId::parse(u"VJIBVDKIST")));
    CHECK(isSigned(u"BUJGIJTVJB"_s));
    CHECK_FALSE(isSigned(u"VJIBVDKIST"_s));
}

TEST_CASE("a room key and a message of another implementation are read with the account they were made for", "[encryption]")
{
    const auto input = vector(u"olm-01"_s);
    const auto own = input.value("own"_L1).toObject();
    const auto peer = input.value("peer"_L1).toObject();
    const auto bob = *UserId::parse(u"@bob:example.org");
    const auto alice = *UserId::parse(u"@alice:example.org");
    MemoryCryptoStore store;
    const party::ManualClock clock;
    const auto key = crypto::SecretBytes::fromHex(own.value("pickle_key_hex"_L1).toString().toLatin1());
    const auto account = crypto::olm::Account::fromPickle(own.value("libolm_account_pickle"_L1).toString().toLatin1(), *key);
    REQUIRE(account);
    REQUIRE(store.saveValue("account", crypto::SecretBytes::fromBytes(account->pickle(*store.pickleKey()))));
    REQUIRE(store.saveValue("account-state", crypto::SecretBytes::fromBytes("{}")));
    REQUIRE(store.saveValue("account-owner", crypto::SecretBytes::fromBytes("@bob:example.org\nBOBDEVICE")));
    const auto machine = OlmMachine::open(bob, *DeviceId::parse(u"BOBDEVICE"), store, clock);
    REQUIRE(machine);
    REQUIRE((*machine)->trackUsers({alice}));
    const QString name = alice.toString();
    const QJsonObject answer{{u"device_keys"_s, QJsonObject{{name, QJsonObject{{u"ALICEDEV"_s, peer.value("device_keys"_L1)}}}}},
                             {u"master_keys"_s, QJsonObject{{name, peer.value("master_key"_L1)}}},
                             {u"self_signing_keys"_s, QJsonObject{{name, peer.value("self_signing_key"_L1)}}}};
    for (const auto& request : (*machine)->outgoingRequests()) {
        if (request.kind == OutgoingRequest::Kind::KeysQuery)
            REQUIRE(party::answerTo(**machine, request, answer));
    }
    const auto keys = [&](const QJsonValue& event) {
        const QByteArray text = party::toJson(event.toObject());
        EncryptionSyncChanges changes;
        changes.toDevice.emplace_back(text.constData(), static_cast<size_t>(text.size()));
        return (*machine)->receiveSync(changes)->newRoomKeys.size();
    };
    const auto first = input.value("to_device_in_order"_L1).toArray().first().toObject().value("event"_L1);
    CHECK(keys(first) == 1);
    CHECK(keys(first) == 0);
    keys(input.value("to_device_with_fallback_key"_L1));
    const auto read = [&](const QJsonObject& event) {
        const auto content = JsonDocument::parse(party::toJson(event.value("content"_L1).toObject()));
        return *(*machine)->decrypt(party::room, *EventId::parse(event.value("event_id"_L1).toString()),
                                    *UserId::parse(event.value("sender"_L1).toString()), {1}, content->root());
    };
    CHECK(party::reasonOf(read(input.value("room_event_wrong_sender"_L1).toObject())) == Undecryptable::Reason::SenderMismatch);
    const auto message = read(input.value("room_event"_L1).toObject());
    CHECK(party::bodyOf(message) == "Ihr Befund ist da."_L1);
    REQUIRE(std::holds_alternative<DecryptedEvent>(message));
    CHECK(std::get<DecryptedEvent>(message).shield == Shield{});
}
