// A server that shows devices and keys that are not Bert's.
#include "core/encryption/MachineContext.h"
#include "tests/core/hostile/HostileChat.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

using Item = TimelineItem;

namespace {

/// The codes of what the client refuses to this device.
QStringList withheldCodes(const HostileHomeserver& server, const DeviceId& device)
{
    QStringList codes;
    for (const auto& message : server.toDeviceFor(device)) {
        if (message.type == "m.room_key.withheld"_L1)
            codes.append(message.content.value("code"_L1).toString());
    }
    return codes;
}

/// The Curve25519 keys that something was encrypted for on its way to this device.
QStringList recipientKeys(const HostileHomeserver& server, const DeviceId& device)
{
    QStringList keys;
    for (const auto& message : server.toDeviceFor(device))
        keys += message.content.value("ciphertext"_L1).toObject().keys();
    keys.removeDuplicates();
    return keys;
}

} // namespace

TEST_CASE("a device that the server adds to a verified person gets no key and changes nothing", "[hostile][S-30][X-01]")
{
    HostileChat chat;
    chat.verifyBert();
    chat.bertWrites(u"Guten Tag"_s);
    REQUIRE(chat.erika.messages(chat.room).size() == 1);
    CHECK(chat.erika.messages(chat.room)[0].authenticity == Item::Authenticity::Proven);

    party::Party evil(chat.keys, chat.clock, chat.bert.user.toString(), u"EVIL"_s);
    chat.server.pushChangedDevices(chat.bert.user.toString());
    chat.erika.settle();

    const auto check = [&](const QString& text) {
        chat.erika.sendText(chat.room, text);
        CHECK(chat.readByBert() == text);
        evil.sync();
        CHECK(party::reasonOf(evil.read(chat.server.sent.back().content, chat.erikasId)) ==
              Undecryptable::Reason::WithheldUnverified);
        CHECK(*chat.erika.machine().identityStatus(chat.bert.user) == IdentityStatus::Verified);
        CHECK(chat.erika.messages(chat.room)[0].authenticity == Item::Authenticity::Proven);
    };
    check(u"Mein geheimer Befund"_s);
    CHECK(withheldCodes(chat.server, evil.device) == QStringList{u"m.unverified"_s});
    chat.erika.restart(); // with a new room key
    check(u"Noch ein geheimer Befund"_s);
    CHECK(withheldCodes(chat.server, evil.device) == QStringList{u"m.unverified"_s, u"m.unverified"_s});
    CHECK(recipientKeys(chat.server, evil.device).isEmpty());
    CHECK(chat.erika.alerts().isEmpty());
    CHECK_FALSE(chat.server.hasSeen("geheim"));
    chat.erika.checkNoSecretsAt(chat.server);
}

TEST_CASE("what such a device writes is not shown as the person's, also after a restart", "[hostile][S-30][X-01]")
{
    HostileChat chat;
    chat.verifyBert();
    party::Party evil(chat.keys, chat.clock, chat.bert.user.toString(), u"EVIL"_s);
    chat.server.pushChangedDevices(chat.bert.user.toString());
    REQUIRE(evil.machine->trackUsers({chat.erikasId}));
    const auto forged = evil.send({chat.erikasId}, u"Bitte überweisen Sie"_s);
    chat.server.pushEvents(chat.room, {events::encrypted(chat.bert.user.toString(), forged)});
    chat.erika.settle();
    for (int start = 0; start < 2; ++start) {
        const auto rows = chat.erika.messages(chat.room);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].kind == Item::Kind::Undecryptable);
        CHECK(rows[0].reason == Item::Reason::UntrustedDevice);
        CHECK(rows[0].text.isEmpty());
        chat.erika.restart();
    }
}

TEST_CASE("a known device keeps its key when the server shows another one", "[hostile][S-28][X-03]")
{
    HostileChat chat;
    chat.verifyBert();
    const auto before = *chat.erika.machine().devices(chat.bert.user);
    const QString oldKey = base64Text(chat.bert.machine->curve25519());
    const QString evilKey = base64Text(crypto::X25519KeyPair::generate().publicKey());

    // As only somebody with Bert's own signing keys could do it.
    auto& shown = chat.keys.deviceKeys[{chat.bert.user.toString(), chat.bert.device.toString()}];
    auto changed = shown;
    auto named = changed.value("keys"_L1).toObject();
    named.insert(u"curve25519:BERT"_s, evilKey);
    changed.insert(u"keys"_s, named);
    changed.remove("signatures"_L1);
    const auto resigned = chat.bert.machine->signAsOwner(changed);
    REQUIRE(resigned);
    shown = *resigned;
    chat.server.pushChangedDevices(chat.bert.user.toString());
    chat.erika.settle();
    CHECK(chat.erika.alerts() ==
          QList<EncryptionAlert>{{EncryptionAlert::Kind::DeviceKeysChanged, chat.bert.user, chat.bert.device}});

    for (const QString& text : {u"Mein geheimer Befund"_s, u"Noch ein geheimer Befund"_s}) {
        CHECK(*chat.erika.machine().devices(chat.bert.user) == before);
        chat.erika.sendText(chat.room, text);
        CHECK(chat.readByBert() == text);
        chat.erika.restart();
    }
    CHECK(recipientKeys(chat.server, chat.bert.device) == QStringList{oldKey});
    CHECK_FALSE(chat.server.hasSeen(evilKey.toUtf8()));
    CHECK_FALSE(chat.server.hasSeen("geheim"));
    chat.erika.checkNoSecretsAt(chat.server);
}
