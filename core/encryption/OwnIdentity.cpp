#include "core/encryption/OwnIdentity.h"

#include "core/encryption/DeviceKeys.h"
#include "core/encryption/Identities.h"
#include "crypto/JsonSignature.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr char valueName[] = "cross-signing";
constexpr char nextName[] = "cross-signing-next";
constexpr size_t seedSize = 32;

std::optional<crypto::Ed25519KeyPair> keyAt(const crypto::SecretBytes& bytes, size_t index)
{
    auto pair = crypto::Ed25519KeyPair::fromSeed(crypto::SecretBytes(bytes.view().subspan(1 + index * seedSize, seedSize)));
    if (!pair)
        return std::nullopt;
    return std::move(*pair);
}

std::optional<QJsonObject> signedBy(const QJsonObject& object, const UserId& user, const crypto::Ed25519KeyPair& key)
{
    const auto done = crypto::signJson(object, user.toString(), ed25519KeyId(base64Text(key.publicKey())),
                                       [&](QByteArrayView message) { return key.sign(message); });
    return done ? std::optional(*done) : std::nullopt;
}

} // namespace

OwnIdentity::OwnIdentity(MachineContext& context, AccountKeys& account)
    : m_context(context)
    , m_account(account)
{
}

Result<> OwnIdentity::load()
{
    m_step = Step::None;
    m_keys.reset();
    m_next.reset();
    auto stored = read(valueName);
    auto next = read(nextName);
    if (!stored || !next)
        return stored ? failureOf(next) : failureOf(stored);
    if (*stored) {
        m_step = (*stored)->first;
        m_keys = std::move((*stored)->second);
    }
    if (*next)
        m_next = std::move((*next)->second);
    return {};
}

Result<std::optional<std::pair<OwnIdentity::Step, OwnIdentity::Keys>>> OwnIdentity::read(std::string_view name) const
{
    const auto stored = m_context.store.value(name);
    if (!stored)
        return failureOf(stored);
    if (!*stored)
        return std::nullopt;
    const auto& bytes = **stored; // one byte for the step, then three seeds
    if (bytes.size() != 1 + 3 * seedSize || bytes.data()[0] > static_cast<unsigned char>(Step::Done))
        return fail(ErrorCode::Crypto, u"private cross-signing keys"_s);
    auto master = keyAt(bytes, 0);
    auto selfSigning = keyAt(bytes, 1);
    auto userSigning = keyAt(bytes, 2);
    if (!master || !selfSigning || !userSigning)
        return fail(ErrorCode::Crypto, u"private cross-signing keys"_s);
    return std::pair(static_cast<Step>(bytes.data()[0]),
                     Keys{std::move(*master), std::move(*selfSigning), std::move(*userSigning)});
}

Result<> OwnIdentity::signAgain(CryptoStore& store)
{
    auto stored = store.value(valueName);
    if (!stored)
        return failureOf(stored);
    if (!*stored || (*stored)->isEmpty() || (*stored)->data()[0] != static_cast<unsigned char>(Step::Done))
        return {};
    (*stored)->data()[0] = static_cast<unsigned char>(Step::UploadSignatures);
    return store.saveValue(valueName, **stored);
}

crypto::SecretBytes OwnIdentity::toBytes(Step step, const Keys& keys)
{
    crypto::SecretBytes bytes(1 + 3 * seedSize);
    bytes.data()[0] = static_cast<unsigned char>(step);
    unsigned char* place = bytes.data() + 1;
    for (const auto* key : {&keys.master, &keys.selfSigning, &keys.userSigning})
        place = std::copy_n(key->seed().data(), seedSize, place);
    return bytes;
}

Result<> OwnIdentity::save()
{
    return m_context.store.saveValue(valueName, toBytes(m_step, *m_keys));
}

Result<> OwnIdentity::abandon()
{
    m_step = Step::None;
    m_keys.reset();
    return m_context.store.removeValue(valueName);
}

Result<> OwnIdentity::receive(const std::optional<IdentityRecord>& record)
{
    m_serverWasAsked = true;
    if (m_next && record && isNext(*record))
        return useNext();
    if (m_step == Step::None || !record)
        return {};
    const auto newest = record->offeredMaster.value_or(record->master);
    if (newest != m_keys->master.publicKey()) // somebody else was first; ours was never seen, or is pinned and stays
        return m_step == Step::UploadKeys ? abandon() : Result<>();
    if (m_step != Step::UploadKeys)
        return {};
    // The upload arrived and its answer did not.
    m_step = Step::UploadSignatures;
    if (const auto saved = save(); !saved)
        return saved;
    return pinOwnKeys();
}

