#include "crypto/olm/OutboundGroupSession.h"

#include "crypto/Random.h"
#include "crypto/olm/Buffer.h"
#include "crypto/olm/MessageFormat.h"

#include <cstdlib>
#include <new>
#include <olm/olm.h>

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
    if (olm_unpickle_outbound_group_session(session.m_session.get(), key.data(), key.size(), buffer.data(), buffer.size()) ==
        olm_error())
        return std::unexpected(Error::BadPickle);
    return session;
}

QByteArray OutboundGroupSession::pickle(const SecretBytes& key) const
{
    if (key.size() != 32)
        std::abort(); // S-94
    Buffer buffer(olm_pickle_outbound_group_session_length(m_session.get()));
    const size_t length =
        olm_pickle_outbound_group_session(m_session.get(), key.data(), key.size(), buffer.data(), buffer.size());
    if (length == olm_error())
        std::abort(); // only a wrong buffer size gets here, and the state must not be lost
    return buffer.first(length);
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
    if (plaintext.size() > maximumPlaintext)
        return std::unexpected(Error::BadLength);
    Buffer in(plaintext);
    Buffer out(olm_group_encrypt_message_length(m_session.get(), in.size()));
    const size_t length = olm_group_encrypt(m_session.get(), bytes(in), in.size(), bytes(out), out.size());
    if (length == olm_error())
        return std::unexpected(Error::Internal);
    return out.first(length);
}

} // namespace crypto::olm
