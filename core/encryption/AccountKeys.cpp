#include "core/encryption/AccountKeys.h"

#include "crypto/Base64.h"
#include "crypto/JsonSignature.h"
#include "crypto/olm/MessageFormat.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int targetCount = 50;
constexpr qint64 hour = 60LL * 60 * 1000;
constexpr qint64 day = 24 * hour;
constexpr char accountName[] = "account";
constexpr char stateName[] = "account-state";
constexpr char ownerName[] = "account-owner";

} // namespace

AccountKeys::AccountKeys(MachineContext& context)
    : m_context(context)
{
}

Result<> AccountKeys::load()
{
    m_countIsDue = m_fallbackIsDue = false;
    m_serverCount.reset();
    const auto pickle = m_context.store.value(accountName);
    const auto state = m_context.store.value(stateName);
    const auto owner = m_context.store.value(ownerName);
    if (!pickle || !state || !owner)
        return failureOf(!pickle ? pickle : !state ? state : owner);
    const QByteArray self = m_context.user.toUtf8() + '\n' + m_context.device.toUtf8();
    if (*owner && (*owner)->bytes() != QByteArrayView(self))
        return fail(ErrorCode::WrongAccount, u"the crypto store belongs to another device"_s);
    if (!*pickle || !*state || !*owner)
        return create();
    auto account = crypto::olm::Account::fromPickle((*pickle)->bytes(), m_context.pickleKey);
    if (!account)
        return cryptoFailure(account.error());
    m_account = std::move(*account);
    if (!readState((*state)->bytes()))
        return fail(ErrorCode::Crypto, u"account state"_s);
    return makeDeviceKeys();
}

Result<bool> AccountKeys::exists(CryptoStore& store)
{
    const auto owner = store.value(ownerName);
    if (!owner)
        return failureOf(owner);
    return owner->has_value();
}

Result<> AccountKeys::remove(CryptoStore& store)
{
    for (const auto* name : {ownerName, accountName, stateName}) {
        if (const auto removed = store.removeValue(name); !removed)
            return removed;
    }
    return {};
}

Result<> AccountKeys::uploadAgain()
{
    m_state.deviceKeysUploaded = false;
    return saveState();
}

Result<> AccountKeys::create()
{
    m_account = crypto::olm::Account::create();
    m_state = {};
    const QByteArray self = m_context.user.toUtf8() + '\n' + m_context.device.toUtf8();
    if (const auto saved = m_context.store.saveValue(ownerName, crypto::SecretBytes::fromBytes(self)); !saved)
        return saved;
    if (const auto saved = save(); !saved)
        return saved;
    return makeDeviceKeys();
}

Result<> AccountKeys::save()
{
    const QByteArray pickle = m_account->pickle(m_context.pickleKey);
    if (const auto saved = m_context.store.saveValue(accountName, crypto::SecretBytes::fromBytes(pickle)); !saved)
        return saved;
    return saveState();
}

Result<> AccountKeys::saveState()
{
    const QByteArray json = toCompactJson({{u"uploaded"_s, m_state.deviceKeysUploaded},
                                           {u"live"_s, m_state.liveOneTimeKeys},
                                           {u"overflow_at"_s, m_state.overflowAt},
                                           {u"fallback_at"_s, m_state.fallbackAt},
                                           {u"fallback_used_at"_s, m_state.fallbackUsedAt},
                                           {u"fallback"_s, QString::fromLatin1(m_state.fallback)},
                                           {u"old_fallback"_s, QString::fromLatin1(m_state.oldFallback)}});
    return m_context.store.saveValue(stateName, crypto::SecretBytes::fromBytes(json));
}

bool AccountKeys::readState(QByteArrayView json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return false;
    const auto root = document->root();
    m_state.deviceKeysUploaded = root["uploaded"].boolean().value_or(false);
    m_state.liveOneTimeKeys = static_cast<int>(root["live"].integer().value_or(0));
    m_state.overflowAt = root["overflow_at"].integer().value_or(0);
    m_state.fallbackAt = root["fallback_at"].integer().value_or(0);
    m_state.fallbackUsedAt = root["fallback_used_at"].integer().value_or(0);
    m_state.fallback = textAt(root, "fallback").toLatin1();
    m_state.oldFallback = textAt(root, "old_fallback").toLatin1();
    return true;
}

Result<> AccountKeys::makeDeviceKeys()
{
    const QString device = m_context.device.toString();
    const QJsonObject unsignedKeys{{u"user_id"_s, m_context.user.toString()},
                                   {u"device_id"_s, device},
                                   {u"algorithms"_s, QJsonArray{QLatin1String(olmAlgorithm), QLatin1String(megolmAlgorithm)}},
                                   {u"keys"_s, QJsonObject{{u"curve25519:"_s + device, base64Text(m_account->curve25519())},
                                                           {ed25519KeyId(device), base64Text(m_account->ed25519())}}}};
    auto keys = crypto::signJson(unsignedKeys, m_context.user.toString(), ed25519KeyId(device),
                                 [this](QByteArrayView message) { return sign(message); });
    if (!keys)
        return cryptoFailure(keys.error());
    m_deviceKeys = std::move(*keys);
    return {};
}

