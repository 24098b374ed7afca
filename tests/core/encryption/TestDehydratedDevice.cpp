// The device that receives while nobody is logged in (S-55), without a server's ways.
#include "core/encryption/DehydratedDevices.h"
#include "core/encryption/DeviceKeys.h"
#include "crypto/Ed25519.h"
#include "crypto/JsonSignature.h"
#include "crypto/Random.h"
#include "crypto/olm/OutboundGroupSession.h"
#include "tests/core/encryption/Forger.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using party::bodyOf;
using party::Forger;
using party::keyText;
using party::Party;

namespace {

const QString annaId = u"@anna:example.org"_s;

/// Runs `work` on the machine's dehydrated devices.
template <typename Work>
auto with(Party& party, Work work)
{
    std::optional<decltype(work(std::declval<DehydratedDevices&>()))> result;
    REQUIRE(party.machine->withDehydratedDevices([&](DehydratedDevices& devices) -> Result<> {
        result = work(devices);
        return {};
    }));
    return *result;
}

/// Anna with an identity and a dehydrated device, and Bert.
struct Account : party::AnnaAndBert {
    Account()
    {
        bootstrap();
        upload = make();
        device = *DeviceId::parse(upload.value("device_id"_L1).toString());
        server.putDehydrated(annaId, upload);
        news = anna.sync({annaId});
    }

    QJsonObject make()
    {
        const auto body = with(anna, [this](DehydratedDevices& devices) { return devices.make(pickleKey); });
        REQUIRE(body);
        REQUIRE(with(anna, [](DehydratedDevices& devices) { return devices.uploaded(); }));
        return *body;
    }
    [[nodiscard]] QJsonObject data() const { return upload.value("device_data"_L1).toObject(); }
    [[nodiscard]] QJsonObject keys() const { return upload.value("device_keys"_L1).toObject(); }
    /// Anna's next device, with her private keys.
    std::unique_ptr<Party> login(const QString& name = u"NEXT"_s)
    {
        auto next = std::make_unique<Party>(server, clock, annaId, name);
        REQUIRE(next->machine->importCrossSigning(*anna.machine->crossSigningSecrets()));
        next->flush();
        return next;
    }
    /// Anna logs out; Bert writes.
    QJsonObject writeToNobody(const QString& text)
    {
        server.logOut({annaId, u"ANNA"_s});
        bert.sync({annaId});
        return bert.send(members, text);
    }
    Result<> open(Party& party, const QJsonObject& deviceData)
    {
        return with(party, [&](DehydratedDevices& devices) { return devices.open(device, deviceData, pickleKey); });
    }
    int receive(Party& party, const QList<QByteArray>& events)
    {
        std::vector<std::string_view> views;
        for (const auto& event : events)
            views.emplace_back(event.constData(), static_cast<size_t>(event.size()));
        const auto count = with(party, [&](DehydratedDevices& devices) { return devices.receive(views); });
        REQUIRE(count);
        return *count;
    }
    QList<QByteArray> inbox() { return server.inbox[{annaId, device.toString()}]; }

    [[nodiscard]] QJsonObject dataOf(const crypto::olm::Account& of) const
    {
        return dehydratedDeviceUpload(of, anna.user, {}, pickleKey,
                                      [](const QJsonObject& keys) -> Result<QJsonObject> { return keys; })
            ->value("device_data"_L1)
            .toObject();
    }
    /// Device keys for `device` that Anna has signed, with a signing key that may be of another account.
    [[nodiscard]] QJsonObject signedByAnna(const crypto::Curve25519Key& curve25519, const crypto::olm::Account& signer,
                                           bool isDehydrated) const
    {
        const QString keyId = u"ed25519:"_s + device.toString();
        QJsonObject object{{u"user_id"_s, annaId},
                           {u"device_id"_s, device.toString()},
                           {u"algorithms"_s, QJsonArray{u"m.olm.v1.curve25519-aes-sha2"_s, u"m.megolm.v1.aes-sha2"_s}},
                           {u"keys"_s, QJsonObject{{u"curve25519:"_s + device.toString(), keyText(curve25519)},
                                                   {keyId, keyText(signer.ed25519())}}}};
        if (isDehydrated)
            object.insert(u"dehydrated"_s, true);
        const auto byDevice =
            crypto::signJson(object, annaId, keyId, [&](QByteArrayView message) { return signer.sign(message); });
        const auto owner = crypto::Ed25519KeyPair::fromSeed(anna.machine->crossSigningSecrets()->selfSigning.copy());
        return *crypto::signJson(*byDevice, annaId, u"ed25519:"_s + keyText(owner->publicKey()),
                                 [&](QByteArrayView message) { return owner->sign(message); });
    }

