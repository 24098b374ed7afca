#include "tests/core/hostile/OtherEnd.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

OtherEnd::OtherEnd(HostileChat& chat, const QString& user, const QString& device)
    : party(chat.keys, chat.clock, user, device)
    , m_chat(chat)
{
}

void OtherEnd::act(VerificationAction action)
{
    const auto running = party.machine->verifications();
    REQUIRE_FALSE(running.isEmpty());
    REQUIRE(party.machine->actInVerification(running.last().transaction, action));
    talk();
}

void OtherEnd::talk()
{
    bool more = true;
    for (int round = 0; more && round < 20; ++round) {
        m_chat.erika.settle();
        more = hear();
        more = say() || more;
    }
    CHECK_FALSE(more);
}

bool OtherEnd::hear()
{
    REQUIRE(party.machine->trackUsers({m_chat.erikasId}));
    party.sync({m_chat.erikasId.toString()});
    const auto first = m_heard;
    for (const auto& sent = m_chat.server.sent; m_heard < sent.size();) {
        const auto& content = sent[m_heard].content;
        const auto event = *EventId::parse(u"$sent%1"_s.arg(++m_heard));
        const auto read = party.read(content, m_chat.erikasId, event.toString());
        const auto* clear = std::get_if<DecryptedEvent>(&read);
        if (!clear)
            continue;
        auto inner = QJsonDocument::fromJson(clear->json).object().value("content"_L1).toObject();
        const auto relation = content.value("m.relates_to"_L1).toObject();
        if (clear->type == "m.room.message"_L1 && inner.value("msgtype"_L1) == "m.text"_L1) {
            texts.append(inner.value("body"_L1).toString());
            continue;
        }
        if (!relation.isEmpty())
            inner.insert(u"m.relates_to"_s, relation);
        REQUIRE(party.machine->receiveVerificationEvent(
            {.room = m_chat.room,
             .event = event,
             .sender = m_chat.erikasId,
             .device = clear->senderDevice,
             .sent = m_chat.clock.now(),
             .transactionId = {},
             .request = EventId::parse(relation.value("event_id"_L1).toString()).value_or(EventId()),
             .type = clear->type,
             .content = inner}));
    }
    return m_heard > first;
}

bool OtherEnd::say()
{
    party.flush();
    const auto messages = party.machine->takeVerificationMessages();
    for (const auto& message : messages) {
        party.share({m_chat.erikasId, party.user});
        const auto content = party.machine->encrypt(m_chat.room, message.message.type, message.message.content);
        REQUIRE(content);
        const auto event = events::encrypted(party.user.toString(), *content);
        m_chat.server.pushEvents(m_chat.room, {event});
        REQUIRE(party.machine->verificationMessageSent(message.transactionId, *EventId::parse(events::idOf(event))));
    }
    return !messages.isEmpty();
}
