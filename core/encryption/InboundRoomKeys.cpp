#include "core/encryption/InboundRoomKeys.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int openSessions = 200;
constexpr qsizetype missingKeys = 10000;
constexpr qint64 longestUse = 8LL * 24 * 60 * 60 * 1000; // of a session: a week by the specification
constexpr int destroyedAtOnce = 500;

// `m.unavailable` is none: so answers a device that was asked and does not have the key itself.
bool isReason(const QString& code)
{
    static const QStringList codes{u"m.blacklisted"_s, u"m.unverified"_s, u"m.unauthorised"_s, u"m.no_olm"_s,
                                   u"m.history_not_shared"_s};
    return codes.contains(code);
}

} // namespace

InboundRoomKeys::InboundRoomKeys(MachineContext& context)
    : m_context(context)
    , m_open(openSessions)
{
}

void InboundRoomKeys::forget()
{
    m_open.clear();
    m_missing.clear();
}

Result<> InboundRoomKeys::add(InboundSessionRecord record, const crypto::olm::InboundGroupSession& session)
{
    const RoomKeyId key{record.room, record.sessionId};
    record.pickle = session.pickle(m_context.pickleKey);
    record.firstIndex = session.firstKnownIndex();
    m_open.remove(key);
    m_missing.remove(key);
    return m_context.store.saveInboundSession(record);
}

Result<bool> InboundRoomKeys::receive(InboundSessionRecord record, QByteArrayView sessionKey)
{
    const auto session = crypto::olm::InboundGroupSession::fromSessionKey(sessionKey);
    if (!session || session->id() != record.sessionId)
        return false;
    return merge(std::move(record), *session);
}

Result<InboundRoomKeys::Import> InboundRoomKeys::import(const ExportedRoomKey& key, bool isBackedUp)
{
    const auto session = crypto::olm::InboundGroupSession::fromExport(key.sessionKey.bytes());
    if (!session || session->id() != key.id.sessionId)
        return Import::Refused;
    const auto isNew = merge({.room = key.id.room,
                              .sessionId = key.id.sessionId,
                              .pickle = {},
                              .firstIndex = 0,
                              .owner = {}, // who owns it is not proven, and the backup does not say it
                              .ownerDevice = {},
                              .ownerCurve25519 = key.senderKey,
                              .ownerEd25519 = key.claimedEd25519,
                              .origin = KeyOrigin::Unproven,
                              .sharedHistory = key.sharedHistory,
                              .isBackedUp = isBackedUp},
                             *session);
    if (!isNew)
        return failureOf(isNew);
    return *isNew ? Import::New : Import::Known;
}

Result<ExportedRoomKey> InboundRoomKeys::exported(const InboundSessionRecord& record) const
{
    const auto session = crypto::olm::InboundGroupSession::fromPickle(record.pickle, m_context.pickleKey);
    if (!session)
        return cryptoFailure(session.error());
    auto sessionKey = session->exportAt(session->firstKnownIndex());
    if (!sessionKey)
        return cryptoFailure(sessionKey.error());
    return ExportedRoomKey{.id = {record.room, record.sessionId},
                           .firstIndex = session->firstKnownIndex(),
                           .senderKey = record.ownerCurve25519,
                           .claimedEd25519 = record.ownerEd25519,
                           .origin = record.origin,
                           .sharedHistory = record.sharedHistory,
                           .sessionKey = std::move(*sessionKey)};
}

Result<> InboundRoomKeys::destroy()
{
    forget();
    RoomKeyId after;
    for (;;) {
        const auto keys = m_context.store.inboundSessionsAfter(after, destroyedAtOnce);
        if (!keys)
            return failureOf(keys);
        for (const auto& key : *keys) {
            if (const auto destroyed = destroy(key); !destroyed)
                return destroyed;
        }
        if (keys->size() < destroyedAtOnce)
            return {};
        after = keys->last();
    }
}

Result<> InboundRoomKeys::destroy(const RoomKeyId& key)
{
    const auto record = m_context.store.inboundSession(key.room, key.sessionId);
    const auto newest = m_context.store.lastMessageIndex(key.sessionId);
    if (!record || !newest)
        return record ? failureOf(newest) : failureOf(record);
    const bool isOthers = *record && (*record)->origin == KeyOrigin::Proven && (*record)->owner != m_context.user;
    const bool isInUse = !*newest || m_context.clock.now().ms - (*newest)->originServerTs.ms < longestUse;
    if (!isOthers || !isInUse)
        return m_context.store.removeInboundSession(key);
    return *newest ? moveOn(**record, **newest) : Result<>();
}