Result<OwnIdentityStatus> OwnIdentity::status()
{
    using Status = OwnIdentityStatus;
    const auto record = m_context.store.identity(m_context.user);
    if (!record)
        return failureOf(record);
    if (m_step == Step::UploadKeys || m_step == Step::UploadSignatures)
        return Status::Creating;
    switch (statusOf(*record)) {
    case IdentityStatus::Unknown:
        return m_serverWasAsked ? Status::Missing : Status::NotAsked;
    case IdentityStatus::Pinned:
        return Status::Unverified;
    case IdentityStatus::Verified:
        return Status::Verified;
    case IdentityStatus::Changed:
    case IdentityStatus::Violated:
        return Status::Changed;
    }
    return Status::NotAsked;
}

Result<> OwnIdentity::bootstrap()
{
    const auto current = status();
    if (!current)
        return failureOf(current);
    using Status = OwnIdentityStatus;
    if (*current == Status::Creating)
        return {};
    if (*current == Status::NotAsked)
        return fail(ErrorCode::DevicesOutdated, u"the server was not asked for an own identity"_s);
    if (*current != Status::Missing)
        return fail(ErrorCode::Forbidden, u"there is an own identity"_s);
    m_keys = Keys{crypto::Ed25519KeyPair::generate(), crypto::Ed25519KeyPair::generate(), crypto::Ed25519KeyPair::generate()};
    m_step = Step::UploadKeys;
    return save();
}

// -- Replacing it ------------------------------------------------------------------------------------------------------------

Result<> OwnIdentity::prepareNext()
{
    if (m_next)
        return {};
    const auto record = m_context.store.identity(m_context.user);
    if (!record)
        return failureOf(record);
    if (!m_serverWasAsked || !*record)
        return fail(ErrorCode::DevicesOutdated, u"there is no own identity to replace"_s);
    if (m_step == Step::UploadKeys)
        return fail(ErrorCode::Forbidden, u"the own identity is not made yet"_s);
    m_next = Keys{crypto::Ed25519KeyPair::generate(), crypto::Ed25519KeyPair::generate(), crypto::Ed25519KeyPair::generate()};
    return m_context.store.saveValue(nextName, toBytes(Step::UploadKeys, *m_next));
}

Result<> OwnIdentity::discardNext()
{
    m_next.reset();
    return m_context.store.removeValue(nextName);
}

Result<QJsonObject> OwnIdentity::nextUpload() const
{
    if (!m_next)
        return fail(ErrorCode::NotFound, u"no new identity"_s);
    const auto keys = signingKeys(*m_next);
    return keys ? Result<QJsonObject>(*keys) : fail(ErrorCode::Crypto, u"own signature"_s);
}

bool OwnIdentity::isNext(const IdentityRecord& record) const
{
    return record.offeredMaster.value_or(record.master) == m_next->master.publicKey() &&
           record.selfSigning == m_next->selfSigning.publicKey() && record.userSigning == m_next->userSigning.publicKey();
}

// The server shows the new keys: from here on they are the own ones. Whom the old ones had verified is not verified any more.
Result<> OwnIdentity::useNext()
{
    m_keys = std::move(*m_next);
    m_next.reset();
    m_step = Step::UploadSignatures;
    m_context.news.alerts.removeIf([this](const EncryptionAlert& alert) {
        return alert.kind == EncryptionAlert::Kind::OwnIdentityChanged && alert.user == m_context.user;
    });
    if (const auto removed = m_context.store.removeValue(nextName); !removed)
        return removed;
    if (const auto removed = m_context.store.removeAllVerifications(); !removed)
        return removed;
    if (const auto saved = save(); !saved)
        return saved;
    return pinOwnKeys();
}

std::optional<CrossSigningSecrets> OwnIdentity::secrets() const
{
    if (!m_keys)
        return std::nullopt;
    return CrossSigningSecrets{.master = m_keys->master.seed().copy(),
                               .selfSigning = m_keys->selfSigning.seed().copy(),
                               .userSigning = m_keys->userSigning.seed().copy()};
}

Result<> OwnIdentity::import(const CrossSigningSecrets& secrets)
{
    const auto record = m_context.store.identity(m_context.user);
    if (!record)
        return failureOf(record);
    if (!*record || (*record)->offeredMaster)
        return fail(ErrorCode::DevicesOutdated, u"there is no own identity to compare with"_s);
    auto master = crypto::Ed25519KeyPair::fromSeed(secrets.master.copy());
    auto selfSigning = crypto::Ed25519KeyPair::fromSeed(secrets.selfSigning.copy());
    auto userSigning = crypto::Ed25519KeyPair::fromSeed(secrets.userSigning.copy());
    if (!master || !selfSigning || !userSigning || master->publicKey() != (*record)->master ||
        selfSigning->publicKey() != (*record)->selfSigning || userSigning->publicKey() != (*record)->userSigning)
        return fail(ErrorCode::Crypto, u"private keys of another identity"_s);
    m_keys = Keys{std::move(*master), std::move(*selfSigning), std::move(*userSigning)};
    m_step = Step::UploadSignatures;
    if (const auto saved = save(); !saved)
        return saved;
    return pinOwnKeys();
}

