#pragma once

#include "tests/integration/Program.h"

#include <QTemporaryDir>

#include <memory>

namespace integration {

/// An insured person (our client) and a practice (the independent one) in one encrypted chat on two federating servers.
/// The practice has a cross-signed identity. The chat is made by the practice; our side accepts the invitation.
struct Conversation {
    /// `user`: local part of an account of the ePA server. A chat of its own each time.
    explicit Conversation(const QString& user = QStringLiteral("erika"));

    /// Starts our side again on the same store, after a kill or a quit.
    void restartOurs();

    /// Bodies of the messages that one side sees in the room, oldest first; undecryptable ones as "?".
    QStringList seenBy(Program& side, int limit = 1000) const;

    QTemporaryDir store;
    QString ourUser;
    QString practiceUser = QStringLiteral("@praxis:127.0.10.2");
    std::unique_ptr<Program> theirs;
    std::unique_ptr<Program> ours;
    QString room;
};

} // namespace integration
