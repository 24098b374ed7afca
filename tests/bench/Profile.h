#pragma once

#include "core/services/sync/SyncProcessor.h"
#include "core/store/AccountDataStore.h"
#include "core/store/Database.h"
#include "core/store/SessionStore.h"
#include "core/store/SqlCryptoStore.h"
#include "tests/core/encryption/TestParty.h"

#include <memory>

namespace bench {

/// The stores of one account in an encrypted file.
class Profile {
public:
    explicit Profile(const QString& folder);

    std::unique_ptr<core::Database> database;
    core::SqlCryptoStore crypto{*database};
    core::RoomStore rooms{*database};
    core::TimelineStore timeline{*database};
    core::SendQueueStore queue{*database};
    core::AccountDataStore accountData{*database};
    core::SessionStore session{*database};
};

/// An insured person with a profile on disk and a practice in memory, who know each other's devices.
class TwoParties {
public:
    explicit TwoParties(const QString& folder);

    Profile profile;
    party::Server server;
    party::ManualClock clock;
    party::Party own{server, clock, QStringLiteral("@erika:example.org"), QStringLiteral("ERIKA"), profile.crypto};
    party::Party practice{server, clock, QStringLiteral("@praxis:practice.example"), QStringLiteral("PRAXIS")};
    QList<core::UserId> members{own.user, practice.user};
};

} // namespace bench
