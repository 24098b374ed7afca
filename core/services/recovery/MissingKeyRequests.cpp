#include "core/services/recovery/MissingKeyRequests.h"

#include "core/base/Log.h"

#include <utility>

namespace core {

namespace {

constexpr qint64 betweenLooksMs = 60'000;

} // namespace

MissingKeyRequests::MissingKeyRequests(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

void MissingKeyRequests::check()
{
    const qint64 now = m_parts.clock.now().ms;
    if (now < m_nextLook.ms)
        return;
    m_nextLook = {now + betweenLooksMs};
    const auto missing = m_parts.missingKeys();
    if (!missing)
        return;
    QList<RoomKeyId> still;
    for (const auto& key : *missing) {
        if (m_missing.contains(key))
            still.append(key);
    }
    m_missing = QSet<RoomKeyId>(missing->begin(), missing->end());
    if (still.isEmpty())
        return;
    if (const auto asked = m_parts.machine.requestRoomKeys(still); !asked)
        qCWarning(logSession, "room keys could not be asked for: error %d", static_cast<int>(asked.error().code));
    m_parts.flush();
}

} // namespace core
