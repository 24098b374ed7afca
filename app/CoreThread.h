#pragma once

#include "core/session/AccountService.h"

#include <QThread>

#include <memory>

namespace app {

/// The thread on which the messenger works, and the account that lives on it.
///
/// Made and destroyed on the UI thread. The destructor waits until the account has let go of everything: whoever listens to it
/// must be gone before.
class CoreThread final {
public:
    explicit CoreThread(const core::AccountService::Options& options);
    ~CoreThread();
    CoreThread(const CoreThread&) = delete;
    CoreThread& operator=(const CoreThread&) = delete;

    /// Lives on the thread: commands by queued invocation.
    [[nodiscard]] core::AccountService* account() const { return m_account; }
    void open(crypto::SecretBytes databaseKey);

private:
    QThread m_thread;
    core::AccountService* m_account = nullptr;
};

} // namespace app