Result<> InboundRoomKeys::moveOn(InboundSessionRecord record, const MessageIndexRecord& newest)
{
    const RoomKeyId key{record.room, record.sessionId};
    const auto session = crypto::olm::InboundGroupSession::fromPickle(record.pickle, m_context.pickleKey);
    if (!session || newest.index == std::numeric_limits<quint32>::max())
        return m_context.store.removeInboundSession(key);
    const auto later = session->exportAt(std::max(newest.index + 1, session->firstKnownIndex()));
    const auto rest = later ? crypto::olm::InboundGroupSession::fromExport(later->bytes())
                            : crypto::Result<crypto::olm::InboundGroupSession>(std::unexpected(later.error()));
    if (!rest)
        return m_context.store.removeInboundSession(key);
    record.isBackedUp = false;
    return add(std::move(record), *rest);
}

Result<bool> InboundRoomKeys::merge(InboundSessionRecord record, const crypto::olm::InboundGroupSession& session)
{
    const auto known = m_context.store.inboundSession(record.room, record.sessionId);
    if (!known)
        return failureOf(known);
    if (!*known) {
        if (const auto added = add(std::move(record), session); !added)
            return failureOf(added);
        return true;
    }
    const auto& old = **known;
    const auto oldSession = crypto::olm::InboundGroupSession::fromPickle(old.pickle, m_context.pickleKey);
    if (!oldSession) { // damaged: nothing is lost by replacing it
        if (const auto added = add(std::move(record), session); !added)
            return failureOf(added);
        return true;
    }
    using Comparison = crypto::olm::InboundGroupSession::Comparison;
    const auto comparison = session.compare(*oldSession);
    const bool provesMore = old.origin == KeyOrigin::Unproven && record.origin == KeyOrigin::Proven;
    if (comparison == Comparison::Unconnected) {
        if (!provesMore)
            return false;
        // Two ratchets under one id, and only the proven one is signed: the other was forged.
        if (const auto added = add(std::move(record), session); !added)
            return failureOf(added);
        return true;
    }
    if (comparison != Comparison::Better && !provesMore)
        return false;
    // An owner who is proven stays; one who was only claimed gives way to the proven one.
    const bool isBackedUp = comparison == Comparison::Better && record.isBackedUp;
    auto merged = provesMore ? record : old;
    merged.isBackedUp = isBackedUp;
    const auto& better = comparison == Comparison::Better ? session : *oldSession;
    if (const auto added = add(std::move(merged), better); !added)
        return failureOf(added);
    return true;
}

Result<InboundRoomKeys::Open*> InboundRoomKeys::find(const RoomKeyId& key)
{
    if (auto* open = m_open.object(key))
        return open;
    if (m_missing.contains(key))
        return nullptr;
    auto record = m_context.store.inboundSession(key.room, key.sessionId);
    if (!record)
        return failureOf(record);
    if (!*record)
        return nullptr;
    auto session = crypto::olm::InboundGroupSession::fromPickle((*record)->pickle, m_context.pickleKey);
    if (!session)
        return nullptr; // damaged: as if it were not there, until the key comes again
    (*record)->pickle.clear();
    auto* open = new Open{std::move(*session), std::move(**record), std::nullopt, 0};
    m_open.insert(key, open);
    return open;
}

Result<Undecryptable::Reason> InboundRoomKeys::whyMissing(const RoomKeyId& key)
{
    const auto cached = m_missing.constFind(key);
    if (cached != m_missing.constEnd())
        return *cached;
    const auto code = m_context.store.withheldCode(key);
    if (!code)
        return failureOf(code);
    const auto reason = !*code                        ? Undecryptable::Reason::MissingKey
                        : **code == "m.unverified"_L1 ? Undecryptable::Reason::WithheldUnverified
                                                      : Undecryptable::Reason::Withheld;
    if (m_missing.size() >= missingKeys)
        m_missing.clear();
    m_missing.insert(key, reason);
    return reason;
}

Result<> InboundRoomKeys::withheld(const RoomKeyId& key, const QString& code)
{
    if (!isReason(code))
        return {};
    const auto known = m_context.store.inboundSession(key.room, key.sessionId);
    if (!known)
        return failureOf(known);
    if (*known)
        return {};
    m_missing.remove(key);
    return m_context.store.saveWithheldCode(key, code);
}

} // namespace core
