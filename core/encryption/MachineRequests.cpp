#include "core/encryption/MachineRequests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype usersPerQuery = 200;
constexpr qsizetype devicesPerClaim = 200;

} // namespace

MachineRequests::MachineRequests(Parts parts)
    : m_parts(parts)
{
}

Result<QList<OutgoingRequest>> MachineRequests::collect()
{
    QList<OutgoingRequest> requests;
    if (const auto gone = m_parts.verifications.goOn(); !gone)
        return failureOf(gone);
    if (const auto added = addKeysUpload(requests); !added)
        return failureOf(added);
    if (const auto added = addOwnIdentity(requests); !added)
        return failureOf(added);
    if (const auto added = addSignatures(requests); !added)
        return failureOf(added);
    if (const auto added = addQueries(requests); !added)
        return failureOf(added);
    addClaims(requests);
    if (const auto added = addToDevice(requests); !added)
        return failureOf(added);
    return requests;
}

Result<> MachineRequests::addKeysUpload(QList<OutgoingRequest>& requests)
{
    if (m_ledger.contains(Kind::KeysUpload))
        return {};
    const auto body = m_parts.account.upload();
    if (!body)
        return failureOf(body);
    if (!*body)
        return {};
    const QString id = randomId();
    m_ledger.open(id, {.kind = Kind::KeysUpload, .users = {}, .devices = {}});
    requests.append({id, Kind::KeysUpload, "POST", u"/_matrix/client/v3/keys/upload"_s, **body});
    return {};
}

Result<> MachineRequests::addOwnIdentity(QList<OutgoingRequest>& requests)
{
    if (m_ledger.contains(Kind::SigningKeysUpload) || m_ledger.contains(Kind::SignatureUpload))
        return {};
    auto request = m_parts.ownIdentity.request();
    if (!request)
        return failureOf(request);
    if (!*request)
        return {};
    (*request)->id = randomId();
    m_ledger.open((*request)->id, {.kind = (*request)->kind, .users = {}, .devices = {}});
    requests.append(std::move(**request));
    return {};
}

// After the own identity has reached the server.
Result<> MachineRequests::addSignatures(QList<OutgoingRequest>& requests)
{
    if (m_ledger.contains(Kind::SigningKeysUpload) || m_ledger.contains(Kind::SignatureUpload))
        return {};
    const auto body = m_parts.verifications.signaturesDue();
    if (!body)
        return failureOf(body);
    if (!*body)
        return {};
    const QString id = randomId();
    m_ledger.open(id, {.kind = Kind::SignatureUpload, .isOfVerification = true, .users = {}, .devices = {}});
    requests.append({id, Kind::SignatureUpload, "POST", u"/_matrix/client/v3/keys/signatures/upload"_s, **body});
    return {};
}

Result<> MachineRequests::addQueries(QList<OutgoingRequest>& requests)
{
    const auto users = m_parts.tracker.usersToQuery();
    if (!users)
        return failureOf(users);
    for (qsizetype start = 0; start < users->size(); start += usersPerQuery) {
        const auto some = users->mid(start, usersPerQuery);
        QJsonObject asked;
        for (const auto& user : some)
            asked.insert(user.toString(), QJsonArray());
        const QString id = randomId();
        m_parts.tracker.queryStarted(some);
        m_ledger.open(id, {.kind = Kind::KeysQuery, .users = some, .devices = {}});
        requests.append({id,
                         Kind::KeysQuery,
                         "POST",
                         u"/_matrix/client/v3/keys/query"_s,
                         {{u"device_keys"_s, asked}, {u"timeout"_s, 10000}}});
    }
    return {};
}

void MachineRequests::addClaims(QList<OutgoingRequest>& requests)
{
    const auto devices = m_parts.claims.start();
    for (qsizetype start = 0; start < devices.size(); start += devicesPerClaim) {
        const auto some = devices.mid(start, devicesPerClaim);
        const QString id = randomId();
        m_ledger.open(id, {.kind = Kind::KeysClaim, .users = {}, .devices = some});
        requests.append({id, Kind::KeysClaim, "POST", u"/_matrix/client/v3/keys/claim"_s, SessionClaims::body(some)});
    }
}

Result<> MachineRequests::addToDevice(QList<OutgoingRequest>& requests)
{
    const auto records = m_parts.queue.records();
    if (!records)
        return failureOf(records);
    for (const auto& record : *records) {
        if (m_ledger.contains(record.transactionId))
            continue;
        m_ledger.open(record.transactionId, {.kind = Kind::ToDevice, .users = {}, .devices = {}});
        const QString type = QString::fromLatin1(QUrl::toPercentEncoding(record.type));
        requests.append({record.transactionId, Kind::ToDevice, "PUT",
                         u"/_matrix/client/v3/sendToDevice/"_s + type + u'/' + record.transactionId,
                         QJsonDocument::fromJson(record.body).object()});
    }
    return {};
}

Result<> MachineRequests::answered(const QString& id, JsonValue response)
{
    const auto entry = m_ledger.close(id);
    if (!entry)
        return {};
    if (!response.isObject()) {
        putBack(*entry);
        return fail(ErrorCode::Protocol, u"the answer is no object"_s);
    }
    return answered(id, *entry, response);
}

Result<> MachineRequests::answered(const QString& id, const RequestLedger::Entry& entry, JsonValue response)
{
    switch (entry.kind) {
    case Kind::KeysUpload:
        return m_parts.account.uploaded(response);
    case Kind::KeysQuery:
        if (const auto taken = m_parts.tracker.queryAnswered(entry.users, response); !taken)
            return taken;
        return m_parts.secrets.answerWaiting();
    case Kind::KeysClaim:
        if (const auto taken = m_parts.claims.answered(entry.devices, response); !taken)
            return taken;
        if (const auto taken = m_parts.unwedging.claimed(entry.devices); !taken)
            return taken;
        if (const auto answered = m_parts.keyAnswers.answerWaiting(); !answered)
            return answered;
        return m_parts.secrets.answerWaiting();
    case Kind::ToDevice:
        m_parts.sharing.sent(id);
        return m_parts.queue.remove(id);
    case Kind::SigningKeysUpload:
        return m_parts.ownIdentity.answered(entry.kind, response);
    case Kind::SignatureUpload:
        if (entry.isOfVerification) {
            const auto users = m_parts.verifications.signaturesAnswered(response);
            return users ? m_parts.tracker.receiveChanges(*users, {}) : failureOf(users); // their keys come back signed
        }
        if (const auto taken = m_parts.ownIdentity.answered(entry.kind, response); !taken)
            return taken;
        // Everybody's verification depends on the own identity; the own device comes back signed.
        return m_parts.tracker.outdateAll();
    }
    return {};
}

void MachineRequests::failed(const QString& id)
{
    if (const auto entry = m_ledger.close(id))
        putBack(*entry);
}

// Most requests are made again from what is stored; only queries and claims are remembered by their parts.
void MachineRequests::putBack(const RequestLedger::Entry& entry)
{
    if (entry.kind == Kind::KeysQuery)
        m_parts.tracker.queryFailed(entry.users);
    if (entry.kind == Kind::KeysClaim)
        m_parts.claims.failed(entry.devices);
}

} // namespace core
