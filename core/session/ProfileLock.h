#pragma once

#include "core/base/Result.h"

#include <QString>

#include <memory>

namespace core {

/// Keeps a profile for one process alone (S-17). The system gives the lock back when the process ends, however it ends.
class ProfileLock {
public:
    /// `directory` must exist. Errors: ProfileInUse; Storage if the lock file cannot be made.
    static Result<std::unique_ptr<ProfileLock>> take(const QString& directory);
    ~ProfileLock();
    ProfileLock(const ProfileLock&) = delete;
    ProfileLock& operator=(const ProfileLock&) = delete;

private:
    struct Handle;
    explicit ProfileLock(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace core
