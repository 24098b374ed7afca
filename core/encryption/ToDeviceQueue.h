#pragma once

#include "core/encryption/MachineContext.h"

#include <QHash>
#include <QSet>

namespace core {

/// To-device messages on their way: each request is stored before it is sent, with its transaction id (S-16).
class ToDeviceQueue {
public:
    explicit ToDeviceQueue(MachineContext& context);

    struct Message {
        UserId user;
        DeviceId device;
        QJsonObject content;
    };
    /// Stores the messages, at most 20 devices in one request. Returns the transaction ids.
    Result<QStringList> append(const QString& type, const QList<Message>& messages);

    void forget() { m_mayHaveRows = true; }
    Result<QList<ToDeviceRecord>> records();
    Result<> remove(const QString& transactionId);

private:
    MachineContext& m_context;
    bool m_mayHaveRows = true; // false: known to be empty, without asking the store
};

} // namespace core
