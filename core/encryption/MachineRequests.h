#pragma once

#include "core/encryption/DeviceTracker.h"
#include "core/encryption/RequestLedger.h"
#include "core/encryption/RoomKeyAnswers.h"
#include "core/encryption/RoomKeySharing.h"
#include "core/encryption/SecretSharing.h"
#include "core/encryption/Unwedging.h"
#include "core/encryption/verification/Verifications.h"

namespace core {

/// Collects the requests of all parts and hands each answer to the part that asked.
class MachineRequests {
public:
    struct Parts {
        AccountKeys& account;
        DeviceTracker& tracker;
        OwnIdentity& ownIdentity;
        SessionClaims& claims;
        Unwedging& unwedging;
        ToDeviceQueue& queue;
        RoomKeySharing& sharing;
        Verifications& verifications;
        SecretSharing& secrets;
        RoomKeyAnswers& keyAnswers;
    };
    explicit MachineRequests(Parts parts);

    void forget() { m_ledger.forget(); }
    Result<QList<OutgoingRequest>> collect();
    Result<> answered(const QString& id, JsonValue response);
    void failed(const QString& id);

private:
    using Kind = OutgoingRequest::Kind;
    Result<> addKeysUpload(QList<OutgoingRequest>& requests);
    Result<> addOwnIdentity(QList<OutgoingRequest>& requests);
    Result<> addSignatures(QList<OutgoingRequest>& requests);
    Result<> addQueries(QList<OutgoingRequest>& requests);
    void addClaims(QList<OutgoingRequest>& requests);
    Result<> addToDevice(QList<OutgoingRequest>& requests);
    Result<> answered(const QString& id, const RequestLedger::Entry& entry, JsonValue response);
    void putBack(const RequestLedger::Entry& entry);

    Parts m_parts;
    RequestLedger m_ledger;
};

} // namespace core
