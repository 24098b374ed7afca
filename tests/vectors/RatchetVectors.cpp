#include "crypto/AesCbc.h"
#include "crypto/Ed25519.h"
#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"
#include "crypto/X25519.h"
#include "crypto/olm/Account.h"
#include "crypto/olm/InboundGroupSession.h"
#include "tests/vectors/VectorCheck.h"

#include <QJsonArray>

#include <algorithm>

using namespace crypto;
using namespace Qt::StringLiterals;

namespace test {

namespace {

olm::Message olmMessage(const QJsonValue& event, const QByteArray& ownKey)
{
    const auto message = event["content"_L1]["ciphertext"_L1][QString::fromLatin1(ownKey)];
    return {message["type"_L1].toInt() == 0 ? olm::Message::Type::PreKey : olm::Message::Type::Normal, text(message["body"_L1])};
}

} // namespace

void megolmExportedSession(const Vector& v, Check& check)
{
    auto session = olm::InboundGroupSession::fromExport(text(v.input["exported_session"_L1]["session_key"_L1]));
    const auto content = v.input["event"_L1]["content"_L1];
    const auto read = session ? session->decrypt(text(content["ciphertext"_L1])) : std::unexpected(session.error());
    check.that(session && session->id() == text(content["session_id"_L1]), u"session id"_s);
    check.that(read && json(read->bytes) == v.expected["plaintext"_L1].toObject(), u"plaintext"_s);
    check.that(read && qint64(read->index) == v.expected["message_index"_L1].toInteger(-1), u"index"_s);
}

void megolmAdvance(const Vector& v, Check& check)
{
    using Comparison = olm::InboundGroupSession::Comparison;
    const auto first = olm::InboundGroupSession::fromExport(text(v.input["exported_session_index_0"_L1]));
    const auto upstream = olm::InboundGroupSession::fromExport(text(v.input["upstream_ratcheted_session"_L1]));
    const QByteArray correct = text(v.expected["correct_exported_session_index_1"_L1]);
    auto second = olm::InboundGroupSession::fromExport(correct);
    if (!first || !upstream || !second)
        return check.that(false, u"import"_s);
    check.that(isBytes(first->exportAt(1), correct), u"advance"_s);
    check.that(first->compare(*upstream) == Comparison::Unconnected && first->id() == upstream->id(), u"not connected"_s);
    check.that(first->compare(*second) == Comparison::Better, u"connected"_s);
    const auto read = second->decrypt(text(v.input["event"_L1]["content"_L1]["ciphertext"_L1]));
    check.that(!read && read.error() == Error::UnknownMessageIndex, u"earlier message"_s);
}

void megolmSharedSession(const Vector& v, Check& check)
{
    auto session = olm::InboundGroupSession::fromSessionKey(text(v.input["session_key"_L1]));
    const auto read = session ? session->decrypt(text(v.input["message"_L1])) : std::unexpected(session.error());
    check.that(read && read->bytes == text(v.expected["plaintext"_L1]) && read->index == 0, u"plaintext"_s);
}

void megolmRatchet(const Vector& v, Check& check)
{
    // The bare ratchet as an export with some usable key behind it.
    const QByteArray raw = QByteArray("\x01\0\0\0\0", 5) + text(v.input["ratchet_ascii"_L1]) +
                           Ed25519KeyPair::generate().publicKey().view().toByteArray();
    const auto session = olm::InboundGroupSession::fromExport(base64::encodeUnpadded(raw));
    const auto exported =
        session ? session->exportAt(static_cast<quint32>(v.input["to"_L1].toInt())) : std::unexpected(session.error());
    const auto bytes = exported ? base64::decode(exported->bytes()) : std::unexpected(exported.error());
    check.that(bytes && bytes->mid(5, 128) == hex(v.expected["ratchet_hex"_L1]), u"ratchet"_s);
}

void olmConversation(const Vector& v, Check& check)
{
    const auto own = v.input["own"_L1];
    auto account = olm::Account::fromPickle(text(own["libolm_account_pickle"_L1]), secretHex(own["pickle_key_hex"_L1]));
    const auto peer = Curve25519Key::parse(text(v.input["peer"_L1]["device_keys"_L1]["keys"_L1]["curve25519:ALICEDEV"_L1]));
    if (!account || !peer)
        return check.that(false, u"account"_s);
    check.that(account->curve25519().toBase64() == text(own["identity_keys"_L1]["curve25519"_L1]) &&
                   account->ed25519().toBase64() == text(own["identity_keys"_L1]["ed25519"_L1]),
               u"identity keys"_s);
    std::optional<olm::Session> session;
    for (const auto& entry : v.input["to_device_in_order"_L1].toArray()) {
        const auto message = olmMessage(entry["event"_L1], account->curve25519().toBase64());
        QByteArray plaintext;
        if (session) {
            plaintext = session->decrypt(message).value_or(QByteArray());
        } else if (auto inbound = account->inboundSession(*peer, message)) {
            plaintext = inbound->plaintext;
            session = std::move(inbound->session);
        }
        check.that(plaintext == text(entry["plaintext_utf8"_L1]), entry["case"_L1].toString());
        check.that(session && !session->decrypt(message), u"replay"_s);
        const auto again = account->inboundSession(*peer, message);
        check.that(!again && again.error() == Error::UnknownOneTimeKey, u"second session"_s);
        const auto key = json(plaintext)["content"_L1]["session_key"_L1];
        auto group = olm::InboundGroupSession::fromSessionKey(text(key));
        const auto event = v.input["room_event"_L1]["content"_L1];
        const auto read = group ? group->decrypt(text(event["ciphertext"_L1])) : std::unexpected(group.error());
        check.that(read && json(read->bytes) == v.expected["room_event"_L1].toObject(), u"room event"_s);
    }
    check.that(
        account->inboundSession(*peer, olmMessage(v.input["to_device_with_fallback_key"_L1], account->curve25519().toBase64()))
            .has_value(),
        u"fallback key"_s);
}

void olmGarbage(const Vector& v, Check& check)
{
    auto session = olm::Session::fromPickle(text(v.input["session_pickle"_L1]),
                                            SecretBytes::fromBytes(text(v.input["session_pickle_key"_L1])));
    check.that(session.has_value(), u"pickle"_s);
    for (const auto& entry : v.input["messages_hex"_L1].toArray()) {
        for (const auto type : {olm::Message::Type::PreKey, olm::Message::Type::Normal})
            check.that(session && !session->decrypt({type, base64::encodeUnpadded(hex(entry))}), entry.toString());
    }
}

void accountPickle(const Vector& v, Check& check)
{
    const auto account =
        olm::Account::fromPickle(text(v.input["pickle"_L1]), SecretBytes::fromBytes(text(v.input["pickle_key"_L1])));
    if (!account)
        return check.that(false, u"pickle"_s);
    const bool inHex = v.expected.contains("ed25519_public_hex"_L1);
    const QByteArray ed =
        inHex ? hex(v.expected["ed25519_public_hex"_L1]) : base64::decode(text(v.expected["ed25519"_L1])).value_or("");
    const QByteArray curve =
        inHex ? hex(v.expected["curve25519_public_hex"_L1]) : base64::decode(text(v.expected["curve25519"_L1])).value_or("");
    check.that(account->ed25519().view() == ed, u"ed25519"_s);
    check.that(account->curve25519().view() == curve, u"curve25519"_s);
}

// Libolm's functions for the key of a backup are not called (S-03): the pickle is opened with what is used instead of them.
// It is a ciphertext and 8 bytes of its MAC; inside a version of 4 bytes, the public key and the private one.
void backupKeyPickle(const Vector& v, Check& check)
{
    const auto sealed = base64::decode(text(v.input["pickle"_L1]));
    if (!sealed || sealed->size() <= 8)
        return check.that(false, u"base64"_s);
    const auto keys = hkdfSha256(SecretBytes::fromBytes(text(v.input["pickle_key"_L1])), {}, "Pickle", 80);
    const auto part = [&](size_t start, size_t size) { return SecretBytes(keys.view().subspan(start, size)); };
    const QByteArray ciphertext = sealed->chopped(8);
    check.that(hmacSha256(part(32, 32), ciphertext).left(8) == sealed->last(8), u"MAC"_s);
    const auto opened = aesCbcDecrypt(part(0, 32), part(64, 16), ciphertext);
    if (!opened || opened->size() != 4 + 2 * 32)
        return check.that(false, u"pickle"_s);
    const auto pair = X25519KeyPair::fromPrivateKey(SecretBytes(opened->view().subspan(36, 32)));
    check.that(pair && pair->privateKey().bytes() == hex(v.expected["private_key_hex"_L1]), u"private key"_s);
    check.that(pair && pair->publicKey().toBase64() == text(v.expected["public_key"_L1]), u"public key"_s);
    check.that(pair && pair->publicKey().view() == opened->bytes().sliced(4, 32), u"public key in the pickle"_s);
}

} // namespace test
