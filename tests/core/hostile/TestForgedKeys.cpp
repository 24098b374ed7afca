// Keys and secrets that come from somebody who was not asked.
#include "crypto/Base64.h"
#include "crypto/Ed25519.h"
#include "tests/core/encryption/Forger.h"
#include "tests/core/hostile/SecondDevice.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

using Item = TimelineItem;

/// A device of `user` that can say anything, at the server and known to the client.
party::Forger appear(HostileChat& chat, HostileHomeserver& server, WholeClient& client, const QString& user,
                     const crypto::SecretBytes* selfSigning)
{
    party::Forger liar{.user = user, .device = u"EVIL"_s, .session = {}};
    auto keys = liar.deviceKeys();
    if (selfSigning) {
        const auto signer = *crypto::Ed25519KeyPair::fromSeed(selfSigning->copy());
        keys = *crypto::signJson(keys, user, u"ed25519:"_s + party::keyText(signer.publicKey()),
                                 [&](QByteArrayView message) { return signer.sign(message); });
    }
    chat.keys.deviceKeys[{user, liar.device}] = keys;
    server.pushChangedDevices(user);
    client.settle();
    liar.connect(chat.keys, client.machine());
    return liar;
}

void send(HostileChat& chat, HostileHomeserver& server, WholeClient& client, const QByteArray& event)
{
    chat.keys.inbox[{client.machine().user().toString(), client.machine().device().toString()}].append(event);
    server.push();
    client.settle();
}

QList<QJsonObject> contentsFor(const HostileHomeserver& server, const DeviceId& device, const QString& type)
{
    QList<QJsonObject> contents;
    for (const auto& message : server.toDeviceFor(device)) {
        if (message.type == type)
            contents.append(message.content);
    }
    return contents;
}

} // namespace

TEST_CASE("a room key that nobody asked for, or that comes from others than own signed devices, is not taken in",
          "[hostile][S-58][X-13]")
{
    HostileChat chat;
    auto& erika = chat.erika;
    SecondDevice second(chat, chat.server, erika, u"ZWEIT"_s);
    second.bringKeys();
    // Bert's key reaches the second device; on its way to the first one the server drops it.
    chat.bert.sync({chat.erikasId.toString()});
    const auto sealed = chat.bert.send({chat.erikasId, chat.bert.user}, u"Guten Tag"_s);
    chat.keys.inbox[{chat.erikasId.toString(), u"ERIKA"_s}].clear();
    second.party.sync();
    const auto truth = chat.bert.machine->exportRoomKeys({}, 10);
    REQUIRE(truth->keys.size() == 1);

    const auto bertsSecrets = chat.bert.machine->crossSigningSecrets();
    auto bert = appear(chat, chat.server, erika, chat.bert.user.toString(), &bertsSecrets->selfSigning);
    auto evil = appear(chat, chat.server, erika, chat.erikasId.toString(), nullptr);
    const auto forward = [&](party::Forger& from) {
        const auto& key = truth->keys.front();
        const QJsonObject content{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                                  {u"room_id"_s, chat.room.toString()},
                                  {u"session_id"_s, QString::fromLatin1(key.id.sessionId)},
                                  {u"session_key"_s, QString::fromLatin1(key.sessionKey.bytes().toByteArray())},
                                  {u"sender_key"_s, party::keyText(chat.bert.machine->curve25519())},
                                  {u"sender_claimed_ed25519_key"_s, party::keyText(chat.bert.machine->ed25519())},
                                  {u"forwarding_curve25519_key_chain"_s, QJsonArray()}};
        send(chat, chat.server, erika,
             from.seal(erika.machine(), from.payload(erika.machine(), u"m.forwarded_room_key"_s, content)));
    };
    const auto before = *erika.machine().countRoomKeys();
    const auto checkNothingCame = [&] {
        CHECK(*erika.machine().countRoomKeys() == before);
        for (const auto& row : erika.messages(chat.room)) {
            CHECK(row.kind == Item::Kind::Undecryptable);
            CHECK(row.text.isEmpty());
        }
    };
    forward(bert);
    forward(evil);
    checkNothingCame();
    chat.server.pushEvents(chat.room, {events::encrypted(chat.bert.user.toString(), sealed)});
    erika.settle();
    REQUIRE(erika.messages(chat.room).size() == 1);
    checkNothingCame();

    // The client asks, its own signed device only.
    for (int look = 0; look < 2; ++look) {
        chat.clock.advance(2 * 60'000);
        chat.server.push();
        erika.settle();
    }
    const QString request = u"m.room_key_request"_s;
    REQUIRE(contentsFor(chat.server, second.party.device, request).size() == 1);
    const auto messages = chat.server.toDevice();
    CHECK(std::ranges::count(messages, request, &HostileHomeserver::ToDevice::type) == 1);
    forward(bert);
    forward(evil);
    checkNothingCame();
    erika.restart();
    forward(bert);
    forward(evil);
    checkNothingCame();

    // Only that device's answer counts.
    second.exchange();
    CHECK(*erika.machine().countRoomKeys() == before + 1);
    const auto rows = erika.messages(chat.room);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].text == u"Guten Tag"_s);
    CHECK(rows[0].authenticity == Item::Authenticity::NotProven);
}

