#include "core/encryption/OutboundRoomKeys.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qint64 maximumMessages = 100;
constexpr qint64 hour = 60LL * 60 * 1000;
constexpr qint64 maximumPeriod = 7 * 24 * hour;

} // namespace

OutboundRoomKeys::OutboundRoomKeys(MachineContext& context, AccountKeys& account, InboundRoomKeys& inbound)
    : m_context(context)
    , m_account(account)
    , m_inbound(inbound)
{
}

bool isUsedUp(const OutboundSessionRecord& record, const RoomEncryptionSettings& settings, Timestamp now)
{
    const qint64 messages = std::clamp<qint64>(settings.rotationMessages.value_or(maximumMessages), 1, maximumMessages);
    const qint64 period = std::clamp<qint64>(settings.rotationPeriodMs.value_or(maximumPeriod), hour, maximumPeriod);
    const qint64 age = now.ms - record.created.ms;
    // A clock that went back says nothing about the age.
    return record.messages >= messages || age >= period || age < 0 || record.invitedMayRead != settings.invitedMayRead ||
           record.historyIsShared != settings.historyIsShared;
}

Result<std::optional<OutboundSessionRecord>> OutboundRoomKeys::current(const RoomId& room, const RoomEncryptionSettings& settings)
{
    auto record = m_context.store.outboundSession(room);
    if (!record || !*record || !isUsedUp(**record, settings, m_context.clock.now()))
        return record;
    if (const auto removed = m_context.store.removeOutboundSession(room); !removed)
        return failureOf(removed);
    return std::nullopt;
}

Result<OutboundSessionRecord> OutboundRoomKeys::create(const RoomId& room, const RoomEncryptionSettings& settings)
{
    const auto session = crypto::olm::OutboundGroupSession::create();
    OutboundSessionRecord record{.room = room,
                                 .sessionId = session.id(),
                                 .pickle = session.pickle(m_context.pickleKey),
                                 .created = m_context.clock.now(),
                                 .messages = 0,
                                 .invitedMayRead = settings.invitedMayRead,
                                 .historyIsShared = settings.historyIsShared};
    // Own messages come back through sync and are read like those of others.
    const auto inbound = crypto::olm::InboundGroupSession::fromSessionKey(session.sessionKey().bytes());
    if (!inbound)
        return cryptoFailure(inbound.error());
    const auto added = m_inbound.add({.room = room,
                                      .sessionId = record.sessionId,
                                      .pickle = {},
                                      .owner = m_context.user,
                                      .ownerDevice = m_context.device,
                                      .ownerCurve25519 = m_account.account().curve25519(),
                                      .ownerEd25519 = m_account.account().ed25519(),
                                      .origin = KeyOrigin::Proven,
                                      .sharedHistory = settings.historyIsShared},
                                     *inbound);
    if (!added)
        return failureOf(added);
    if (const auto saved = m_context.store.saveOutboundSession(record); !saved)
        return failureOf(saved);
    return record;
}

Result<OutboundRoomKeys::Key> OutboundRoomKeys::key(const OutboundSessionRecord& record)
{
    const auto session = crypto::olm::OutboundGroupSession::fromPickle(record.pickle, m_context.pickleKey);
    if (!session)
        return cryptoFailure(session.error());
    return Key{record, session->sessionKey(), session->messageIndex()};
}

Result<QJsonObject> OutboundRoomKeys::encrypt(const RoomId& room, const QString& type, const QJsonObject& content)
{
    auto found = m_context.store.outboundSession(room);
    if (!found)
        return failureOf(found);
    if (!*found || isUsedUp(**found,
                            {.rotationMessages = {},
                             .rotationPeriodMs = {},
                             .invitedMayRead = (*found)->invitedMayRead,
                             .historyIsShared = (*found)->historyIsShared},
                            m_context.clock.now()))
        return fail(ErrorCode::DevicesOutdated, u"the room key is not shared"_s);
    auto record = std::move(**found);
    auto session = crypto::olm::OutboundGroupSession::fromPickle(record.pickle, m_context.pickleKey);
    if (!session)
        return cryptoFailure(session.error());
    const auto ciphertext =
        session->encrypt(toCompactJson({{u"type"_s, type}, {u"content"_s, content}, {u"room_id"_s, room.toString()}}));
    if (!ciphertext)
        return cryptoFailure(ciphertext.error());
    record.pickle = session->pickle(m_context.pickleKey);
    ++record.messages;
    if (const auto saved = m_context.store.saveOutboundSession(record); !saved)
        return failureOf(saved);
    QJsonObject encrypted{{u"algorithm"_s, QLatin1String(megolmAlgorithm)},
                          {u"sender_key"_s, base64Text(m_account.account().curve25519())},
                          {u"device_id"_s, m_context.device.toString()},
                          {u"session_id"_s, QString::fromLatin1(record.sessionId)},
                          {u"ciphertext"_s, QString::fromLatin1(*ciphertext)}};
    if (const auto relation = content.value("m.relates_to"_L1); relation.isObject())
        encrypted.insert("m.relates_to"_L1, relation);
    return encrypted;
}

} // namespace core
