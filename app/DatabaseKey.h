#pragma once

#include "app/KeychainVault.h"
#include "app/ProfileDirectory.h"

namespace app {

/// Gets the database key of `profile` from the key store; makes and stores one for a profile that has no database yet.
///
/// A key that is not there although the database is stays missing: nothing is made, nothing is overwritten (S-99).
/// Errors: those of KeychainVault; KeyMissing with a database. `vault` must outlive the operation; `done` is called once, from
/// the event loop, unless `context` dies first. Thread: UI.
void obtainDatabaseKey(KeychainVault& vault, const ProfileDirectory& profile, QObject* context, KeychainVault::ReadCallback done);

} // namespace app
