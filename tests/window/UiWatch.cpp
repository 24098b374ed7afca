#include "tests/window/UiWatch.h"

#include <QEvent>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace window {

UiWatch::UiWatch(int& argc, char** argv)
    : QGuiApplication(argc, argv)
{
    m_timer.start();
}

QJsonObject UiWatch::report() const
{
    return {{u"longestBlockMs"_s, static_cast<double>(m_longest) / 1e6},
            {u"blockedAt"_s, static_cast<double>(m_longestAt) / 1e9},
            {u"blockedBy"_s, m_longestBy},
            {u"events"_s, m_events}};
}

void UiWatch::restart()
{
    m_longest = 0;
    m_events = 0;
    m_longestBy.clear();
}

bool UiWatch::notify(QObject* receiver, QEvent* event)
{
    if (m_depth > 0)
        return QGuiApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const QString what = QLatin1StringView(receiver->metaObject()->className()) + u' ' +
                         QLatin1StringView(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type()));
    ++m_depth;
    ++m_events;
    const qint64 begin = m_timer.nsecsElapsed();
    const bool handled = QGuiApplication::notify(receiver, event);
    remember(m_timer.nsecsElapsed() - begin, what);
    --m_depth;
    return handled;
}

void UiWatch::remember(qint64 nanoseconds, const QString& what)
{
    if (nanoseconds <= m_longest)
        return;
    m_longest = nanoseconds;
    m_longestAt = m_timer.nsecsElapsed();
    m_longestBy = what;
}

} // namespace window
