#pragma once

#include "tests/core/hostile/HostileChat.h"

/// Another person in Erika's chat, with a program that knows verification: reads what she sends there,
/// and answers what has to be answered.
class OtherEnd {
public:
    /// Its device is at the server; it has no identity yet.
    OtherEnd(HostileChat& chat, const QString& user, const QString& device);

    /// Both sides say what they have to say, until neither has more.
    void talk();
    /// In the newest verification; then talk().
    void act(core::VerificationAction action);

    party::Party party;
    QStringList texts; ///< of Erika's messages that could be read, oldest first

private:
    bool hear();
    bool say();

    HostileChat& m_chat;
    size_t m_heard = 0;
};
