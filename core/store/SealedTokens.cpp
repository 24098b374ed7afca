#include "core/store/SealedTokens.h"

#include "crypto/AesGcm.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace core {

namespace {

using Secret = std::shared_ptr<const crypto::SecretBytes>;

constexpr char context[] = "tokens";
constexpr size_t momentSize = sizeof(qint64);
constexpr size_t lengthSize = sizeof(quint32);
constexpr size_t headSize = momentSize + 2 * lengthSize;
constexpr quint32 none = std::numeric_limits<quint32>::max(); // the length of a token that is not there

size_t sizeOf(const Secret& token)
{
    return token ? token->size() : 0;
}

quint32 lengthOf(const Secret& token)
{
    return token ? static_cast<quint32>(token->size()) : none;
}

void put(const Secret& token, unsigned char*& out)
{
    if (token)
        out = std::copy_n(token->data(), token->size(), out);
}

// Takes `length` bytes from the front of `rest`; false if there are fewer.
bool take(quint32 length, std::span<const unsigned char>& rest, Secret& token)
{
    if (length == none)
        return true;
    if (rest.size() < length)
        return false;
    token = std::make_shared<const crypto::SecretBytes>(rest.first(length));
    rest = rest.subspan(length);
    return true;
}

} // namespace

QByteArray sealTokens(const crypto::SecretBytes& key, const Tokens& tokens)
{
    crypto::SecretBytes plain(headSize + sizeOf(tokens.access) + sizeOf(tokens.refresh));
    unsigned char* out = plain.data();
    qToBigEndian(tokens.expiresAt.ms, out);
    qToBigEndian(lengthOf(tokens.access), out + momentSize);
    qToBigEndian(lengthOf(tokens.refresh), out + momentSize + lengthSize);
    out += headSize;
    put(tokens.access, out);
    put(tokens.refresh, out);
    return crypto::seal(key, plain.bytes(), context);
}

Result<Tokens> unsealTokens(const crypto::SecretBytes& key, QByteArrayView sealed)
{
    const auto plain = crypto::openSealed(key, sealed, context);
    if (!plain || plain->size() < headSize)
        return fail(ErrorCode::StorageDamaged, QStringLiteral("the tokens cannot be unsealed"));
    Tokens tokens;
    tokens.expiresAt.ms = qFromBigEndian<qint64>(plain->data());
    auto rest = plain->view().subspan(headSize);
    if (!take(qFromBigEndian<quint32>(plain->data() + momentSize), rest, tokens.access) ||
        !take(qFromBigEndian<quint32>(plain->data() + momentSize + lengthSize), rest, tokens.refresh))
        return fail(ErrorCode::StorageDamaged, QStringLiteral("the tokens have another form"));
    return tokens;
}

} // namespace core
