#include "crypto/olm/InboundGroupSession.h"

#include "crypto/Base64.h"
#include "crypto/Ed25519.h"
#include "crypto/olm/Buffer.h"
#include "crypto/olm/MessageFormat.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <olm/olm.h>
#include <string_view>

namespace crypto::olm {

namespace {
unsigned char* bytes(Buffer& buffer)
{
    return static_cast<unsigned char*>(buffer.data());
}
} // namespace

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
    Buffer buffer(base64::encodeSecret(*raw).bytes());
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
    Buffer buffer(base64::encodeSecret(*raw).bytes());
    if (olm_import_inbound_group_session(session.m_session.get(), bytes(buffer), buffer.size()) == olm_error())
        return std::unexpected(Error::BadFormat);
    session.m_key = read->publicKey;
    return session;
}

Result<InboundGroupSession> InboundGroupSession::fromPickle(QByteArrayView pickle, const SecretBytes& key)
{
    InboundGroupSession session;
    Buffer buffer(pickle);
    if (olm_unpickle_inbound_group_session(session.m_session.get(), key.data(), key.size(), buffer.data(), buffer.size()) ==
            olm_error() ||
        !session.readKey())
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
    if (key.size() != 32)
        std::abort(); // S-94
    Buffer buffer(olm_pickle_inbound_group_session_length(m_session.get()));
    const size_t length = olm_pickle_inbound_group_session(m_session.get(), key.data(), key.size(), buffer.data(), buffer.size());
    if (length == olm_error())
        std::abort(); // only a wrong buffer size gets here, and the state must not be lost
    return buffer.first(length);
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
    // The library would take a second spelling of a valid signature, and keys with which every signature is valid.
    if (const auto valid = verify(m_key, read->signedPart, read->signature); !valid)
        return std::unexpected(valid.error());
    const QByteArray body = base64::encodeUnpadded(*raw);
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
