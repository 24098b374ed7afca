#pragma once

#include "core/session/Session.h"
#include "core/session/SessionParts.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace headless {

/// Prints what the program has used at each step: `{"at":"firstRequest|firstSync|sync|quiet", "t", "cpu", "peakMB"}`, and with
/// "quiet" what the store holds: rooms, events, decrypted, undecryptable.
class Measurements final : public QObject {
    Q_OBJECT
public:
    using Write = std::function<void(const QJsonObject& line)>;
    explicit Measurements(Write write, QObject* parent = nullptr);

    void setSession(core::Session* session);
    void print(const QString& step, QJsonObject more = {});

Q_SIGNALS:
    /// In step with the server, and nothing has happened for a second.
    void quiet();

private:
    void synced(const core::SyncState& state);
    [[nodiscard]] QJsonObject counts() const;

    Write m_write;
    core::SessionParts* m_parts = nullptr;
    QTimer m_calm;
    bool m_hasSynced = false;
};

} // namespace headless
