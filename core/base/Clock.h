#pragma once

#include "core/base/Timestamp.h"

namespace core {

/// Where the time comes from. Tests give their own (tests/support/FakeClock.h).
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

/// The time of the system.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return {QDateTime::currentMSecsSinceEpoch()}; }
};

} // namespace core
