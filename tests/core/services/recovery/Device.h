#pragma once

#include "core/services/recovery/DehydratedDeviceService.h"
#include "core/services/recovery/RenewalService.h"
#include "core/store/AccountDataStore.h"
#include "tests/core/services/recovery/AccountServer.h"
#include "tests/support/TemporaryDatabase.h"

#include <optional>

/// One device of an account with what looks after its keys. `restart` is what a kill and a new start do.
struct Device {
    Device(party::Server& keys, AccountServer& server, party::ManualClock& clock, const QString& user, const QString& name);

    void restart();
    void makeParts(); ///< on the machine that is there
    /// Calls check() and lets everything run that follows from it at once.
    void check();
    /// How restoring with this code ends.
    std::optional<core::RestoreOutcome> restore(const QString& code);
    /// In twelve groups of four; empty if it is not here.
    QString code();
    [[nodiscard]] core::RecoveryState::Phase phase() const { return service->state().phase; }

    AccountServer& server;
    QList<core::RoomId> rooms{party::room}; ///< encrypted, the one used last first
    QList<core::RoomKeyId> missing;         ///< what messages wait for
    core::TimelineStore::ReadableContent content{.rooms = 2, .messages = 30, .files = 4};
    int contentDestroyed = 0;   ///< how often
    TemporaryDatabase database; ///< of the account data
    core::AccountDataStore accountData{*database};
    party::Party party;
    std::unique_ptr<core::Api> api;
    std::unique_ptr<core::CryptoRequestSender> requests;
    std::unique_ptr<core::RecoveryService> service;
    std::unique_ptr<core::RenewalService> renewal;
    std::unique_ptr<core::DehydratedDeviceService> dehydrated; ///< checked if the server offers such devices
};
