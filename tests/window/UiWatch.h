#pragma once

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonObject>

namespace window {

/// An application that knows how long its thread was busy with one event at most: while it is, the window does not answer.
class UiWatch final : public QGuiApplication {
    Q_OBJECT
public:
    UiWatch(int& argc, char** argv);

    /// `{"longestBlockMs", "blockedAt": seconds since start, "blockedBy": what was being handled, "events"}`.
    [[nodiscard]] QJsonObject report() const;
    /// Forgets what was so far: the start is not the use.
    void restart();

    bool notify(QObject* receiver, QEvent* event) override;

private:
    void remember(qint64 nanoseconds, const QString& what);

    QElapsedTimer m_timer;
    int m_depth = 0;
    qint64 m_longest = 0;
    qint64 m_longestAt = 0;
    QString m_longestBy;
    qint64 m_events = 0;
};

} // namespace window