Result<QJsonObject> OwnIdentity::sign(const QJsonObject& object) const
{
    const auto byMaster = m_keys ? signedBy(object, m_context.user, m_keys->master) : std::nullopt;
    if (!byMaster)
        return fail(ErrorCode::Crypto, u"own signature"_s);
    const auto byBoth = crypto::signJson(*byMaster, m_context.user.toString(), ed25519KeyId(m_context.device.toString()),
                                         [this](QByteArrayView message) { return m_account.sign(message); });
    return byBoth ? Result<QJsonObject>(*byBoth) : cryptoFailure(byBoth.error());
}

Result<QJsonObject> OwnIdentity::signDevice(const QJsonObject& deviceKeys) const
{
    const auto done = m_keys ? signedBy(deviceKeys, m_context.user, m_keys->selfSigning) : std::nullopt;
    if (!done)
        return fail(ErrorCode::Crypto, u"signature of an own device"_s);
    return *done;
}

Result<QJsonObject> OwnIdentity::signUser(const UserId& user, const crypto::Ed25519Key& master) const
{
    const auto done =
        m_keys ? signedBy(crossSigningKeyObject(user, u"master"_s, master), m_context.user, m_keys->userSigning) : std::nullopt;
    if (!done)
        return fail(ErrorCode::Crypto, u"signature of a person"_s);
    return *done;
}

std::optional<QJsonObject> OwnIdentity::signingKeys(const Keys& keys) const
{
    const auto& user = m_context.user;
    const auto masterKey = crypto::signJson(crossSigningKeyObject(user, u"master"_s, keys.master.publicKey()), user.toString(),
                                            ed25519KeyId(m_context.device.toString()),
                                            [this](QByteArrayView message) { return m_account.sign(message); });
    const auto selfSigning =
        signedBy(crossSigningKeyObject(user, u"self_signing"_s, keys.selfSigning.publicKey()), user, keys.master);
    const auto userSigning =
        signedBy(crossSigningKeyObject(user, u"user_signing"_s, keys.userSigning.publicKey()), user, keys.master);
    if (!masterKey || !selfSigning || !userSigning)
        return std::nullopt;
    return QJsonObject{
        {u"master_key"_s, *masterKey}, {u"self_signing_key"_s, *selfSigning}, {u"user_signing_key"_s, *userSigning}};
}

std::optional<QJsonObject> OwnIdentity::deviceSignature() const
{
    const auto keys = signedBy(m_account.deviceKeys(), m_context.user, m_keys->selfSigning);
    if (!keys)
        return std::nullopt;
    return QJsonObject{{m_context.user.toString(), QJsonObject{{m_context.device.toString(), *keys}}}};
}

Result<std::optional<OutgoingRequest>> OwnIdentity::request()
{
    if (m_step != Step::UploadKeys && m_step != Step::UploadSignatures)
        return std::nullopt;
    const bool uploadsKeys = m_step == Step::UploadKeys;
    const auto body = uploadsKeys ? signingKeys(*m_keys) : deviceSignature();
    if (!body)
        return fail(ErrorCode::Crypto, u"own signature"_s);
    return OutgoingRequest{
        .id = {},
        .kind = uploadsKeys ? OutgoingRequest::Kind::SigningKeysUpload : OutgoingRequest::Kind::SignatureUpload,
        .method = "POST",
        .path = uploadsKeys ? u"/_matrix/client/v3/keys/device_signing/upload"_s : u"/_matrix/client/v3/keys/signatures/upload"_s,
        .body = *body};
}

Result<> OwnIdentity::answered(OutgoingRequest::Kind kind, JsonValue response)
{
    if (kind == OutgoingRequest::Kind::SigningKeysUpload && m_step == Step::UploadKeys) {
        m_step = Step::UploadSignatures;
        if (const auto saved = save(); !saved)
            return saved;
        return pinOwnKeys();
    }
    if (kind != OutgoingRequest::Kind::SignatureUpload || m_step != Step::UploadSignatures)
        return {};
    bool refused = false;
    response["failures"].members([&](std::string_view, JsonValue ofUser) {
        ofUser.members([&](std::string_view, JsonValue) {
            refused = true;
            return false;
        });
        return !refused;
    });
    if (refused) // stays due, to be tried again with the next round
        return fail(ErrorCode::Server, u"the server refused a signature"_s);
    m_step = Step::Done;
    return save();
}

Result<> OwnIdentity::pinOwnKeys()
{
    ++m_context.trustGeneration;
    return m_context.store.saveIdentity({.user = m_context.user,
                                         .master = m_keys->master.publicKey(),
                                         .selfSigning = m_keys->selfSigning.publicKey(),
                                         .userSigning = m_keys->userSigning.publicKey(),
                                         .isVerified = true,
                                         .offeredMaster = {}});
}

} // namespace core