    const crypto::SecretBytes pickleKey = crypto::randomSecret(32);
    QJsonObject upload;
    DeviceId device;
    SyncOutcome news; ///< of the sync that has shown it
};

QJsonObject changed(QJsonObject object, const QString& name, const QJsonValue& value)
{
    object.insert(name, value);
    return object;
}

/// A device of Bert's that says anything to a dehydrated one.
struct Sender : Forger {
    explicit Sender(const QJsonObject& upload)
        : own(upload.value("device_keys"_L1).toObject().value("keys"_L1).toObject())
        , curve25519(own.value(u"curve25519:"_s + upload.value("device_id"_L1).toString()).toString())
        , ed25519(own.value(u"ed25519:"_s + upload.value("device_id"_L1).toString()).toString())
    {
        const auto oneTimeKeys = upload.value("one_time_keys"_L1).toObject();
        const auto oneTime = crypto::Curve25519Key::parse(oneTimeKeys.begin()->toObject().value("key"_L1).toString().toUtf8());
        session = std::move(*account.outboundSession(*crypto::Curve25519Key::parse(curve25519.toUtf8()), *oneTime));
    }
    [[nodiscard]] QJsonObject says(const QString& type, const QJsonObject& content) const
    {
        return {{u"type"_s, type},
                {u"content"_s, content},
                {u"sender"_s, user},
                {u"recipient"_s, annaId},
                {u"recipient_keys"_s, QJsonObject{{u"ed25519"_s, ed25519}}},
                {u"keys"_s, QJsonObject{{u"ed25519"_s, keyText(account.ed25519())}}},
                {u"sender_device_keys"_s, deviceKeys()}};
    }
    QByteArray sealed(const QJsonObject& payload)
    {
        const auto message = session->encrypt(party::toJson(payload));
        const QJsonObject part{{u"type"_s, static_cast<int>(message->type)}, {u"body"_s, QString::fromLatin1(message->body)}};
        return party::toJson({{u"type"_s, u"m.room.encrypted"_s},
                              {u"sender"_s, user},
                              {u"content"_s, QJsonObject{{u"algorithm"_s, u"m.olm.v1.curve25519-aes-sha2"_s},
                                                         {u"sender_key"_s, keyText(account.curve25519())},
                                                         {u"ciphertext"_s, QJsonObject{{curve25519, part}}}}}});
    }
    [[nodiscard]] QJsonObject roomKey() const
    {
        return {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                {u"room_id"_s, party::room.toString()},
                {u"session_id"_s, QString::fromLatin1(group.id())},
                {u"session_key"_s, QString::fromLatin1(group.sessionKey().bytes().toByteArray())}};
    }

    QJsonObject own;
    QString curve25519, ed25519;
    crypto::olm::OutboundGroupSession group = crypto::olm::OutboundGroupSession::create();
};

} // namespace

