#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "crypto/SecretBytes.h"

#include <functional>

class QObject;

namespace ui {

/// Where the operating system keeps the key code of accounts for the person (product B3). The program implements it.
///
/// An entry belongs to the account, not to the profile: it is found again when the profile is gone and the person signs in anew.
/// Errors of all operations: KeyStoreLocked, KeyStoreDenied, KeyStoreMissing (S-98). Callbacks come once, unless `context` or
/// the vault is destroyed first. Thread: UI.
class CodeVault {
public:
    using Read = std::function<void(core::Result<crypto::SecretBytes>)>;
    using Done = std::function<void(core::Result<>)>;

    CodeVault() = default;
    virtual ~CodeVault() = default;
    CodeVault(const CodeVault&) = delete;
    CodeVault& operator=(const CodeVault&) = delete;

    /// Errors also: KeyMissing if the store works and holds no code of `account`.
    virtual void read(const core::UserId& account, QObject* context, Read done) = 0;
    /// Takes the place of what is there. Success means that it can be read.
    virtual void write(const core::UserId& account, crypto::SecretBytes code, QObject* context, Done done) = 0;
    /// Success means that the code is gone, also if there was none.
    virtual void remove(const core::UserId& account, QObject* context, Done done) = 0;
};

} // namespace ui
