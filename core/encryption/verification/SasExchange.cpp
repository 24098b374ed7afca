#include "core/encryption/verification/SasExchange.h"

#include "core/encryption/MachineContext.h"
#include "crypto/Base64.h"
#include "crypto/CanonicalJson.h"
#include "crypto/SecretBytes.h"
#include "crypto/Sha256.h"

#include <QJsonArray>
#include <QMap>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString agreement = u"curve25519-hkdf-sha256"_s;
const QString hash = u"sha256"_s;
const QString authentication = u"hkdf-hmac-sha256.v2"_s;
const QString emoji = u"emoji"_s;
const QString decimal = u"decimal"_s;

std::unexpected<VerificationCancel> end(const QString& code)
{
    return std::unexpected(VerificationCancel{code});
}

bool offers(const QJsonObject& content, QLatin1StringView list, const QString& method)
{
    return content.value(list).toArray().contains(method);
}

QByteArray commitmentTo(const crypto::Curve25519Key& key, const QJsonObject& start)
{
    const auto canonical = crypto::canonicalJson(start);
    return canonical ? crypto::base64::encodeUnpadded(crypto::sha256(key.toBase64() + *canonical)) : QByteArray();
}

QByteArray nameOf(const VerificationParty& party, const crypto::Curve25519Key& key)
{
    return party.user.toUtf8() + '|' + party.device.toUtf8() + '|' + key.toBase64();
}

QMap<QString, crypto::Ed25519Key> keysOf(const VerificationParty& party)
{
    QMap<QString, crypto::Ed25519Key> keys{{ed25519KeyId(party.device.toString()), party.key}};
    if (party.master)
        keys.insert(ed25519KeyId(base64Text(*party.master)), *party.master);
    return keys;
}

bool isMac(const QJsonValue& given, const QByteArray& expected)
{
    const auto bytes = crypto::base64::decode(given.toString().toUtf8());
    return bytes && crypto::constantTimeEquals(*bytes, expected);
}

} // namespace

SasExchange::SasExchange(const VerificationParty& own, const VerificationParty& other, const QString& transaction, bool weBegan)
    : m_own(own)
    , m_other(other)
    , m_transaction(transaction)
    , m_weBegan(weBegan)
{
}

SasExchange SasExchange::begin(const VerificationParty& own, const VerificationParty& other, const QString& transaction,
                               const QJsonObject& addressing)
{
    SasExchange exchange(own, other, transaction, true);
    exchange.m_start = addressing;
    exchange.m_start.insert(u"from_device"_s, own.device.toString());
    exchange.m_start.insert(u"method"_s, u"m.sas.v1"_s);
    exchange.m_start.insert(u"key_agreement_protocols"_s, QJsonArray{agreement});
    exchange.m_start.insert(u"hashes"_s, QJsonArray{hash});
    exchange.m_start.insert(u"message_authentication_codes"_s, QJsonArray{authentication});
    exchange.m_start.insert(u"short_authentication_string"_s, QJsonArray{decimal, emoji});
    exchange.m_awaits = Awaits::Accept;
    return exchange;
}

VerificationMessage SasExchange::first() const
{
    if (m_weBegan)
        return {u"m.key.verification.start"_s, m_start};
    QJsonArray ways{decimal};
    if (offers(m_start, "short_authentication_string"_L1, emoji))
        ways.append(emoji);
    return {u"m.key.verification.accept"_s,
            {{u"method"_s, u"m.sas.v1"_s},
             {u"key_agreement_protocol"_s, agreement},
             {u"hash"_s, hash},
             {u"message_authentication_code"_s, authentication},
             {u"short_authentication_string"_s, ways},
             {u"commitment"_s, QString::fromLatin1(commitmentTo(m_pair.publicKey(), m_start))}}};
}

std::expected<SasExchange, VerificationCancel> SasExchange::answer(const VerificationParty& own, const VerificationParty& other,
                                                                   const QString& transaction, const QJsonObject& start)
{
    if (!offers(start, "key_agreement_protocols"_L1, agreement) || !offers(start, "hashes"_L1, hash) ||
        !offers(start, "message_authentication_codes"_L1, authentication) ||
        !offers(start, "short_authentication_string"_L1, decimal))
        return end(cancelCode::unknownMethod);
    SasExchange exchange(own, other, transaction, false);
    exchange.m_start = start;
    exchange.m_awaits = Awaits::Key;
    if (commitmentTo(exchange.m_pair.publicKey(), start).isEmpty())
        return end(cancelCode::invalidMessage);
    return exchange;
}

SasExchange::Step SasExchange::receive(const QString& type, const QJsonObject& content)
{
    if (type == "m.key.verification.accept"_L1 && m_awaits == Awaits::Accept)
        return receiveAccept(content);
    if (type == "m.key.verification.key"_L1 && m_awaits == Awaits::Key)
        return receiveKey(content);
    if (type == "m.key.verification.mac"_L1 && m_awaits == Awaits::Mac)
        return receiveMac(content);
    return end(cancelCode::unexpectedMessage);
}

