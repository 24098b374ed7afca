#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>
#include <optional>

namespace core {

/// How long to wait before something is tried again (S-113). Pure; the source of randomness can be given for tests.
class RetryPolicy {
public:
    using Random = std::function<double()>; ///< in [0, 1)
    RetryPolicy();
    explicit RetryPolicy(Random random);

    /// Before the try that follows `failures` (1, 2, …) failures in a row: exponential from 1 s to 5 min, full jitter in the
    /// upper half.
    [[nodiscard]] std::chrono::milliseconds backOff(int failures) const;

    /// What the server asked for with a 429: the header (seconds or an HTTP date) or `retry_after_ms`, kept within 0.5 s … 1 h.
    /// Empty if it says neither.
    static std::optional<std::chrono::milliseconds> retryAfter(const QByteArray& header, std::optional<qint64> bodyMs,
                                                               qint64 nowMs);

    /// How often a single idempotent request is tried in all before its caller hears of the failure.
    static constexpr int maximumAttempts = 3;

private:
    Random m_random;
};

} // namespace core
