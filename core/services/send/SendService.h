#pragma once

#include "core/base/Identifiers.h"

#include <QObject>

#include <memory>

namespace core {

/// The persistent send queue: what is written goes out in order, room by room, and leaves the queue only with an event id.
///
/// Thread: core. Survives restarts, kill −9 and offline times (S-16): a message is stored before anything else happens, its
/// ciphertext is stored together with the advanced ratchet before it is sent, and a retry sends the same bytes again.
class SendService final : public QObject {
    Q_OBJECT
public:
    struct Parts;
    explicit SendService(std::unique_ptr<Parts> parts, QObject* parent = nullptr);
    ~SendService() override;

public Q_SLOTS:
    /// Queues a plain text message. Empty and blank texts are ignored.
    void sendText(const core::RoomId& room, const QString& text);
    /// Tries a failed message again; it keeps its place before later ones.
    void retry(const core::RoomId& room, const QString& transactionId);
    /// Gives a message up that was not sent.
    void discard(const core::RoomId& room, const QString& transactionId);

Q_SIGNALS:
    /// A row of the queue was added, changed or removed.
    void queueChanged(const core::RoomId& room);

private:
    std::unique_ptr<Parts> m_parts;
};

} // namespace core
