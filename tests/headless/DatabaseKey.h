#pragma once

#include "crypto/SecretBytes.h"

#include <QString>

#include <memory>

namespace headless {

/// The database key of the profile in `directory`; made at the first start. It lies in the clear beside the database: for
/// measuring and for tests only. Ends the program if it can be neither read nor written.
std::shared_ptr<crypto::SecretBytes> databaseKey(const QString& directory);

} // namespace headless
