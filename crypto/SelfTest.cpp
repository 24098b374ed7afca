#include "crypto/SelfTest.h"

#include "crypto/AesCbc.h"
#include "crypto/AesCtr.h"
#include "crypto/AesGcm.h"
#include "crypto/Base64.h"
#include "crypto/Ed25519.h"
#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"
#include "crypto/Pbkdf2.h"
#include "crypto/Random.h"
#include "crypto/Sha256.h"
#include "crypto/X25519.h"
#include "crypto/olm/Account.h"
#include "crypto/olm/InboundGroupSession.h"
#include "crypto/olm/OutboundGroupSession.h"

#include <algorithm>

namespace crypto {

namespace {

SecretBytes hex(QByteArrayView digits)
{
    return *SecretBytes::fromHex(digits); // constants of this file
}

bool is(QByteArrayView bytes, QByteArrayView digits)
{
    return bytes == hex(digits).bytes();
}

// FIPS 180-4 "abc"; RFC 4231, case 2; RFC 5869, case 1
bool hashesAreRight()
{
    return is(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") &&
           is(hmacSha256(SecretBytes::fromBytes("Jefe"), "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843") &&
           is(hkdfSha256(hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), hex("000102030405060708090a0b0c").bytes(),
                         hex("f0f1f2f3f4f5f6f7f8f9").bytes(), 42)
                  .bytes(),
              "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
}

// PBKDF2-HMAC-SHA-512 of "password" and "salt", one iteration
bool keyStretchingIsRight()
{
    const auto key = pbkdf2Sha512(SecretBytes::fromBytes("password"), "salt", 1, 32);
    return key && is(key->bytes(), "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252");
}

// NIST SP 800-38A, F.5.5 (CTR-AES256) and F.2.5 (CBC-AES256)
bool ciphersAreRight()
{
    const SecretBytes key = hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    const SecretBytes block = hex("6bc1bee22e409f96e93d7e117393172a");
    AesCtrIv iv{};
    const SecretBytes counter = hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    std::copy_n(counter.data(), iv.size(), iv.begin());
    if (!is(AesCtr(key, iv).process(block.bytes()), "601ec313775789a5b7a7f504bbf3d228"))
        return false;
    const SecretBytes chain = hex("000102030405060708090a0b0c0d0e0f");
    const QByteArray padded = aesCbcEncrypt(key, chain, block.bytes());
    const auto back = aesCbcDecrypt(key, chain, padded);
    if (!is(QByteArrayView(padded).first(16), "f58c4c04d6e5f1ba779eabfb5f7bfbd6") || !back || !back->equals(block))
        return false;
    QByteArray sealed = seal(key, block.bytes(), "place");
    const auto opened = openSealed(key, sealed, "place");
    const bool bound = !openSealed(key, sealed, "elsewhere");
    sealed[12] = static_cast<char>(sealed[12] ^ 1);
    return opened && opened->equals(block) && bound && !openSealed(key, sealed, "place");
}

// RFC 8032, section 7.1, test 1; RFC 7748, section 6.1
bool curvesAreRight()
{
    const auto pair = Ed25519KeyPair::fromSeed(hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    if (!pair || !is(pair->publicKey().view(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
        return false;
    auto signature = pair->sign({});
    if (!signature || !verify(pair->publicKey(), {}, *signature) || verify(pair->publicKey(), "x", *signature) ||
        !is(signature->view(), "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                               "d25bf5f0595bbe24655141438e7a100b"))
        return false;
    const auto alice = X25519KeyPair::fromPrivateKey(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    const auto bob = X25519KeyPair::fromPrivateKey(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    if (!alice || !bob || alice->derive(Curve25519Key{}))
        return false;
    const auto shared = alice->derive(bob->publicKey());
    return shared && is(shared->bytes(), "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
}

// No known answer is possible where the randomness comes from inside: there and back instead.
bool ratchetsAreRight()
{
    const auto alice = olm::Account::create();
    auto bob = olm::Account::create();
    bob.generateOneTimeKeys(1);
    const auto keys = bob.unpublishedOneTimeKeys();
    auto outbound = keys.isEmpty() ? std::unexpected(Error::Internal) : alice.outboundSession(bob.curve25519(), keys.first().key);
    const auto message = outbound ? outbound->encrypt("to") : std::unexpected(Error::Internal);
    const auto inbound = message ? bob.inboundSession(alice.curve25519(), *message) : std::unexpected(Error::Internal);
    if (!inbound || inbound->plaintext != "to")
        return false;
    auto sender = olm::OutboundGroupSession::create();
    auto receiver = olm::InboundGroupSession::fromSessionKey(sender.sessionKey().bytes());
    const auto room = sender.encrypt("room");
    const auto read = receiver && room ? receiver->decrypt(*room) : std::unexpected(Error::Internal);
    return read && read->bytes == "room" && read->index == 0;
}

} // namespace

Result<> selfTest()
{
    const bool right = hashesAreRight() && keyStretchingIsRight() && ciphersAreRight() && curvesAreRight() &&
                       ratchetsAreRight() && !randomSecret(32).equals(randomSecret(32)) &&
                       base64::decode("Zm9v") == QByteArray("foo") && !base64::decode("Zm9=v");
    if (!right)
        return std::unexpected(Error::Internal);
    return {};
}

} // namespace crypto
