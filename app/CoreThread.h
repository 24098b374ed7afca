#pragma once

#include "core/session/AccountService.h"

#include <QThread>

#include <functional>
#include <memory>

namespace app {

/// The thread on which the messenger works, and the account that lives on it.
///
/// Made and destroyed on the UI thread. The destructor waits until the account has let go of everything: whoever listens to it
/// must be gone before.
class CoreThread final {
public:
    /// Called once, on the core thread; what it returns is also let go of there.
    using MakeAccount = std::function<std::shared_ptr<core::AccountService>()>;

    explicit CoreThread(const core::AccountService::Options& options);
    explicit CoreThread(const MakeAccount& makeAccount);
    ~CoreThread();
    CoreThread(const CoreThread&) = delete;
    CoreThread& operator=(const CoreThread&) = delete;

    /// Lives on the thread: commands by queued invocation.
    [[nodiscard]] core::AccountService* account() const { return m_account.get(); }
    void open(crypto::SecretBytes databaseKey);

private:
    QThread m_thread;
    QObject m_place; // stands on the thread, so that work can be sent there
    std::shared_ptr<core::AccountService> m_account;
};

} // namespace app
