#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace core {

/// A request that OlmMachine wants sent. The answer goes back through OlmMachine::markSent or requestFailed.
struct OutgoingRequest {
    enum class Kind { KeysUpload, KeysQuery, KeysClaim, ToDevice, SigningKeysUpload, SignatureUpload };

    QString id; ///< the same until it is answered
    Kind kind = Kind::KeysQuery;
    QByteArray method; ///< "POST" or "PUT"
    QString path;      ///< from "/_matrix" on, with its parts percent-encoded
    QJsonObject body;

    bool operator==(const OutgoingRequest&) const = default;
};

} // namespace core
