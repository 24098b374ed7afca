#pragma once

#include "core/base/Result.h"
#include "core/base/Timestamp.h"

namespace core {

/// How far the client is with the server.
struct SyncState {
    enum class Phase {
        Starting, ///< before the first answer of this run
        Catching, ///< first answer is being fetched or applied
        UpToDate,
        Offline,    ///< no connection; retried by itself
        ServerBusy, ///< the server answers with 5xx or 429
        LoggedOut,  ///< the session has ended; see `error`
    };
    Phase phase = Phase::Starting;
    std::optional<Error> error;
    Timestamp lastSuccess; ///< of a whole response stored
    bool operator==(const SyncState&) const = default;
};

} // namespace core