TEST_CASE("what was written while no device was there can be read at the next one (A_26574)", "[encryption][dehydrated]")
{
    Account account;
    const auto first = account.writeToNobody(u"Ihr Befund ist da."_s);
    const auto second = account.bert.send(account.members, u"Bitte rufen Sie an."_s);
    REQUIRE(account.bert.machine->discardOutboundSession(party::room));
    const auto third = account.bert.send(account.members, u"Danke."_s); // a second key in the same Olm session
    const auto next = account.login();
    CHECK(bodyOf(next->read(first, account.bert.user)).isEmpty());
    REQUIRE(account.open(*next, account.data()));
    CHECK(account.receive(*next, account.inbox()) == 2);
    CHECK(next->machine->takeOutcome().newRoomKeys.size() == 2);
    next->flush();
    CHECK(bodyOf(next->read(first, account.bert.user, u"$1"_s)) == u"Ihr Befund ist da."_s);
    CHECK(bodyOf(next->read(second, account.bert.user, u"$2"_s)) == u"Bitte rufen Sie an."_s);
    CHECK(bodyOf(next->read(third, account.bert.user, u"$3"_s)) == u"Danke."_s);
    // Who wrote it is proven as if it had come to this device (S-07).
    const auto shown = std::get<DecryptedEvent>(next->read(first, account.bert.user, u"$1"_s));
    CHECK(shown.origin == KeyOrigin::Proven);
    CHECK(shown.shield == Shield{});
    CHECK(party::reasonOf(next->read(first, account.anna.user, u"$1"_s)) == Undecryptable::Reason::SenderMismatch);
    // Again, from the beginning: nothing new, nothing worse.
    REQUIRE(account.open(*next, account.data()));
    CHECK(account.receive(*next, account.inbox()) == 0);
}

TEST_CASE("a dehydrated device that nobody is writing to any more by its one-time keys is reached by its fallback key",
          "[encryption][dehydrated]")
{
    Account account;
    account.server.oneTimeKeys[{annaId, account.device.toString()}].clear();
    const auto content = account.writeToNobody(u"Hallo"_s);
    const auto next = account.login();
    REQUIRE(account.open(*next, account.data()));
    CHECK(account.receive(*next, account.inbox()) == 1);
    next->flush();
    CHECK(bodyOf(next->read(content, account.bert.user)) == u"Hallo"_s);
}

TEST_CASE("a dehydrated device is published as one, named after its key, signed by itself and by its owner",
          "[encryption][dehydrated]")
{
    Account account;
    const auto record = readDeviceKeys(account.keys(), account.anna.user, account.device);
    REQUIRE(record);
    CHECK(isDehydrated(*record));
    CHECK(record->device.toString() == keyText(record->curve25519));
    CHECK(record->supportsMegolm);
    CHECK(isSignedBy(account.keys(), account.anna.user, (*account.anna.store.identity(account.anna.user))->selfSigning));
    CHECK(account.upload.value("one_time_keys"_L1).toObject().size() >= 50);
    CHECK(account.upload.value("fallback_keys"_L1).toObject().size() == 1);
}

TEST_CASE("a dehydrated device is made only while the own identity is verified here", "[encryption][dehydrated]")
{
    Account account;
    Party fresh(account.server, account.clock, annaId, u"FRESH"_s);
    const auto made = with(fresh, [&](DehydratedDevices& devices) { return devices.make(account.pickleKey); });
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::Forbidden);
}

TEST_CASE("the server cannot read, change or pass off a dehydrated device", "[encryption][dehydrated]")
{
    const UserId user = *UserId::parse(annaId);
    const auto account = createDehydratedAccount();
    const auto key = crypto::randomSecret(32);
    const auto body =
        dehydratedDeviceUpload(account, user, {5}, key, [](const QJsonObject& keys) -> Result<QJsonObject> { return keys; });
    REQUIRE(body);
    const auto data = body->value("device_data"_L1).toObject();
    const auto device = dehydratedDeviceId(account);
    const auto opened = openDehydratedDevice(data, user, device, key);
    REQUIRE(opened);
    CHECK(opened->account.ed25519() == account.ed25519());
    CHECK(opened->made.ms == 5);

    using Code = ErrorCode;
    const auto refusal = [&](const QJsonObject& what, const UserId& whose, const DeviceId& which,
                             const crypto::SecretBytes& with) -> std::optional<Code> {
        const auto result = openDehydratedDevice(what, whose, which, with);
        return result ? std::nullopt : std::optional(result.error().code);
    };
    CHECK(refusal(data, user, device, crypto::randomSecret(32)) == Code::Crypto);
    CHECK(refusal(data, user, device, {}) == Code::Crypto);
    CHECK(refusal(data, *UserId::parse(u"@bert:example.org"_s), device, key) == Code::Crypto);
    CHECK(refusal(data, user, *DeviceId::parse(u"OTHER"_s), key) == Code::Crypto);
    CHECK(refusal(changed(data, u"algorithm"_s, u"org.matrix.msc3814.v2"_s), user, device, key) == Code::NotSupported);
    CHECK(refusal({}, user, device, key) == Code::NotSupported);
    CHECK(refusal(changed(data, u"more"_s, 1), user, device, key) == Code::Crypto);
    CHECK(refusal(changed(data, u"account"_s, 1), user, device, key) == Code::Crypto);
    const QString text = data.value("account"_L1).toString();
    for (const qsizetype place : {qsizetype{0}, qsizetype{20}, text.size() / 2, text.size() - 30}) {
        auto other = text;
        other[place] = other[place] == u'A' ? u'B' : u'A';
        CHECK(refusal(changed(data, u"account"_s, other), user, device, key) == Code::Crypto);
    }
    CHECK(refusal(changed(data, u"account"_s, text + u"="_s), user, device, key) == Code::Crypto);
    CHECK(refusal(changed(data, u"account"_s, text.left(text.size() - 4)), user, device, key) == Code::Crypto);
}

