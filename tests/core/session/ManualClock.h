#pragma once

#include "core/base/Clock.h"

/// A clock that a test moves.
struct ManualClock final : core::Clock {
    core::Timestamp time{1'700'000'000'000};
    [[nodiscard]] core::Timestamp now() const override { return time; }
};
