#pragma once

#include <QString>
#include <QStringList>

namespace app {

/// What the program was asked to do when it was started.
struct CommandLine {
    QString profileDirectory;       ///< absolute
    QString language;               ///< "de" or "en"; empty: what the profile says
    bool allowLoopbackHttp = false; ///< plain http to 127.0.0.0/8, for demo and tests
    bool passwordLogin = false;     ///< offer a password where the server has it, for demo and tests
    bool operator==(const CommandLine&) const = default;
};

/// What a command line came to: the options, or a text to print and the code to end with.
struct CommandLineResult {
    CommandLine options;
    QString text;
    int exitCode = 0;
    [[nodiscard]] bool ends() const { return !text.isEmpty(); }
};

/// Reads `arguments` (the first one is the program). Each profile has a folder of its own below the user's local data, named
/// with `--profile`, or anywhere with `--profile-dir`; several profiles run as one process each (S-17).
/// Needs a QCoreApplication with its name set.
CommandLineResult readCommandLine(const QStringList& arguments);

} // namespace app
