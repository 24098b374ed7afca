#include "core/services/timeline/ReadReceipts.h"

#include "core/api/endpoints/Rooms.h"

#include <QTimer>

#include <utility>

namespace core {

ReadReceipts::ReadReceipts(Api& api, std::chrono::milliseconds pause)
    : m_api(api)
    , m_pause(pause)
{
}

void ReadReceipts::send(const RoomId& room, const EventId& event)
{
    Room& state = m_rooms[room];
    if (event.isEmpty() || event == state.sent)
        return;
    if (state.busy)
        state.waiting = event;
    else
        request(room, event);
}

void ReadReceipts::request(const RoomId& room, const EventId& event)
{
    Room& state = m_rooms[room];
    state.sent = event;
    state.busy = true;
    m_api.call<Empty>(endpoints::privateReadReceipt(room, event), &m_jobs,
                      [this, room](const Result<Empty>& answer) { answered(room, answer); });
}

void ReadReceipts::answered(const RoomId& room, const Result<Empty>& answer)
{
    if (!answer)
        m_rooms[room].sent = {};
    const auto pause = answer ? m_pause : std::max(answer.error().retryAfter.value_or(m_pause), m_pause);
    QTimer::singleShot(pause, &m_jobs, [this, room] { proceed(room); });
}

void ReadReceipts::proceed(const RoomId& room)
{
    Room& state = m_rooms[room];
    state.busy = false;
    const EventId event = std::exchange(state.waiting, EventId());
    if (!event.isEmpty() && event != state.sent)
        request(room, event);
}

} // namespace core
