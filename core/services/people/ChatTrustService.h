#pragma once

#include "core/encryption/OlmMachine.h"
#include "core/services/people/ChatTrust.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace core {

class RoomStore;

/// Says of the chats on screen whose keys are confirmed and whose have changed, and takes in what the person decides (product B6;
/// S-26, S-27). What it says stays until the new keys are compared or acknowledged, also after a restart.
///
/// Thread: core. Chats that are not open cost nothing here.
class ChatTrustService final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        OlmMachine& machine;
        RoomStore& rooms;
        std::function<void()> flush; ///< the machine has something to ask
    };
    explicit ChatTrustService(Parts parts, QObject* parent = nullptr);

    /// Looks whether something has changed in the open chats. To be called after each sync and after answers to the machine's
    /// requests.
    void check();

public Q_SLOTS:
    /// Emits how it stands, and from then on what changes.
    void open(const core::RoomId& room);
    void close(const core::RoomId& room);
    /// The person knows that the keys are others, and wants to go on with them without comparing: they are not verified.
    void acknowledge(const core::UserId& user);

Q_SIGNALS:
    void changed(const core::RoomId& room, const core::ChatTrust& trust);
    void failed(const core::Error& error);

private:
    [[nodiscard]] Result<ChatTrust> trustIn(const RoomId& room) const;
    void show(const RoomId& room);

    Parts m_parts;
    QHash<RoomId, std::optional<ChatTrust>> m_open; // with what was said last
};

} // namespace core
