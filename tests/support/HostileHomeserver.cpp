#include "tests/support/HostileHomeserver.h"

#include "core/base/Json.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;

struct HostileHomeserver::Delivery {
    QPointer<QObject> context;
    Callback done;
};

HostileHomeserver::HostileHomeserver(party::Server& keys, QString user, QString device)
    : account(keys, user, device)
    , m_keys(keys)
    , m_user(std::move(user))
    , m_device(std::move(device))
{
}

// -- What the server says ------------------------------------------------------------------------------------------------

void HostileHomeserver::push(QJsonObject response)
{
    m_pushed.push_back(std::move(response));
    answerPoll();
}

void HostileHomeserver::pushChangedDevices(const QString& user)
{
    push({{u"device_lists"_s, QJsonObject{{u"changed"_s, QJsonArray{user}}}}});
}

void HostileHomeserver::pushEvents(const RoomId& room, const QJsonArray& timeline, const QJsonArray& state)
{
    const QJsonObject joined{{u"timeline"_s, QJsonObject{{u"events"_s, timeline}}},
                             {u"state"_s, QJsonObject{{u"events"_s, state}}}};
    push({{u"rooms"_s, QJsonObject{{u"join"_s, QJsonObject{{room.toString(), joined}}}}}});
}

QJsonObject HostileHomeserver::nextResponse()
{
    QJsonObject response = m_pushed.front();
    m_pushed.erase(m_pushed.begin());
    QJsonArray mail = response.value("to_device"_L1)["events"_L1].toArray();
    for (const auto& event : std::exchange(m_keys.inbox[{m_user, m_device}], {}))
        mail.append(QJsonDocument::fromJson(event).object());
    const auto count = static_cast<int>(m_keys.oneTimeKeys[{m_user, m_device}].size());
    response.insert(u"to_device"_s, QJsonObject{{u"events"_s, mail}});
    response.insert(u"device_one_time_keys_count"_s, QJsonObject{{u"signed_curve25519"_s, count}});
    response.insert(u"device_unused_fallback_key_types"_s,
                    forgetsOneTimeKeys ? QJsonArray{} : QJsonArray{u"signed_curve25519"_s});
    response.insert(u"next_batch"_s, u"s%1"_s.arg(++m_batch));
    return response;
}

void HostileHomeserver::answerPoll()
{
    if (m_pushed.empty() || !m_poll || !m_poll->context)
        return;
    const auto poll = std::exchange(m_poll, {});
    deliver(poll->context, poll->done, nextResponse());
}

void HostileHomeserver::deliver(QObject* context, Callback done, const QJsonObject& body, int status)
{
    const auto text = withJsonPadding(party::toJson(body));
    QTimer::singleShot(0, context, [done = std::move(done), text, status] {
        done(HttpResponse{.status = status, .body = text, .contentType = "application/json", .retryAfter = {}});
    });
}

// -- What it is told -----------------------------------------------------------------------------------------------------

void HostileHomeserver::send(HttpRequest request, QObject* context, Callback done)
{
    m_requests.push_back(request);
    const QString path = request.url.path();
    if (path.endsWith("/sync"_L1)) {
        m_poll = std::make_shared<Delivery>(Delivery{context, std::move(done)});
        return answerPoll();
    }
    if (path.endsWith("/filter"_L1))
        return deliver(context, std::move(done), {{u"filter_id"_s, u"0"_s}});
    if (path.contains("/sendToDevice/"_L1))
        return deliver(context, std::move(done), answerToDevice(request));
    if (path.endsWith("/keys/upload"_L1))
        return deliver(context, std::move(done), answerUpload(request));
    if (path.endsWith("/members"_L1))
        return deliver(context, std::move(done), {{u"chunk"_s, members}});
    if (path.contains("/rooms/"_L1) && path.contains("/send/"_L1)) {
        sent.push_back({path.section(u'/', -4, -4), path.section(u'/', -2, -2), QJsonDocument::fromJson(request.body).object()});
        return deliver(context, std::move(done), {{u"event_id"_s, u"$sent%1"_s.arg(++m_events)}});
    }
    account.send(std::move(request), context, std::move(done));
}

QJsonObject HostileHomeserver::answerToDevice(const HttpRequest& request)
{
    const QString path = request.url.path();
    return m_keys.answer(m_user, m_device,
                         {.id = path.section(u'/', -1),
                          .kind = OutgoingRequest::Kind::ToDevice,
                          .method = request.method,
                          .path = path,
                          .body = QJsonDocument::fromJson(request.body).object()});
}

QJsonObject HostileHomeserver::answerUpload(const HttpRequest& request)
{
    auto answer = m_keys.answer(m_user, m_device,
                                {.id = {},
                                 .kind = OutgoingRequest::Kind::KeysUpload,
                                 .method = request.method,
                                 .path = request.url.path(),
                                 .body = QJsonDocument::fromJson(request.body).object()});
    if (forgetsOneTimeKeys) {
        m_keys.oneTimeKeys[{m_user, m_device}].clear();
        m_keys.fallbackKeys.erase({m_user, m_device});
        answer.insert(u"one_time_key_counts"_s, QJsonObject{{u"signed_curve25519"_s, 0}});
    }
    return answer;
}

// -- What it knows -------------------------------------------------------------------------------------------------------

std::vector<HostileHomeserver::ToDevice> HostileHomeserver::toDevice() const
{
    std::vector<ToDevice> all;
    for (const auto& request : m_requests) {
        if (!request.url.path().contains("/sendToDevice/"_L1))
            continue;
        const auto users = QJsonDocument::fromJson(request.body).object().value("messages"_L1).toObject();
        for (auto user = users.begin(); user != users.end(); ++user) {
            const auto devices = user.value().toObject();
            for (auto device = devices.begin(); device != devices.end(); ++device)
                all.push_back({request.url.path().section(u'/', -2, -2), user.key(), device.key(), device.value().toObject()});
        }
    }
    return all;
}

std::vector<HostileHomeserver::ToDevice> HostileHomeserver::toDeviceFor(const DeviceId& device) const
{
    auto all = toDevice();
    std::erase_if(all, [&](const ToDevice& message) { return message.device != device.toString(); });
    return all;
}

qsizetype HostileHomeserver::count(const QByteArray& method, QStringView pathEnd) const
{
    return std::ranges::count_if(
        m_requests, [&](const HttpRequest& request) { return request.method == method && request.url.path().endsWith(pathEnd); });
}

bool HostileHomeserver::hasSeen(QByteArrayView text) const
{
    return std::ranges::any_of(m_requests, [&](const HttpRequest& request) {
        return request.body.contains(text) || QUrl::fromPercentEncoding(request.url.toEncoded()).toUtf8().contains(text);
    });
}

bool HostileHomeserver::isIdle() const
{
    return m_pushed.empty() && m_poll && m_poll->context;
}
