#include "app/KeychainCodes.h"

#include "crypto/Sha256.h"

namespace app {

namespace {

QString nameOf(const core::UserId& account)
{
    // Another name would lose what earlier versions kept.
    return QString::fromLatin1(crypto::sha256("fdv-messenger key code " + account.toUtf8()).toHex());
}

} // namespace

KeychainCodes::KeychainCodes(std::shared_ptr<KeychainBackend> backend)
    : m_vault(std::move(backend), QStringLiteral("key-code"))
{
}

void KeychainCodes::read(const core::UserId& account, QObject* context, Read done)
{
    m_vault.read(nameOf(account), context, std::move(done));
}

void KeychainCodes::write(const core::UserId& account, crypto::SecretBytes code, QObject* context, Done done)
{
    m_vault.write(nameOf(account), std::move(code), context, std::move(done));
}

void KeychainCodes::remove(const core::UserId& account, QObject* context, Done done)
{
    m_vault.remove(nameOf(account), context, std::move(done));
}

} // namespace app
