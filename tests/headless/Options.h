#pragma once

#include <QString>

namespace headless {

/// The command line of tests/headless and tests/window:
/// `--homeserver URL --user U --password P --store DIR [--until quiet|signal|SECONDS] [--restore KEY]`.
struct Options {
    QString homeserver;
    QString user;
    QString password;
    QString store; ///< folder of the profile; its database key lies beside it in the clear: for measuring only
    enum class Until { Quiet, Signal, Seconds } until = Until::Quiet;
    double seconds = 0;
    QString recoveryKey; ///< brings the account's keys here as soon as it has any; empty: nothing is restored
};

/// Reads the command line of the application object; ends the program with a usage text if it is not right.
Options readOptions();

} // namespace headless
