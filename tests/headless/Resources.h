#pragma once

#include <QJsonObject>

namespace headless {

/// What this process has used so far: `{"t": seconds since start, "cpu": seconds, "peakMB": peak resident memory}`.
QJsonObject resourcesUsed();

} // namespace headless
