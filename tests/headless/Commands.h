#pragma once

#include "tests/headless/Answer.h"
#include "tests/headless/Describe.h"
#include "tests/headless/EventLog.h"
#include "tests/headless/Recovering.h"
#include "tests/headless/Verifying.h"

#include <QObject>

#include <functional>

namespace headless {

/// The commands of tests/peer that this program knows: rooms create invite join leave send messages status bootstrap restore
/// backedUp devices verify accept answer waitFor logout quit. And one of its own: renew.
///
/// One JSON object a line. Those with an `id` start at once, the others one after the other. What needs a session waits for it.
/// `log` must outlive it.
class Commands final : public QObject {
    Q_OBJECT
public:
    using Write = std::function<void(const QJsonObject& line)>;
    Commands(EventLog& log, Write write, QObject* parent = nullptr);

    void receive(const QByteArray& line);
    /// Null when the session ends. Open commands of an ended session are answered with an error.
    void setSession(core::Session* session);

Q_SIGNALS:
    /// The answer is written.
    void quitRequested();
    /// The answer is written. Everything local goes, and the program when the server knows it.
    void logoutRequested();

private:
    using Command = void (Commands::*)(const QJsonObject& arguments, const Reply& reply);
    void start(const QJsonObject& line);
    void startNext();

    void rooms(const QJsonObject& arguments, const Reply& reply);
    void create(const QJsonObject& arguments, const Reply& reply);
    void invite(const QJsonObject& arguments, const Reply& reply);
    void join(const QJsonObject& arguments, const Reply& reply);
    void leave(const QJsonObject& arguments, const Reply& reply);
    void send(const QJsonObject& arguments, const Reply& reply);
    void messages(const QJsonObject& arguments, const Reply& reply);
    void status(const QJsonObject& arguments, const Reply& reply);
    void bootstrap(const QJsonObject& arguments, const Reply& reply);
    void restore(const QJsonObject& arguments, const Reply& reply);
    void backedUp(const QJsonObject& arguments, const Reply& reply);
    void renew(const QJsonObject& arguments, const Reply& reply);
    void devices(const QJsonObject& arguments, const Reply& reply);
    void verify(const QJsonObject& arguments, const Reply& reply);
    void accept(const QJsonObject& arguments, const Reply& reply);
    void answer(const QJsonObject& arguments, const Reply& reply);
    void waitFor(const QJsonObject& arguments, const Reply& reply);
    void logout(const QJsonObject& arguments, const Reply& reply);
    void quit(const QJsonObject& arguments, const Reply& reply);

    void inviteAll(const core::RoomId& room, const QStringList& users, const Reply& reply);
    void whenKnown(const core::RoomId& room, const std::function<bool(const core::RoomRecord&)>& condition, const Reply& reply);
    void fillHistory(const core::RoomId& room, int limit, bool all, const Reply& reply);
    [[nodiscard]] QJsonArray newestMessages(const core::RoomRecord& room, int limit, bool all) const;

    EventLog& m_log;
    Write m_write;
    core::SessionParts* m_parts = nullptr;
    QList<QJsonObject> m_held;  // until there is a session
    QList<QJsonObject> m_queue; // without id
    bool m_running = false;     // one of the queue
    quint64 m_lastRequest = 0;
    std::unique_ptr<Verifying> m_verifying;
    std::unique_ptr<Recovering> m_recovering;
    std::unique_ptr<QObject> m_context; // of what waits for the session's signals
};

} // namespace headless
