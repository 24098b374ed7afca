#include "tests/core/hostile/HostileChat.h"

#include "core/encryption/MachineContext.h"
#include "crypto/Ed25519.h"
#include "crypto/JsonSignature.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

HostileChat::HostileChat()
{
    bert.bootstrap();
    REQUIRE(bert.machine->trackUsers({erikasId}));
    bert.sync({erikasId.toString()});
    const QJsonArray members{events::member(erikasId.toString(), u"join"_s, u"Erika"_s),
                             events::member(bert.user.toString(), u"join"_s, u"Bert"_s)};
    server.members = members;
    QJsonArray state = members;
    state.append(events::encryption());
    server.pushEvents(room, {}, state);
    erika.settle();
    REQUIRE(*erika.machine().identityStatus(bert.user) == IdentityStatus::Pinned);
}

void HostileChat::verifyBert()
{
    auto secrets = erika.machine().crossSigningSecrets();
    REQUIRE(secrets);
    const auto key = crypto::Ed25519KeyPair::fromSeed(std::move(secrets->userSigning));
    REQUIRE(key);
    auto& master = keys.masterKeys[bert.user.toString()];
    const auto signedMaster = crypto::signJson(master, erikasId.toString(), ed25519KeyId(base64Text(key->publicKey())),
                                               [&](QByteArrayView message) { return key->sign(message); });
    REQUIRE(signedMaster);
    master = *signedMaster;
    server.pushChangedDevices(bert.user.toString());
    erika.settle();
    REQUIRE(*erika.machine().identityStatus(bert.user) == IdentityStatus::Verified);
}

void HostileChat::bertWrites(const QString& text)
{
    server.pushEvents(room, {events::encrypted(bert.user.toString(), bert.send({erikasId, bert.user}, text))});
    erika.settle();
}

QString HostileChat::readByBert()
{
    REQUIRE_FALSE(server.sent.empty());
    bert.sync();
    return party::bodyOf(bert.read(server.sent.back().content, erikasId, u"$sent%1"_s.arg(server.sent.size())));
}