TEST_CASE("a dehydrated device that the server shows otherwise than it was made is not read (S-55)", "[encryption][dehydrated]")
{
    Account account;
    auto published = account.keys();
    auto deviceData = account.data();
    SECTION("not signed by the owner")
    {
        published.insert(u"signatures"_s,
                         QJsonObject{{annaId, QJsonObject{{u"ed25519:"_s + account.device.toString(),
                                                           published.value("signatures"_L1)
                                                               .toObject()
                                                               .value(annaId)
                                                               .toObject()
                                                               .value(u"ed25519:"_s + account.device.toString())}}}});
    }
    SECTION("not marked as dehydrated")
    {
        const auto other = createDehydratedAccount();
        account.device = dehydratedDeviceId(other);
        deviceData = account.dataOf(other);
        published = account.signedByAnna(other.curve25519(), other, false);
    }
    SECTION("another signing key")
    {
        const auto other = createDehydratedAccount();
        account.device = dehydratedDeviceId(other);
        deviceData = account.dataOf(other);
        published = account.signedByAnna(other.curve25519(), crypto::olm::Account::create(), true);
    }
    SECTION("not listed")
    {
        published = {};
    }
    SECTION("other keys")
    {
        deviceData = account.dataOf(createDehydratedAccount());
    }
    account.server.deviceKeys[{annaId, account.device.toString()}] = published;
    const auto next = account.login();
    const auto opened = account.open(*next, deviceData);
    REQUIRE_FALSE(opened);
    CHECK((opened.error().code == ErrorCode::Forbidden || opened.error().code == ErrorCode::Crypto));
    CHECK_FALSE(with(*next, [](DehydratedDevices& devices) { return devices.receive({}); }));
}

TEST_CASE("a dehydrated device that is older than the one made last is not read", "[encryption][dehydrated]")
{
    Account account;
    const auto oldData = account.data();
    account.clock.advance(party::hour);
    const auto newer = account.make();
    account.server.upload({annaId, newer.value("device_id"_L1).toString()}, newer);
    account.anna.sync({annaId});
    const auto opened = account.open(account.anna, oldData);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Forbidden);
}

