#pragma once

#include "tests/core/hostile/HostileChat.h"

#include <functional>

/// Another device of Erika's account, which talks to a whole client of hers through a server that may change what it carries.
class SecondDevice {
public:
    using Tamper = std::function<void(const QString& type, QJsonObject& content)>;

    /// `server`: the one of `client`. The device is not signed and has no private keys.
    SecondDevice(HostileChat& chat, HostileHomeserver& server, WholeClient& client, const QString& device);

    /// Gives it the private keys of Erika's identity, with which it signs itself; the client comes to know it.
    void bringKeys();
    /// Each gets what the other has sent, until there is nothing more.
    void exchange();
    /// Changes what is carried from here on, in both directions; `nothing` ends it.
    void tamper(Tamper tamper) { m_tamper = std::move(tamper); }

    /// The client asks this device for a verification, and both say yes to it.
    void makeReady();
    /// What the person does on the client, and on this device; then exchange().
    void actThere(core::VerificationAction action);
    void actHere(core::VerificationAction action);
    [[nodiscard]] core::VerificationState there(); ///< the newest verification with this device on the client
    [[nodiscard]] core::VerificationState here() const;
    /// Whether the server has a signature of Erika's identity on this device's keys.
    [[nodiscard]] bool isSigned() const;

    party::Party party;

private:
    bool carry(const core::DeviceId& to);

    HostileChat& m_chat;
    HostileHomeserver& m_server;
    WholeClient& m_client;
    Tamper m_tamper;
};
