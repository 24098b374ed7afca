#pragma once

#include "core/base/Identifiers.h"

#include <QLoggingCategory>

namespace core {

/// What a log line may say about an identifier: a short hash, salted anew in each run (S-102).
/// The same id has the same hash within a run and none of it can be traced back to a person.
template <typename Kind>
QString log(const Identifier<Kind>& id);

/// The salted hash itself, for other strings that must not appear in the clear.
QString logHash(QStringView text);

template <typename Kind>
QString log(const Identifier<Kind>& id)
{
    return logHash(id.toString());
}

} // namespace core

/// One category per folder of core; release builds print from warning on.
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logApi)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logEncryption)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logSend)
Q_DECLARE_LOGGING_CATEGORY(logSession)
