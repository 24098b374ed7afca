#pragma once

#include "core/net/HttpClient.h"
#include "tests/core/encryption/TestParty.h"
#include "tests/core/services/recovery/AccountServer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

/// A homeserver for one device of a whole client: it syncs, takes messages, keeps keys and account data, routes to-device
/// messages, and writes down everything it is told. What it keeps is there to be lied with.
///
/// /sync is a long poll: it answers only what push() brings. Must outlive the requests' contexts; so must `keys`.
class HostileHomeserver final : public core::HttpClient {
public:
    HostileHomeserver(party::Server& keys, QString user, QString device);

    /// The next answer to /sync: `response`, the to-device messages that wait, and the count of one-time keys.
    void push(QJsonObject response = {});
    /// … that says that the devices of `user` have changed.
    void pushChangedDevices(const QString& user);
    /// … with these events in `room`.
    void pushEvents(const core::RoomId& room, const QJsonArray& timeline, const QJsonArray& state = {});

    struct Sent {
        QString room;
        QString type;
        QJsonObject content;
    };
    std::vector<Sent> sent; ///< events, oldest first
    QJsonArray members;     ///< what /members answers: state events
    AccountServer account;
    bool forgetsOneTimeKeys = false; ///< uploads of one-time and fallback keys are confirmed with a count of 0, and lost

    /// The content of a to-device message of the client, with the user and the device it is for.
    struct ToDevice {
        QString type;
        QString user;
        QString device;
        QJsonObject content;
    };
    /// What the client has sent from device to device, oldest first.
    [[nodiscard]] std::vector<ToDevice> toDevice() const;
    [[nodiscard]] std::vector<ToDevice> toDeviceFor(const core::DeviceId& device) const;

    [[nodiscard]] const std::vector<core::HttpRequest>& requests() const { return m_requests; }
    [[nodiscard]] qsizetype count(const QByteArray& method, QStringView pathEnd) const;
    /// Whether `text` stands in an address or a body of any request.
    [[nodiscard]] bool hasSeen(QByteArrayView text) const;
    /// Whether the client waits for something new and everything else is answered.
    [[nodiscard]] bool isIdle() const;

    void send(core::HttpRequest request, QObject* context, Callback done) override;

private:
    struct Delivery;
    void deliver(QObject* context, Callback done, const QJsonObject& body, int status = 200);
    void answerPoll();
    QJsonObject answerToDevice(const core::HttpRequest& request);
    QJsonObject answerUpload(const core::HttpRequest& request);
    QJsonObject nextResponse();

    party::Server& m_keys;
    QString m_user;
    QString m_device;
    std::vector<core::HttpRequest> m_requests;
    std::vector<QJsonObject> m_pushed;
    std::shared_ptr<Delivery> m_poll;
    int m_batch = 0;
    int m_events = 0;
};
