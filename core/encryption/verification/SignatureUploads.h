#pragma once

#include "core/encryption/MachineContext.h"

namespace core {

/// Signatures on keys that a person has verified, kept until the server has them (S-35).
class SignatureUploads {
public:
    explicit SignatureUploads(MachineContext& context);

    /// `signedObject`: the keys of a device, or the master key of a user, with the new signature. `name`: the id of the device,
    /// or the master key as text.
    Result<> add(const UserId& user, const QString& name, const QJsonObject& signedObject);
    /// The body of the upload that is due; empty if none is.
    Result<std::optional<QJsonObject>> due();
    /// The server has answered `sent`. Returns whether it took all signatures; those it refused are not sent again.
    Result<bool> answered(const QJsonObject& sent, JsonValue response);
    void forget() { m_mayBeDue = true; }

private:
    Result<QJsonObject> stored();
    MachineContext& m_context;
    bool m_mayBeDue = true; // false: nothing is, without asking the store
};

} // namespace core