SasExchange::Step SasExchange::receiveAccept(const QJsonObject& content)
{
    if (content.value("key_agreement_protocol"_L1) != agreement || content.value("hash"_L1) != hash ||
        content.value("message_authentication_code"_L1) != authentication ||
        !offers(content, "short_authentication_string"_L1, decimal))
        return end(cancelCode::unknownMethod);
    m_commitment = content.value("commitment"_L1).toString().toUtf8();
    if (!crypto::base64::decodeFixed<32>(m_commitment))
        return end(cancelCode::invalidMessage);
    m_awaits = Awaits::Key;
    return QList{keyMessage()};
}

VerificationMessage SasExchange::keyMessage() const
{
    return {u"m.key.verification.key"_s, {{u"key"_s, QString::fromLatin1(m_pair.publicKey().toBase64())}}};
}

SasExchange::Step SasExchange::receiveKey(const QJsonObject& content)
{
    const auto key = crypto::Curve25519Key::parse(content.value("key"_L1).toString().toUtf8());
    if (!key)
        return end(cancelCode::invalidMessage);
    if (m_weBegan) {
        const auto promised = crypto::base64::decode(m_commitment);
        const auto given = crypto::base64::decode(commitmentTo(*key, m_start));
        if (!promised || !given || !crypto::constantTimeEquals(*promised, *given))
            return end(cancelCode::mismatchedCommitment);
    }
    auto sas = crypto::Sas::create(m_pair, *key);
    if (!sas || *key == m_pair.publicKey()) // with such a key others would know the secret
        return end(cancelCode::keyMismatch);
    m_theirs = *key;
    m_sas = std::move(*sas);
    makeSas();
    m_awaits = Awaits::Mac;
    return m_weBegan ? QList<VerificationMessage>() : QList{keyMessage()};
}

void SasExchange::makeSas()
{
    const auto ours = nameOf(m_own, m_pair.publicKey());
    const auto theirs = nameOf(m_other, *m_theirs);
    m_shown = m_sas->bytes("MATRIX_KEY_VERIFICATION_SAS|" + (m_weBegan ? ours + '|' + theirs : theirs + '|' + ours) + '|' +
                           m_transaction.toUtf8());
}

QByteArray SasExchange::macInfo(const VerificationParty& from, const VerificationParty& to) const
{
    return "MATRIX_KEY_VERIFICATION_MAC" + from.user.toUtf8() + from.device.toUtf8() + to.user.toUtf8() + to.device.toUtf8() +
           m_transaction.toUtf8();
}

SasExchange::Step SasExchange::confirm()
{
    if (!m_shown || m_confirmed)
        return QList<VerificationMessage>();
    m_confirmed = true;
    const QByteArray info = macInfo(m_own, m_other);
    const auto keys = keysOf(m_own);
    QJsonObject macs;
    for (auto it = keys.begin(); it != keys.end(); ++it)
        macs.insert(it.key(), QString::fromLatin1(
                                  crypto::base64::encodeUnpadded(m_sas->mac(it.value().toBase64(), info + it.key().toUtf8()))));
    const auto ofIds = m_sas->mac(keys.keys().join(u',').toUtf8(), info + "KEY_IDS");
    return QList{
        VerificationMessage{u"m.key.verification.mac"_s,
                            {{u"mac"_s, macs}, {u"keys"_s, QString::fromLatin1(crypto::base64::encodeUnpadded(ofIds))}}}};
}

// Every key that is named must be one that was known at the start, and right (S-29, S-33).
SasExchange::Step SasExchange::receiveMac(const QJsonObject& content)
{
    const QByteArray info = macInfo(m_other, m_own);
    const auto macs = content.value("mac"_L1).toObject();
    if (!isMac(content.value("keys"_L1), m_sas->mac(macs.keys().join(u',').toUtf8(), info + "KEY_IDS")))
        return end(cancelCode::keyMismatch);
    const auto known = keysOf(m_other);
    VerificationProof proof;
    for (auto it = macs.begin(); it != macs.end(); ++it) {
        const auto key = known.find(it.key());
        if (key == known.end() || !isMac(it.value(), m_sas->mac(key.value().toBase64(), info + it.key().toUtf8())))
            return end(cancelCode::keyMismatch);
        if (it.key() == ed25519KeyId(m_other.device.toString()))
            proof.device = true;
        else
            proof.master = true;
    }
    // Between own devices it is about the device, between people about the identity.
    if (m_own.user == m_other.user ? !proof.device : !proof.master)
        return end(cancelCode::keyMismatch);
    m_theirProof = proof;
    m_awaits = Awaits::Nothing;
    return QList<VerificationMessage>();
}

std::optional<VerificationProof> SasExchange::proof() const
{
    return m_confirmed ? m_theirProof : std::nullopt;
}

} // namespace core
