#include "crypto/olm/GroupSession.h"

#include "crypto/Base64.h"
#include "crypto/Ed25519.h"
#include "crypto/Random.h"
#include "crypto/olm/Buffer.h"
#include "crypto/olm/MessageFormat.h"

#include <olm/olm.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <string_view>

namespace crypto::olm {

namespace {
unsigned char* bytes(Buffer& buffer)
{
    return static_cast<unsigned char*>(buffer.data());
}
} // namespace

void OutboundGroupSession::Free::operator()(OlmOutboundGroupSession* session) const
{
    olm_clear_outbound_group_session(session);
    ::operator delete(static_cast<void*>(session));
}

OutboundGroupSession::OutboundGroupSession()
    : m_session(olm_outbound_group_session(::operator new(olm_outbound_group_session_size())))
{
}

OutboundGroupSession::OutboundGroupSession(OutboundGroupSession&&) noexcept = default;
OutboundGroupSession& OutboundGroupSession::operator=(OutboundGroupSession&&) noexcept = default;
OutboundGroupSession::~OutboundGroupSession() = default;

OutboundGroupSession OutboundGroupSession::create()
{
    OutboundGroupSession session;
    auto random = randomSecret(olm_init_outbound_group_session_random_length(session.m_session.get()));
    if (olm_init_outbound_group_session(session.m_session.get(), random.data(), random.size()) == olm_error())
        std::abort(); // only a wrong buffer size gets here
    return session;
}

Result<OutboundGroupSession> OutboundGroupSession::fromPickle(QByteArrayView pickle, const SecretBytes& key)
{
    OutboundGroupSession session;
    Buffer buffer(pickle);
    if (olm_unpickle_outbound_group_session(session.m_session.get(), key.data(), key.size(), buffer.data(), buffer.size()) == olm_error())
        return std::unexpected(Error::BadPickle);
    return session;
}

QByteArray OutboundGroupSession::pickle(const SecretBytes& key) const
{
    Buffer buffer(olm_pickle_outbound_group_session_length(m_session.get()));
    const size_t length = olm_pickle_outbound_group_session(m_session.get(), key.data(), key.size(), buffer.data(), buffer.size());
    return length == olm_error() ? QByteArray() : buffer.first(length);
}

QByteArray OutboundGroupSession::id() const
{
    Buffer buffer(olm_outbound_group_session_id_length(m_session.get()));
    const size_t length = olm_outbound_group_session_id(m_session.get(), bytes(buffer), buffer.size());
    return length == olm_error() ? QByteArray() : buffer.first(length);
}

quint32 OutboundGroupSession::messageIndex() const
{
    return olm_outbound_group_session_message_index(m_session.get());
}

SecretBytes OutboundGroupSession::sessionKey() const
{
    SecretBytes key(olm_outbound_group_session_key_length(m_session.get()));
    if (olm_outbound_group_session_key(m_session.get(), key.data(), key.size()) == olm_error())
        return {};
    return key;
}

Result<QByteArray> OutboundGroupSession::encrypt(QByteArrayView plaintext)
{
    Buffer in(plaintext);
    Buffer out(olm_group_encrypt_message_length(m_session.get(), in.size()));
    const size_t length = olm_group_encrypt(m_session.get(), bytes(in), in.size(), bytes(out), out.size());
    if (length == olm_error())
        return std::unexpected(Error::Internal);
    return out.first(length);
}

void InboundGroupSession::Free::operator()(OlmInboundGroupSession* session) const
{
    olm_clear_inbound_group_session(session);
    ::operator delete(static_cast<void*>(session));
}

InboundGroupSession::InboundGroupSession()
    : m_session(olm_inbound_group_session(::operator new(olm_inbound_group_session_size())))
{
}

InboundGroupSession::InboundGroupSession(InboundGroupSession&&) noexcept = default;
InboundGroupSession& InboundGroupSession::operator=(InboundGroupSession&&) noexcept = default;
InboundGroupSession::~InboundGroupSession() = default;

Result<InboundGroupSession> InboundGroupSession::fromSessionKey(QByteArrayView sessionKey)
{
    const auto raw = base64::decodeSecret(sessionKey);
    if (!raw)
        return std::unexpected(raw.error());
    const auto read = readSharedSessionKey(raw->bytes());
    if (!read)
        return std::unexpected(read.error());
    InboundGroupSession session;
    Buffer buffer(base64::encode(raw->bytes()));
    if (olm_init_inbound_group_session(session.m_session.get(), bytes(buffer), buffer.size()) == olm_error())
        return std::unexpected(Error::BadFormat);
    session.m_key = read->publicKey;
    return session;
}

Result<InboundGroupSession> InboundGroupSession::fromExport(QByteArrayView exported)
{
    const auto raw = base64::decodeSecret(exported);
    if (!raw)
        return std::unexpected(raw.error());
    const auto read = readExportedSessionKey(raw->bytes());
    if (!read)
        return std::unexpected(read.error());
    InboundGroupSession session;
    Buffer buffer(base64::encode(raw->bytes()));
    if (olm_import_inbound_group_session(session.m_session.get(), bytes(buffer), buffer.size()) == olm_error())
        return std::unexpected(Error::BadFormat);
    session.m_key = read->publicKey;
    return session;
}

Result<InboundGroupSession> InboundGroupSession::fromPickle(QByteArrayView pickle, const SecretBytes& key)
{
    InboundGroupSession session;
    Buffer buffer(pickle);
    if (olm_unpickle_inbound_group_session(session.m_session.get(), key.data(), key.size(), buffer.data(), buffer.size()) == olm_error()
        || !session.readKey())
        return std::unexpected(Error::BadPickle);
    return session;
}

Result<> InboundGroupSession::readKey()
{
    const auto key = Ed25519Key::parse(id());
    if (!key)
        return std::unexpected(key.error());
    m_key = *key;
    return {};
}

QByteArray InboundGroupSession::pickle(const SecretBytes& key) const
{
    Buffer buffer(olm_pickle_inbound_group_session_length(m_session.get()));
    const size_t length = olm_pickle_inbound_group_session(m_session.get(), key.data(), key.size(), buffer.data(), buffer.size());
    return length == olm_error() ? QByteArray() : buffer.first(length);
}

QByteArray InboundGroupSession::id() const
{
    Buffer buffer(olm_inbound_group_session_id_length(m_session.get()));
    const size_t length = olm_inbound_group_session_id(m_session.get(), bytes(buffer), buffer.size());
    return length == olm_error() ? QByteArray() : buffer.first(length);
}

quint32 InboundGroupSession::firstKnownIndex() const
{
    return olm_inbound_group_session_first_known_index(m_session.get());
}

Result<InboundGroupSession::Plaintext> InboundGroupSession::decrypt(QByteArrayView message)
{
    const auto raw = base64::decode(message);
    if (!raw)
        return std::unexpected(raw.error());
    const auto read = readMegolmMessage(*raw);
    if (!read)
        return std::unexpected(read.error());
    // libolm checks the signature with the session's own key, which is no point of small order (checked when it came in);
    // the one thing its check lets pass is a second spelling of a valid signature.
    if (!isCanonical(read->signature))
        return std::unexpected(Error::BadSignature);
    const QByteArray body = base64::encode(*raw);
    Buffer forLength(body); // libolm overwrites what it reads
    const size_t maximum = olm_group_decrypt_max_plaintext_length(m_session.get(), bytes(forLength), forLength.size());
    if (maximum == olm_error())
        return std::unexpected(Error::BadFormat);
    Buffer in(body);
    Buffer out(maximum);
    Plaintext plaintext;
    const size_t length = olm_group_decrypt(m_session.get(), bytes(in), in.size(), bytes(out), out.size(), &plaintext.index);
    if (length == olm_error()) {
        const std::string_view reason = olm_inbound_group_session_last_error(m_session.get());
        return std::unexpected(reason == "UNKNOWN_MESSAGE_INDEX" ? Error::UnknownMessageIndex : Error::BadMac);
    }
    plaintext.bytes = out.first(length);
    return plaintext;
}

Result<SecretBytes> InboundGroupSession::exportAt(quint32 index) const
{
    SecretBytes key(olm_export_inbound_group_session_length(m_session.get()));
    if (olm_export_inbound_group_session(m_session.get(), key.data(), key.size(), index) == olm_error())
        return std::unexpected(Error::UnknownMessageIndex);
    return key;
}

InboundGroupSession::Comparison InboundGroupSession::compare(const InboundGroupSession& other) const
{
    const quint32 later = std::max(firstKnownIndex(), other.firstKnownIndex());
    const auto mine = exportAt(later);
    const auto theirs = other.exportAt(later);
    if (m_key != other.m_key || !mine || !theirs || !mine->equals(*theirs))
        return Comparison::Unconnected;
    if (firstKnownIndex() == other.firstKnownIndex())
        return Comparison::Equal;
    return firstKnownIndex() < other.firstKnownIndex() ? Comparison::Better : Comparison::Worse;
}

} // namespace crypto::olm
