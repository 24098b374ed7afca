#pragma once

#include "core/encryption/EncryptionTypes.h"
#include "core/room/TimelineItem.h"
#include "core/services/recovery/RecoveryState.h"
#include "core/session/LiveSession.h"
#include "core/session/Profile.h"
#include "core/session/SessionParts.h"
#include "tests/support/HostileHomeserver.h"

#include <QTemporaryDir>

#include <memory>

/// The messenger without a face, logged in: a profile on the disk and a session that syncs, sends, prepares its device and takes
/// care of recovery, all of it as in the program. Only the server and the clock are not real.
class WholeClient {
public:
    /// Starts it and waits until it is at rest. The references must outlive it.
    WholeClient(HostileHomeserver& server, const core::Clock& clock, const QString& user, const QString& device);

    /// Ends the program and starts it again on the same profile.
    void restart();
    /// Waits until everything that was pushed is taken in and nothing more follows from it.
    void settle();

    void sendText(const core::RoomId& room, const QString& text);
    /// What people wrote, or claim to have, as it is shown.
    [[nodiscard]] QList<core::TimelineItem> messages(const core::RoomId& room);
    [[nodiscard]] std::optional<core::RestoreOutcome> restore(const QString& typed);
    [[nodiscard]] std::optional<core::RestoreOutcome> restoreWithPassphrase(const QString& typed);
    [[nodiscard]] QString recoveryCode(); ///< empty if it is not here

    [[nodiscard]] core::SessionParts& parts() { return m_live->session()->parts(); }
    [[nodiscard]] core::OlmMachine& machine() { return *parts().machine; }
    [[nodiscard]] const QList<core::EncryptionAlert>& alerts() const { return m_alerts; } ///< told since the last start

    /// Fails if the server was told the access token, a private key of the account, or the text of a recovery code.
    void checkNoSecretsAt(const HostileHomeserver& server);

private:
    void start();

    HostileHomeserver& m_server;
    const core::Clock& m_clock;
    core::StoredSession m_stored;
    QTemporaryDir m_folder;
    QList<core::EncryptionAlert> m_alerts;
    std::unique_ptr<core::Profile> m_profile;
    std::unique_ptr<core::LiveSession> m_live;
};
