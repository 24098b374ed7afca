#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>

namespace headless {

/// Prints what happens as JSON lines `{"event":{"n":1,"kind":…}}` and keeps it for waitFor, as tests/peer does.
class EventLog final : public QObject {
    Q_OBJECT
public:
    using Write = std::function<void(const QJsonObject& line)>;
    explicit EventLog(Write write, QObject* parent = nullptr);

    void print(QJsonObject event);

    /// Calls `done` with the first event from number `after` + 1 on that contains `match`; looks at what was printed
    /// before first. An empty object after `timeoutMs` without one.
    void waitFor(const QJsonObject& match, int timeoutMs, qint64 after, std::function<void(QJsonObject)> done);

private:
    struct Waiter {
        QJsonObject match;
        std::function<void(QJsonObject)> done;
        QTimer* limit = nullptr;
    };
    void finish(qsizetype index, const QJsonObject& event);

    Write m_write;
    QList<QJsonObject> m_seen;
    QList<Waiter> m_waiters;
    qint64 m_number = 0;
};

/// True if `expected` is a subset of `actual`; strings of the form "/regex/flags" match by pattern.
bool contains(const QJsonValue& actual, const QJsonValue& expected);

} // namespace headless
