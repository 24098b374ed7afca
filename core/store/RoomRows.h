#pragma once

#include "core/store/Database.h"
#include "core/store/RoomRecord.h"

#include <functional>

// The rows of the table `rooms`.
namespace core::rows {

Result<> eachRoom(Database& database, const std::function<void(const RoomRecord&)>& visit);
/// Inserts the row, or writes over that of the same room. Returns its number.
Result<qint64> writeRoom(Database& database, const RoomRecord& record);

} // namespace core::rows
