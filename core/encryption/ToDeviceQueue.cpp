#include "core/encryption/ToDeviceQueue.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr qsizetype devicesPerRequest = 20;
}

ToDeviceQueue::ToDeviceQueue(MachineContext& context)
    : m_context(context)
{
}

Result<QStringList> ToDeviceQueue::append(const QString& type, const QList<Message>& messages)
{
    QStringList ids;
    for (qsizetype start = 0; start < messages.size(); start += devicesPerRequest) {
        QMap<QString, QJsonObject> users;
        for (const auto& message : messages.mid(start, devicesPerRequest))
            users[message.user.toString()].insert(message.device.toString(), message.content);
        QJsonObject body;
        for (auto it = users.cbegin(); it != users.cend(); ++it)
            body.insert(it.key(), it.value());
        m_mayHaveRows = true;
        ids.append(randomId());
        const ToDeviceRecord record{ids.last(), type, toCompactJson({{u"messages"_s, body}})};
        if (const auto saved = m_context.store.appendToDeviceRequest(record); !saved)
            return failureOf(saved);
    }
    return ids;
}

Result<QList<ToDeviceRecord>> ToDeviceQueue::records()
{
    if (!m_mayHaveRows)
        return QList<ToDeviceRecord>();
    auto records = m_context.store.toDeviceRequests();
    if (records)
        m_mayHaveRows = !records->isEmpty();
    return records;
}

Result<> ToDeviceQueue::remove(const QString& transactionId)
{
    return m_context.store.removeToDeviceRequest(transactionId);
}

} // namespace core