TEST_CASE("out of a dehydrated device come room keys and nothing else", "[encryption][dehydrated]")
{
    Account account;
    const auto next = account.login();
    REQUIRE(account.open(*next, account.data()));
    Sender bert(account.upload);
    // It was asked for, by this device, and still does not come this way.
    next->machine->setBackupKey({});
    REQUIRE(next->machine->requestRoomKeys({{party::room, bert.group.id()}}));
    const auto before = next->machine->crossSigningSecrets();
    auto forwarded = bert.roomKey();
    forwarded.insert(u"sender_key"_s, bert.curve25519);
    forwarded.insert(u"sender_claimed_ed25519_key"_s, bert.ed25519);
    forwarded.insert(u"forwarding_curve25519_key_chain"_s, QJsonArray());
    const QString type = GENERATE(u"m.secret.send"_s, u"m.forwarded_room_key"_s, u"m.dummy"_s, u"m.room_key_request"_s);
    CAPTURE(type.toStdString());
    const auto content = type == u"m.secret.send"_s ? QJsonObject{{u"request_id"_s, u"1"_s}, {u"secret"_s, u"abc"_s}} : forwarded;
    CHECK(account.receive(*next, {bert.sealed(bert.says(type, content))}) == 0);
    CHECK_FALSE(next->store.inboundSession(party::room, bert.group.id())->has_value());
    CHECK_FALSE(next->machine->receivedBackupKey()->has_value());
    CHECK(next->machine->crossSigningSecrets()->master.equals(before->master));
    // A plain event has no effect either.
    CHECK(account.receive(
              *next, {party::toJson({{u"type"_s, u"m.room_key"_s}, {u"sender"_s, bert.user}, {u"content"_s, bert.roomKey()}})}) ==
          0);
    CHECK(account.receive(*next, {"{", "[]", ""}) == 0);
    CHECK(account.receive(*next, {bert.sealed(bert.says(u"m.room_key"_s, bert.roomKey()))}) == 1);
}

TEST_CASE("a room key of a dehydrated device passes the checks of every to-device message (S-05, S-06)",
          "[encryption][dehydrated]")
{
    Account account;
    const auto next = account.login();
    REQUIRE(account.open(*next, account.data()));
    Sender bert(account.upload);
    auto payload = bert.says(u"m.room_key"_s, bert.roomKey());
    SECTION("for this device instead of the dehydrated one")
    {
        payload.insert(u"recipient_keys"_s, QJsonObject{{u"ed25519"_s, keyText(next->machine->ed25519())}});
    }
    SECTION("another sender")
    {
        payload.insert(u"sender"_s, u"@carla:example.org"_s);
    }
    SECTION("another recipient")
    {
        payload.insert(u"recipient"_s, u"@carla:example.org"_s);
    }
    SECTION("another key of the sender")
    {
        payload.insert(u"keys"_s, QJsonObject{{u"ed25519"_s, keyText(Forger().account.ed25519())}});
    }
    SECTION("device keys of another device")
    {
        payload.insert(u"sender_device_keys"_s, Forger().deviceKeys());
    }
    SECTION("a sender that says it is dehydrated")
    {
        auto keys = bert.deviceKeys();
        keys.remove(u"signatures"_s);
        keys.insert(u"dehydrated"_s, true);
        payload.insert(u"sender_device_keys"_s, bert.sign(keys));
    }
    CHECK(account.receive(*next, {bert.sealed(payload)}) == 0);
    const auto event = bert.sealed(bert.says(u"m.room_key"_s, bert.roomKey()));
    CHECK(account.receive(*next, {event}) == 1); // the channel still works
    CHECK(account.receive(*next, {event}) == 0); // a replay
}

TEST_CASE("nothing that a dehydrated device sends is taken", "[encryption][dehydrated]")
{
    party::Server server;
    party::ManualClock clock;
    Party anna(server, clock, annaId, u"ANNA"_s);
    Forger bert;
    bert.connect(server, anna);
    auto keys = bert.deviceKeys();
    keys.remove(u"signatures"_s);
    keys.insert(u"dehydrated"_s, true);
    keys = bert.sign(keys);
    const bool isKnown = GENERATE(false, true);
    if (isKnown) {
        server.deviceKeys[{bert.user, bert.device}] = keys;
        REQUIRE(anna.machine->trackUsers({*UserId::parse(bert.user)}));
        anna.flush();
    }
    const auto group = crypto::olm::OutboundGroupSession::create();
    auto payload = bert.payload(*anna.machine, u"m.room_key"_s,
                                {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                                 {u"room_id"_s, party::room.toString()},
                                 {u"session_id"_s, QString::fromLatin1(group.id())},
                                 {u"session_key"_s, QString::fromLatin1(group.sessionKey().bytes().toByteArray())}});
    if (isKnown)
        payload.remove(u"sender_device_keys"_s);
    else
        payload.insert(u"sender_device_keys"_s, keys);
    CHECK(anna.receive(bert.seal(anna, payload)).newRoomKeys.isEmpty());
    CHECK_FALSE(anna.store.inboundSession(party::room, group.id())->has_value());
}

