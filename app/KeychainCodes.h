#pragma once

#include "app/KeychainVault.h"
#include "ui/recovery/CodeVault.h"

namespace app {

/// Keeps key codes in the key store that has the database keys, under entries of their own.
///
/// The name of an entry is a hash of the address: the same for every profile on this computer, and it does not show whose it is.
class KeychainCodes final : public ui::CodeVault {
public:
    explicit KeychainCodes(std::shared_ptr<KeychainBackend> backend);

    void read(const core::UserId& account, QObject* context, Read done) override;
    void write(const core::UserId& account, crypto::SecretBytes code, QObject* context, Done done) override;
    void remove(const core::UserId& account, QObject* context, Done done) override;

private:
    KeychainVault m_vault;
};

} // namespace app
