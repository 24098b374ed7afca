#pragma once

#include <QByteArray>
#include <QString>

namespace bench {

/// A generated account, always the same for the same size.
struct AccountSize {
    int rooms = 500;
    int eventsPerRoom = 20;
    int membersPerRoom = 20;
    double encrypted = 0.3; ///< share of the rooms; their messages have no keys
};

/// The answer to the initial /sync, padded for parsing.
QByteArray initialSync(const AccountSize& size);

/// An event as a server sends it, about 700 bytes.
QByteArray messageEvent(int room, int number);
QString roomId(int room);

} // namespace bench
