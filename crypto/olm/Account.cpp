#include "crypto/olm/Account.h"

#include "crypto/Base64.h"
#include "crypto/Ed25519.h"
#include "crypto/Random.h"
#include "crypto/X25519.h"
#include "crypto/olm/Buffer.h"
#include "crypto/olm/MessageFormat.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdlib>
#include <new>
#include <olm/olm.h>
#include <string_view>

namespace crypto::olm {

namespace {

// libolm writes {"curve25519":{"AAAAAA":"…"}}.
QList<Account::OneTimeKey> readKeys(const QByteArray& json)
{
    QList<Account::OneTimeKey> keys;
    const auto map = QJsonDocument::fromJson(json).object().value(QLatin1String("curve25519")).toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (const auto key = Curve25519Key::parse(it.value().toString().toUtf8()))
            keys.append({it.key().toUtf8(), *key});
    }
    return keys;
}

} // namespace

void Account::Free::operator()(OlmAccount* account) const
{
    olm_clear_account(account);
    ::operator delete(static_cast<void*>(account));
}

Account::Account()
    : m_account(olm_account(::operator new(olm_account_size())))
{
}

Account::Account(Account&&) noexcept = default;
Account& Account::operator=(Account&&) noexcept = default;
Account::~Account() = default;

Account Account::create()
{
    Account account;
    auto random = randomSecret(olm_create_account_random_length(account.m_account.get()));
    const bool made = olm_create_account(account.m_account.get(), random.data(), random.size()) != olm_error();
    if (!made || !account.readIdentityKeys())
        std::abort(); // only a wrong buffer size gets here
    return account;
}

Result<Account> Account::fromPickle(QByteArrayView pickle, const SecretBytes& key)
{
    Account account;
    Buffer buffer(pickle);
    if (olm_unpickle_account(account.m_account.get(), key.data(), key.size(), buffer.data(), buffer.size()) == olm_error())
        return std::unexpected(Error::BadPickle);
    if (const auto read = account.readIdentityKeys(); !read)
        return std::unexpected(Error::BadPickle);
    return account;
}

Result<> Account::readIdentityKeys()
{
    Buffer buffer(olm_account_identity_keys_length(m_account.get()));
    const size_t length = olm_account_identity_keys(m_account.get(), buffer.data(), buffer.size());
    if (length == olm_error())
        return std::unexpected(Error::Internal);
    const auto keys = QJsonDocument::fromJson(buffer.first(length)).object();
    const auto curve = Curve25519Key::parse(keys.value(QLatin1String("curve25519")).toString().toUtf8());
    const auto ed = Ed25519Key::parse(keys.value(QLatin1String("ed25519")).toString().toUtf8());
    if (!curve || !ed)
        return std::unexpected(Error::Internal);
    m_curve25519 = *curve;
    m_ed25519 = *ed;
    return {};
}

QByteArray Account::pickle(const SecretBytes& key) const
{
    if (key.size() != 32)
        std::abort(); // S-94
    Buffer buffer(olm_pickle_account_length(m_account.get()));
    const size_t length = olm_pickle_account(m_account.get(), key.data(), key.size(), buffer.data(), buffer.size());
    if (length == olm_error())
        std::abort(); // only a wrong buffer size gets here, and the state must not be lost
    return buffer.first(length);
}

Result<Ed25519Signature> Account::sign(QByteArrayView message) const
{
    Buffer buffer(olm_account_signature_length(m_account.get()));
    const size_t length =
        olm_account_sign(m_account.get(), message.data(), static_cast<size_t>(message.size()), buffer.data(), buffer.size());
    if (length == olm_error())
        return std::unexpected(Error::Internal);
    const auto signature = Ed25519Signature::parse(buffer.first(length));
    if (!signature || !verify(m_ed25519, message, *signature))
        return std::unexpected(Error::Internal);
    return signature;
}

size_t Account::maximumOneTimeKeys() const
{
    return olm_account_max_number_of_one_time_keys(m_account.get());
}

void Account::generateOneTimeKeys(size_t count)
{
    auto random = randomSecret(olm_account_generate_one_time_keys_random_length(m_account.get(), count));
    olm_account_generate_one_time_keys(m_account.get(), count, random.data(), random.size());
}

QList<Account::OneTimeKey> Account::unpublishedOneTimeKeys() const
{
    Buffer buffer(olm_account_one_time_keys_length(m_account.get()));
    const size_t length = olm_account_one_time_keys(m_account.get(), buffer.data(), buffer.size());
    return length == olm_error() ? QList<OneTimeKey>{} : readKeys(buffer.first(length));
}

void Account::generateFallbackKey()
{
    auto random = randomSecret(olm_account_generate_fallback_key_random_length(m_account.get()));
    olm_account_generate_fallback_key(m_account.get(), random.data(), random.size());
}

std::optional<Account::OneTimeKey> Account::unpublishedFallbackKey() const
{
    Buffer buffer(olm_account_unpublished_fallback_key_length(m_account.get()));
    const size_t length = olm_account_unpublished_fallback_key(m_account.get(), buffer.data(), buffer.size());
    const auto keys = length == olm_error() ? QList<OneTimeKey>{} : readKeys(buffer.first(length));
    return keys.isEmpty() ? std::nullopt : std::optional(keys.first());
}

void Account::markKeysAsPublished()
{
    olm_account_mark_keys_as_published(m_account.get());
}

void Account::forgetOldFallbackKey()
{
    olm_account_forget_old_fallback_key(m_account.get());
}

Result<Session> Account::outboundSession(const Curve25519Key& identity, const Curve25519Key& oneTimeKey) const
{
    if (!isUsable(identity) || !isUsable(oneTimeKey))
        return std::unexpected(Error::BadKey);
    Session session;
    auto random = randomSecret(olm_create_outbound_session_random_length(session.m_session.get()));
    const QByteArray identityText = identity.toBase64();
    const QByteArray oneTimeText = oneTimeKey.toBase64();
    if (olm_create_outbound_session(session.m_session.get(), m_account.get(), identityText.data(),
                                    static_cast<size_t>(identityText.size()), oneTimeText.data(),
                                    static_cast<size_t>(oneTimeText.size()), random.data(), random.size()) == olm_error())
        return std::unexpected(Error::BadKey);
    return session;
}

Result<Account::Inbound> Account::inboundSession(const Curve25519Key& identity, const Message& preKeyMessage)
{
    const auto raw = base64::decode(preKeyMessage.body);
    if (!raw)
        return std::unexpected(raw.error());
    const auto read = readPreKeyMessage(*raw);
    if (!read)
        return std::unexpected(read.error());
    if (read->identityKey != identity)
        return std::unexpected(Error::BadKey);
    Session session;
    Buffer in(base64::encodeUnpadded(*raw));
    const QByteArray identityText = identity.toBase64();
    if (olm_create_inbound_session_from(session.m_session.get(), m_account.get(), identityText.data(),
                                        static_cast<size_t>(identityText.size()), in.data(), in.size()) == olm_error()) {
        const std::string_view reason = olm_session_last_error(session.m_session.get());
        return std::unexpected(reason == "BAD_MESSAGE_KEY_ID" ? Error::UnknownOneTimeKey : Error::BadMac);
    }
    auto plaintext = session.decrypt(preKeyMessage);
    if (!plaintext)
        return std::unexpected(plaintext.error());
    // From here on nothing can fail. A session from a fallback key has no one-time key to remove, which is an error we expect.
    olm_remove_one_time_keys(m_account.get(), session.m_session.get());
    return Inbound{std::move(session), std::move(*plaintext)};
}

} // namespace crypto::olm
