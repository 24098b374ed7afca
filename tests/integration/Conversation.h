#pragma once

#include "tests/integration/Program.h"

#include <QTemporaryDir>

#include <memory>

namespace integration {

/// An insured person (our client) and a practice (the independent one) in one encrypted chat on two federating servers.
/// The practice has a cross-signed identity. The chat is made by the practice; our side accepts the invitation.
struct Conversation {
    /// A chat of its own each time.
    explicit Conversation(Account us = newInsured(), Account them = professional());

    /// Starts our side again on the same store, after a kill or a quit.
    void restartOurs();

    /// Waits until one side has read them all. Returns those which it has not after `timeoutMs`: what nobody may miss is empty.
    QStringList missedBy(Program& side, const QStringList& bodies, int timeoutMs = 600'000) const;

    /// Bodies of the messages that one side sees in the room, oldest first; undecryptable ones as "?".
    QStringList seenBy(Program& side, int limit = 1000) const;

    QTemporaryDir store;
    Account us;
    Account them;
    std::unique_ptr<Program> theirs;
    std::unique_ptr<Program> ours;
    QString room;
};

} // namespace integration
