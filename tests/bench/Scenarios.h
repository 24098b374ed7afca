#pragma once

#include "tests/bench/Measure.h"

#include <QList>

namespace bench {

// Each scenario works in an empty folder of its own and returns the lines of its table: our code first, then the raw cost of
// its parts.

/// Takes an initial sync of 500 rooms into the store.
QList<Row> initialSyncRows(const QString& folder);
/// Decrypts 10,000 messages of 100 sessions.
QList<Row> decryptionRows(const QString& folder);
/// Opens a store with 100,000 events, reads the room list, pages through a timeline.
QList<Row> historyRows(const QString& folder);
/// Fills the folder for historyRows.
void prepareHistory(const QString& folder);
/// Encrypts and stores 1,000 messages, ready to be sent.
QList<Row> sendingRows(const QString& folder);

/// Takes in the keys of a backup: 10,000 and 100,000.
QList<Row> smallBackupRows(const QString& folder);
QList<Row> largeBackupRows(const QString& folder);
/// Fill the folder for them.
void prepareSmallBackup(const QString& folder);
void prepareLargeBackup(const QString& folder);

} // namespace bench