Result<> AccountKeys::receiveCounts(const EncryptionSyncChanges& changes)
{
    if (changes.oneTimeKeyCounts) {
        m_serverCount = std::max(0, changes.oneTimeKeyCounts->value(u"signed_curve25519"_s, 0));
        m_countIsDue = *m_serverCount < targetCount;
    }
    const qint64 now = m_context.clock.now().ms;
    if (changes.unusedFallbackKeyTypes && !changes.unusedFallbackKeyTypes->contains("signed_curve25519"_L1) &&
        now - m_state.fallbackAt >= hour)
        m_fallbackIsDue = true;
    if (m_state.fallbackAt > 0 && now - m_state.fallbackAt >= 7 * day)
        m_fallbackIsDue = true;
    if (!m_state.oldFallback.isEmpty() && m_state.fallbackUsedAt > 0 && now - m_state.fallbackUsedAt >= hour) {
        m_account->forgetOldFallbackKey();
        m_state.oldFallback.clear();
        return save();
    }
    return {};
}

bool AccountKeys::isUploadDue() const
{
    return !m_state.deviceKeysUploaded || m_countIsDue || m_fallbackIsDue || m_account->unpublishedFallbackKey().has_value();
}

void AccountKeys::generateOneTimeKeys()
{
    const int maximum = static_cast<int>(m_account->maximumOneTimeKeys());
    const int waiting = static_cast<int>(m_account->unpublishedOneTimeKeys().size());
    const int wanted = targetCount - m_serverCount.value_or(0) - waiting;
    int allowed = maximum - m_state.liveOneTimeKeys;
    const qint64 now = m_context.clock.now().ms;
    if (wanted > 0 && allowed <= 0 && now - m_state.overflowAt >= day) {
        // Once a day new keys may push out the oldest ones, which nobody has used for long: a device that was claimed empty
        // by others must not stay unreachable for ever.
        m_state.overflowAt = now;
        allowed = targetCount;
    }
    const int count = std::min(wanted, allowed);
    if (count <= 0)
        return;
    m_account->generateOneTimeKeys(static_cast<size_t>(count));
    m_state.liveOneTimeKeys = std::min(maximum, m_state.liveOneTimeKeys + count);
}

void AccountKeys::generateFallbackKey()
{
    m_account->generateFallbackKey();
    m_state.oldFallback = m_state.fallback;
    const auto key = m_account->unpublishedFallbackKey();
    m_state.fallback = key ? key->key.toBase64() : QByteArray();
    m_state.fallbackAt = m_context.clock.now().ms;
    m_state.fallbackUsedAt = 0;
}

QJsonObject AccountKeys::signedKey(const crypto::olm::Account::OneTimeKey& key, bool isFallback) const
{
    QJsonObject object{{u"key"_s, base64Text(key.key)}};
    if (isFallback)
        object.insert("fallback"_L1, true);
    const auto signedObject = crypto::signJson(object, m_context.user.toString(), ed25519KeyId(m_context.device.toString()),
                                               [this](QByteArrayView message) { return sign(message); });
    return signedObject.value_or(QJsonObject());
}

Result<std::optional<QJsonObject>> AccountKeys::upload()
{
    if (!isUploadDue())
        return std::nullopt;
    if (m_countIsDue || !m_state.deviceKeysUploaded)
        generateOneTimeKeys();
    if ((m_fallbackIsDue || m_state.fallback.isEmpty()) && !m_account->unpublishedFallbackKey())
        generateFallbackKey();
    m_countIsDue = m_fallbackIsDue = false;
    if (const auto saved = save(); !saved)
        return failureOf(saved);
    QJsonObject body;
    if (!m_state.deviceKeysUploaded)
        body.insert("device_keys"_L1, m_deviceKeys);
    QJsonObject oneTimeKeys;
    const auto unpublished = m_account->unpublishedOneTimeKeys();
    for (const auto& key : unpublished)
        oneTimeKeys.insert(u"signed_curve25519:"_s + QString::fromLatin1(key.id), signedKey(key, false));
    if (!oneTimeKeys.isEmpty())
        body.insert("one_time_keys"_L1, oneTimeKeys);
    if (const auto key = m_account->unpublishedFallbackKey())
        body.insert("fallback_keys"_L1,
                    QJsonObject{{u"signed_curve25519:"_s + QString::fromLatin1(key->id), signedKey(*key, true)}});
    if (body.isEmpty())
        return std::nullopt;
    return body;
}

Result<> AccountKeys::uploaded(JsonValue response)
{
    m_account->markKeysAsPublished();
    m_state.deviceKeysUploaded = true;
    if (const auto count = response["one_time_key_counts"]["signed_curve25519"].integer())
        m_serverCount = static_cast<int>(std::clamp<qint64>(*count, 0, targetCount));
    return save();
}

Result<crypto::Result<crypto::olm::Account::Inbound>> AccountKeys::inboundSession(const crypto::Curve25519Key& sender,
                                                                                  const crypto::olm::Message& message)
{
    auto inbound = m_account->inboundSession(sender, message);
    if (!inbound)
        return inbound;
    const auto raw = crypto::base64::decode(message.body);
    const auto read = raw ? crypto::olm::readPreKeyMessage(*raw) : std::unexpected(raw.error());
    const QByteArray used = read ? read->oneTimeKey.toBase64() : QByteArray();
    if (used == m_state.fallback) {
        if (m_state.fallbackUsedAt == 0)
            m_state.fallbackUsedAt = m_context.clock.now().ms;
    } else if (used != m_state.oldFallback) {
        m_state.liveOneTimeKeys = std::max(0, m_state.liveOneTimeKeys - 1);
    }
    if (const auto saved = save(); !saved)
        return failureOf(saved);
    return inbound;
}

} // namespace core
