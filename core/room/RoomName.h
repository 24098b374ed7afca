#pragma once

#include <QStringList>

namespace core {

/// The name of a room that has none of its own, from the (clean) names of its heroes without oneself, at most five.
/// `others`: how many members there are beside oneself, joined and invited. Empty if none of them has
/// a name: the interface has a word for that. Never contains a user id: who has no display name is not named, only counted.
/// Spec: Matrix v1.11, Client-Server API, "Calculating the display name for a room", without its English words: names are
/// joined by ", ", and " +N" stands for N more.
QString computedRoomName(const QStringList& heroNames, int others);

} // namespace core
