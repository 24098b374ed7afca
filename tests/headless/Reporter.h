#pragma once

#include "tests/headless/Describe.h"
#include "tests/headless/EventLog.h"

#include <QObject>
#include <QSet>

namespace headless {

/// Prints what comes in as the peer does: message, state, membership, trust, sync, failed; and alert, of what a person has to be
/// told: identityChanged, ownIdentityChanged, newOwnDevice, deviceKeysChanged, unexpectedMember.
///
/// Until somebody speaks to the program nothing is looked at, so that measurements stay what they are; then everything since the
/// start is printed. `log` must outlive it, and the session ends after it.
class Reporter final : public QObject {
    Q_OBJECT
public:
    Reporter(core::Session& session, EventLog& log, QObject* parent = nullptr);

    /// Somebody listens from now on.
    void listen();

private:
    void note(const core::SyncChanges& changes);
    void printAll();
    void print(const core::EncryptionAlert& alert);
    void print(const core::RoomChanges& changes);
    void printAlert(const core::UserId& user, const QString& what, QJsonObject line);
    void printTrust();
    void printTrust(const core::UserId& user);
    void printMembership(const core::RoomRecord& room);
    void printNewEvents(const core::RoomRecord& room);
    void printEvent(const core::RoomRecord& room, const core::StoredEvent& stored, bool isLate);

    core::SessionParts& m_parts;
    EventLog& m_log;
    Describe m_describe;
    QList<core::SyncChanges> m_noted;
    QHash<core::RoomId, qint64> m_printed; // position of the newest event printed
    QHash<core::RoomId, core::Membership> m_memberships;
    QHash<core::UserId, core::IdentityStatus> m_trust;
    QSet<core::EventId> m_pending;    // not printed before it is known whether they can be read
    QSet<core::EventId> m_unreadable; // printed as such
    bool m_listens = false;
    bool m_synced = false;
    bool m_isFirst = false; // what is printed now belongs to the first sync of the account
};

} // namespace headless
