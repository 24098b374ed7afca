#pragma once

#include "core/encryption/AccountKeys.h"
#include "core/encryption/Identities.h"
#include "core/encryption/OwnIdentity.h"

#include <QHash>
#include <QSet>

namespace core {

/// Knows whose devices are followed, which lists are outdated, and reads the answers of /keys/query (S-24, S-28, S-29).
class DeviceTracker {
public:
    DeviceTracker(MachineContext& context, AccountKeys& account, Identities& identities, OwnIdentity& ownIdentity);

    void forget();
    Result<> track(const QList<UserId>& users);
    Result<> receiveChanges(const QStringList& changed, const QStringList& left);

    /// All lists are outdated, also those that are being asked for.
    Result<> outdateAll();

    /// Users whose list is outdated and worth asking for now, without those that are being asked.
    Result<QList<UserId>> usersToQuery();
    void queryStarted(const QList<UserId>& users);
    void queryFailed(const QList<UserId>& users);
    /// Only what was asked for is read from the answer.
    Result<> queryAnswered(const QList<UserId>& users, JsonValue response);

    /// True if the list of one of these users must be fetched before anything is sent to them. A server that does not answer
    /// does not hold up others: its users then count with the devices they are known to have.
    Result<bool> isAnyOutdated(const QList<UserId>& users);

private:
    Result<> receiveUser(const UserId& user, JsonValue response);
    Result<> receiveDevices(const UserId& user, JsonValue devices, const std::optional<IdentityRecord>& identity);
    Result<bool> receiveDevice(DeviceRecord& record, const QList<DeviceRecord>& known);
    [[nodiscard]] bool isBackedOff(const UserId& user) const;

    MachineContext& m_context;
    AccountKeys& m_account;
    Identities& m_identities;
    OwnIdentity& m_ownIdentity;
    QSet<UserId> m_tracked;                 // known to be tracked: saves look-ups
    QSet<UserId> m_asking;                  // in a query under way
    QSet<UserId> m_changedMeanwhile;        // changed while being asked: the answer may be too old
    QHash<UserId, Timestamp> m_unreachable; // their server did not answer
    std::optional<bool> m_anyOutdated;      // false: nothing to do, without asking the store
};

} // namespace core