TEST_CASE("a secret that a device sends which is not verified is dropped, though it knows the request", "[hostile][S-60][X-15]")
{
    HostileChat chat;
    HostileHomeserver server(chat.keys, chat.erikasId.toString(), u"NEU"_s);
    server.account.accountData = chat.server.account.accountData;
    server.account.backups = chat.server.account.backups;
    WholeClient fresh(server, chat.clock, chat.erikasId.toString(), u"NEU"_s);
    SecondDevice second(chat, server, fresh, u"ZWEIT"_s);
    second.bringKeys();
    second.makeReady();
    second.actHere(VerificationAction::CompareEmoji);
    second.actHere(VerificationAction::Confirm);
    second.actThere(VerificationAction::Confirm);
    REQUIRE(second.there().phase == VerificationState::Phase::Done);
    const auto requests = contentsFor(server, second.party.device, u"m.secret.request"_s);
    REQUIRE(requests.size() == 4);
    REQUIRE_FALSE(fresh.machine().crossSigningSecrets());
    const auto identity = chat.keys.masterKeys;

    // The ids stand in the clear: the server, and whom it tells, know them.
    auto evil = appear(chat, server, fresh, chat.erikasId.toString(), nullptr);
    const auto attack = [&] {
        for (const auto& request : requests) {
            const auto seed = crypto::base64::encodeSecret(crypto::SecretBytes::fromBytes(QByteArray(32, 'e')));
            const QJsonObject content{{u"request_id"_s, request.value("request_id"_L1)},
                                      {u"secret"_s, QString::fromLatin1(seed.bytes())}};
            send(chat, server, fresh, evil.seal(fresh.machine(), evil.payload(fresh.machine(), u"m.secret.send"_s, content)));
            send(chat, server, fresh,
                 party::toJson(
                     {{u"type"_s, u"m.secret.send"_s}, {u"sender"_s, chat.erikasId.toString()}, {u"content"_s, content}}));
        }
    };
    for (int start = 0; start < 2; ++start) {
        attack();
        CHECK_FALSE(fresh.machine().crossSigningSecrets());
        CHECK_FALSE(fresh.machine().receivedBackupKey()->has_value());
        CHECK(fresh.machine().waitsForSecretsSince()->isKnown()); // it still waits for the one that was asked
        CHECK(*fresh.machine().ownIdentity() != OwnIdentityStatus::Verified);
        CHECK(chat.keys.masterKeys == identity);
        fresh.restart();
    }

    // What the device that was asked has is taken in.
    REQUIRE(second.party.machine->allowSecretsFor(fresh.machine().device()));
    second.exchange();
    const auto secrets = fresh.machine().crossSigningSecrets();
    REQUIRE(secrets);
    CHECK(secrets->master.equals(chat.erika.machine().crossSigningSecrets()->master));
}
