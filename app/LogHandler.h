#pragma once

#include <QString>

namespace app {

/// Sends all log messages to standard error, one line each: warnings and worse; in debug builds also what the categories allow.
/// Whatever looks like an address of a person, room or server is replaced, whoever wrote the message (S-102).
/// Call once, before the first message. Thread: any.
void installLogHandler();

/// `message` on one line without Matrix identifiers and addresses of the net, at most 500 characters.
QString harmless(const QString& message);

} // namespace app