TEST_CASE("room keys go to a dehydrated device only if its owner has signed it", "[encryption][dehydrated]")
{
    party::AnnaAndBert chat;
    const bool hasIdentity = GENERATE(false, true);
    chat.anna.bootstrap();
    if (hasIdentity)
        chat.bert.bootstrap();
    Forger stranger; // the server says that it is Bert's
    stranger.device = keyText(stranger.account.curve25519());
    auto keys = stranger.deviceKeys();
    keys.remove(u"signatures"_s);
    keys.insert(u"dehydrated"_s, true);
    chat.server.deviceKeys[{stranger.user, stranger.device}] = stranger.sign(keys);
    stranger.account.generateOneTimeKeys(1);
    const auto oneTime = stranger.account.unpublishedOneTimeKeys().first();
    chat.server.oneTimeKeys[{stranger.user, stranger.device}] = {
        {u"signed_curve25519:"_s + QString::fromLatin1(oneTime.id), stranger.sign({{u"key"_s, keyText(oneTime.key)}})}};
    chat.anna.send(chat.members, u"Hallo"_s);
    int sent = 0;
    for (const auto& request : chat.server.toDeviceLog) {
        if (!request.path.contains("m.room.encrypted"_L1))
            continue;
        const auto devices = request.body.value("messages"_L1).toObject().value(stranger.user).toObject();
        CHECK_FALSE(devices.contains(stranger.device));
        sent += static_cast<int>(devices.size());
    }
    CHECK(sent == 1); // to the one that is Bert's
}

TEST_CASE("the own dehydrated device is nobody's to see, to ask or to verify", "[encryption][dehydrated]")
{
    Account account;
    CHECK(account.news.alerts.isEmpty());
    const auto next = account.login();
    CHECK(account.anna.sync({annaId}).alerts ==
          QList{EncryptionAlert{EncryptionAlert::Kind::NewOwnDevice, account.anna.user, next->device}});
    next->sync({annaId});
    const auto listed = *next->machine->devices(account.anna.user);
    CHECK(listed.size() == 2);
    CHECK(std::none_of(listed.begin(), listed.end(), [&](const auto& one) { return one.device == account.device; }));
    CHECK(*next->machine->hiddenDevices() == QList{account.device});
    CHECK_FALSE(next->machine->requestVerification({account.device}));
    account.server.toDeviceLog.clear();
    REQUIRE(next->machine->requestVerification(QList<DeviceId>()));
    REQUIRE(next->machine->requestRoomKeys({{party::room, "abc"}}));
    next->sync();
    const auto isAsked = [&](const OutgoingRequest& sent) {
        return sent.body.value("messages"_L1).toObject().value(annaId).toObject().contains(account.device.toString());
    };
    CHECK(account.server.toDeviceLog.size() >= 2);
    CHECK(std::none_of(account.server.toDeviceLog.begin(), account.server.toDeviceLog.end(), isAsked));
}

TEST_CASE("what a server could have slipped in as a dehydrated device stays visible", "[encryption][dehydrated]")
{
    Account account;
    SECTION("a second one")
    {
        const auto second = account.make();
        account.server.upload({annaId, second.value("device_id"_L1).toString()}, second);
        account.anna.sync({annaId});
        CHECK(account.anna.machine->devices(account.anna.user)->size() == 3);
    }
    SECTION("one that is not signed")
    {
        Forger stranger;
        stranger.user = annaId;
        stranger.device = keyText(stranger.account.curve25519());
        auto keys = stranger.deviceKeys();
        keys.remove(u"signatures"_s);
        keys.insert(u"dehydrated"_s, true);
        account.server.deviceKeys[{annaId, stranger.device}] = stranger.sign(keys);
        CHECK(account.anna.sync({annaId}).alerts.size() == 1);
        CHECK(account.anna.machine->devices(account.anna.user)->size() == 2);
    }
}
