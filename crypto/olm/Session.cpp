#include "crypto/olm/Session.h"

#include "crypto/Base64.h"
#include "crypto/Random.h"
#include "crypto/olm/Buffer.h"
#include "crypto/olm/MessageFormat.h"

#include <cstdlib>
#include <new>
#include <olm/olm.h>

namespace crypto::olm {

void Session::Free::operator()(OlmSession* session) const
{
    olm_clear_session(session);
    ::operator delete(static_cast<void*>(session));
}

Session::Session()
    : m_session(olm_session(::operator new(olm_session_size())))
{
}

Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::fromPickle(QByteArrayView pickle, const SecretBytes& key)
{
    Session session;
    Buffer buffer(pickle);
    if (olm_unpickle_session(session.m_session.get(), key.data(), key.size(), buffer.data(), buffer.size()) == olm_error())
        return std::unexpected(Error::BadPickle);
    return session;
}

QByteArray Session::pickle(const SecretBytes& key) const
{
    if (key.size() != 32)
        std::abort(); // S-94
    Buffer buffer(olm_pickle_session_length(m_session.get()));
    const size_t length = olm_pickle_session(m_session.get(), key.data(), key.size(), buffer.data(), buffer.size());
    if (length == olm_error())
        std::abort(); // only a wrong buffer size gets here, and the state must not be lost
    return buffer.first(length);
}

QByteArray Session::id() const
{
    Buffer buffer(olm_session_id_length(m_session.get()));
    const size_t length = olm_session_id(m_session.get(), buffer.data(), buffer.size());
    return length == olm_error() ? QByteArray() : buffer.first(length);
}

bool Session::hasReceivedMessage() const
{
    return olm_session_has_received_message(m_session.get()) != 0;
}

Result<Message> Session::encrypt(QByteArrayView plaintext)
{
    if (plaintext.size() > maximumPlaintext)
        return std::unexpected(Error::BadLength);
    auto random = randomSecret(olm_encrypt_random_length(m_session.get()));
    Message message;
    message.type =
        olm_encrypt_message_type(m_session.get()) == OLM_MESSAGE_TYPE_PRE_KEY ? Message::Type::PreKey : Message::Type::Normal;
    Buffer out(olm_encrypt_message_length(m_session.get(), static_cast<size_t>(plaintext.size())));
    const size_t length = olm_encrypt(m_session.get(), plaintext.data(), static_cast<size_t>(plaintext.size()), random.data(),
                                      random.size(), out.data(), out.size());
    if (length == olm_error())
        return std::unexpected(Error::Internal);
    message.body = out.first(length);
    return message;
}

Result<QByteArray> Session::decrypt(const Message& message)
{
    const auto raw = base64::decode(message.body);
    if (!raw)
        return std::unexpected(raw.error());
    if (message.type == Message::Type::PreKey) {
        if (const auto read = readPreKeyMessage(*raw); !read)
            return std::unexpected(read.error());
    } else if (const auto read = readNormalMessage(*raw); !read) {
        return std::unexpected(read.error());
    }
    const QByteArray body = base64::encodeUnpadded(*raw); // libolm wants it unpadded
    const auto type = static_cast<size_t>(message.type);
    Buffer forLength(body); // libolm overwrites what it reads
    const size_t maximum = olm_decrypt_max_plaintext_length(m_session.get(), type, forLength.data(), forLength.size());
    if (maximum == olm_error())
        return std::unexpected(Error::BadFormat);
    Buffer in(body);
    Buffer out(maximum);
    const size_t length = olm_decrypt(m_session.get(), type, in.data(), in.size(), out.data(), out.size());
    if (length == olm_error())
        return std::unexpected(Error::BadMac);
    return out.first(length);
}

bool Session::matchesInbound(const Message& preKeyMessage, const Curve25519Key& sender) const
{
    const auto raw = base64::decode(preKeyMessage.body);
    if (preKeyMessage.type != Message::Type::PreKey || !raw || !readPreKeyMessage(*raw))
        return false;
    Buffer in(base64::encodeUnpadded(*raw));
    const QByteArray key = sender.toBase64();
    return olm_matches_inbound_session_from(m_session.get(), key.data(), static_cast<size_t>(key.size()), in.data(), in.size()) ==
           1;
}

} // namespace crypto::olm
