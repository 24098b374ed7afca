#pragma once

#include <QString>

#include <functional>

class QObject;

namespace app {

/// Whether the Secret Service of the session holds an entry of QtKeychain under lock. Asks without bringing up a question to the
/// person, and starts no service. False also where there is none: KWallet tells a locked entry from a missing one by itself.
/// `done` comes once, from the event loop, unless `context` is destroyed first. Thread: UI.
/// Source: freedesktop.org Secret Service 0.2, SearchItems.
void holdsLocked(const QString& service, const QString& entry, QObject* context, std::function<void(bool)> done);

} // namespace app
