#pragma once

#include <QDateTime>

#include <compare>

namespace core {

/// A moment in milliseconds since 1970-01-01 UTC. 0 means "unknown".
struct Timestamp {
    qint64 ms = 0;

    [[nodiscard]] bool isKnown() const { return ms > 0; }
    [[nodiscard]] QDateTime toLocalTime() const { return QDateTime::fromMSecsSinceEpoch(ms); }
    auto operator<=>(const Timestamp&) const = default;
};

} // namespace core
