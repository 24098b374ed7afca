#include "tests/core/hostile/SecondDevice.h"

#include "core/encryption/MachineContext.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

SecondDevice::SecondDevice(HostileChat& chat, HostileHomeserver& server, WholeClient& client, const QString& device)
    : party(chat.keys, chat.clock, chat.erikasId.toString(), device)
    , m_chat(chat)
    , m_server(server)
    , m_client(client)
{
    party.sync({chat.erikasId.toString()});
    m_server.pushChangedDevices(chat.erikasId.toString());
    m_client.settle();
}

void SecondDevice::bringKeys()
{
    REQUIRE(party.machine->importCrossSigning(*m_chat.erika.machine().crossSigningSecrets()));
    party.flush();
    REQUIRE(isSigned());
    m_server.pushChangedDevices(party.user.toString());
    m_client.settle();
}

bool SecondDevice::carry(const DeviceId& to)
{
    auto& mail = m_chat.keys.inbox[{party.user.toString(), to.toString()}];
    for (auto& event : mail) {
        auto json = QJsonDocument::fromJson(event).object();
        auto content = json.value("content"_L1).toObject();
        if (m_tamper)
            m_tamper(json.value("type"_L1).toString(), content);
        json.insert(u"content"_s, content);
        event = party::toJson(json);
    }
    return !mail.isEmpty();
}

void SecondDevice::exchange()
{
    bool more = true;
    for (int round = 0; more && round < 20; ++round) {
        party.flush();
        more = carry(m_client.machine().device());
        m_server.push();
        m_client.settle();
        more = carry(party.device) || more;
        party.sync();
    }
    CHECK_FALSE(more);
}

VerificationState SecondDevice::there()
{
    VerificationState found;
    for (const auto& state : m_client.machine().verifications()) {
        if (state.device == party.device)
            found = state;
    }
    return found;
}

VerificationState SecondDevice::here() const
{
    const auto states = party.machine->verifications();
    return states.isEmpty() ? VerificationState() : states.last();
}

void SecondDevice::makeReady()
{
    m_client.parts().verifications.request({party.device});
    exchange();
    actHere(VerificationAction::Accept);
    REQUIRE(here().phase == VerificationState::Phase::Ready);
    REQUIRE(there().phase == VerificationState::Phase::Ready);
}

void SecondDevice::actThere(VerificationAction action)
{
    m_client.parts().verifications.act(there().transaction, action);
    exchange();
}

void SecondDevice::actHere(VerificationAction action)
{
    REQUIRE(party.machine->actInVerification(here().transaction, action));
    exchange();
}

bool SecondDevice::isSigned() const
{
    const QString user = party.user.toString();
    const auto signatures = m_chat.keys.deviceKeys.at({user, party.device.toString()}).value("signatures"_L1).toObject();
    return signatures.value(user).toObject().size() > 1; // besides its own one
}
