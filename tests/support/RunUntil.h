#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace core {

/// Runs the event loop until `condition` holds. False if it does not hold after two minutes: the test has
/// failed then, also on the most crowded machine.
template <typename Condition>
bool runUntil(Condition condition)
{
    const QDeadlineTimer deadline(std::chrono::minutes(2));
    QTimer wakeUp; // an event loop without events would wait for ever
    wakeUp.start(1'000);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// Handles everything that is already waiting in the event loop, and what follows from it at once.
inline void runAll()
{
    for (int turn = 0; turn < 50; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace core
