#include "core/session/Backlog.h"

#include "core/base/Log.h"
#include "core/services/sync/SyncProcessor.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace core {

namespace {
constexpr int smallest = 10;
constexpr int largest = 200;
constexpr qint64 tooLong = 35; // ms; a slice of the same size can take a little more
constexpr qint64 tooShort = 15;
} // namespace

Backlog::Backlog(SyncProcessor& processor, QObject* parent)
    : QObject(parent)
    , m_processor(processor)
{
}

void Backlog::start()
{
    if (std::exchange(m_running, true))
        return;
    QTimer::singleShot(0, this, &Backlog::decryptSlice);
}

void Backlog::decryptSlice()
{
    QElapsedTimer timer;
    timer.start();
    const auto more = m_processor.decryptBacklog(m_size);
    if (!more)
        qCWarning(logSession, "the backlog could not be decrypted: error %d", static_cast<int>(more.error().code));
    if (!more.value_or(false)) {
        m_running = false;
        return;
    }
    const qint64 took = timer.elapsed();
    if (took > tooLong)
        m_size = std::max(smallest, m_size / 2);
    else if (took < tooShort)
        m_size = std::min(largest, m_size * 2);
    QTimer::singleShot(0, this, &Backlog::decryptSlice);
}

} // namespace core
