#pragma once

#include "crypto/JsonSignature.h"
#include "crypto/olm/Account.h"
#include "tests/core/encryption/TestParty.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

namespace party {

QString keyText(const auto& key)
{
    return QString::fromLatin1(key.toBase64());
}

/// A device that can say anything over Olm.
struct Forger {
    crypto::olm::Account account = crypto::olm::Account::create();
    QString user = QStringLiteral("@bert:example.org");
    QString device = QStringLiteral("FORGER");
    std::optional<crypto::olm::Session> session;

    [[nodiscard]] QJsonObject sign(const QJsonObject& object) const
    {
        return *crypto::signJson(object, user, QStringLiteral("ed25519:") + device,
                                 [this](QByteArrayView message) { return account.sign(message); });
    }
    [[nodiscard]] QJsonObject deviceKeys() const
    {
        return sign({{QStringLiteral("user_id"), user},
                     {QStringLiteral("device_id"), device},
                     {QStringLiteral("algorithms"),
                      QJsonArray{QStringLiteral("m.olm.v1.curve25519-aes-sha2"), QStringLiteral("m.megolm.v1.aes-sha2")}},
                     {QStringLiteral("keys"), QJsonObject{{QStringLiteral("curve25519:") + device, keyText(account.curve25519())},
                                                          {QStringLiteral("ed25519:") + device, keyText(account.ed25519())}}}});
    }
    [[nodiscard]] QJsonObject payload(const core::OlmMachine& to, const QString& type, const QJsonObject& content) const
    {
        return {{QStringLiteral("type"), type},
                {QStringLiteral("content"), content},
                {QStringLiteral("sender"), user},
                {QStringLiteral("recipient"), to.user().toString()},
                {QStringLiteral("recipient_keys"), QJsonObject{{QStringLiteral("ed25519"), keyText(to.ed25519())}}},
                {QStringLiteral("keys"), QJsonObject{{QStringLiteral("ed25519"), keyText(account.ed25519())}}},
                {QStringLiteral("sender_device_keys"), deviceKeys()}};
    }
    void connect(Server& server, const Party& to) { connect(server, *to.machine); }
    void connect(Server& server, const core::OlmMachine& to)
    {
        const auto keys = &server.oneTimeKeys[{to.user().toString(), to.device().toString()}];
        REQUIRE_FALSE(keys->empty());
        const auto key = crypto::Curve25519Key::parse(keys->begin()->second.value(QLatin1StringView("key")).toString().toUtf8());
        keys->erase(keys->begin());
        session = std::move(*account.outboundSession(to.curve25519(), *key));
    }
    [[nodiscard]] QByteArray event(const Party& to, const crypto::olm::Message& message) const
    {
        return event(*to.machine, message);
    }
    [[nodiscard]] QByteArray event(const core::OlmMachine& to, const crypto::olm::Message& message) const
    {
        const QJsonObject part{{QStringLiteral("type"), static_cast<int>(message.type)},
                               {QStringLiteral("body"), QString::fromLatin1(message.body)}};
        return toJson({{QStringLiteral("type"), QStringLiteral("m.room.encrypted")},
                       {QStringLiteral("sender"), user},
                       {QStringLiteral("content"),
                        QJsonObject{{QStringLiteral("algorithm"), QStringLiteral("m.olm.v1.curve25519-aes-sha2")},
                                    {QStringLiteral("sender_key"), keyText(account.curve25519())},
                                    {QStringLiteral("ciphertext"), QJsonObject{{keyText(to.curve25519()), part}}}}}});
    }
    QByteArray seal(const Party& to, const QJsonObject& payload) { return seal(*to.machine, payload); }
    QByteArray seal(const core::OlmMachine& to, const QJsonObject& payload)
    {
        return event(to, *session->encrypt(toJson(payload)));
    }
};

} // namespace party
