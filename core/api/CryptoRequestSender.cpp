#include "core/api/CryptoRequestSender.h"

#include "core/base/Log.h"

#include <utility>

namespace core {

namespace {

bool keepsOrder(OutgoingRequest::Kind kind)
{
    return kind == OutgoingRequest::Kind::KeysUpload || kind == OutgoingRequest::Kind::SigningKeysUpload
        || kind == OutgoingRequest::Kind::SignatureUpload;
}

Endpoint<QByteArray> endpointFor(const OutgoingRequest& request)
{
    return {.method = request.method,
            .path = request.path,
            .body = toBody(request.body),
            .retry = Retry::Idempotent,
            .parse = [](const QByteArray& body) -> Result<QByteArray> { return body; }};
}

} // namespace

CryptoRequestSender::CryptoRequestSender(Api& api, OlmMachine& machine, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_machine(machine)
{
}

void CryptoRequestSender::flush()
{
    flush(this, [](const Result<>&) {});
}

void CryptoRequestSender::flush(QObject* context, std::function<void(Result<>)> done)
{
    m_next.append({context, std::move(done)});
    if (!m_running)
        startRound();
}

void CryptoRequestSender::startRound()
{
    m_running = true;
    m_waiting = std::exchange(m_next, {});
    m_error.reset();
    const auto requests = m_machine.outgoingRequests();
    ++m_open; // keeps the round open until all of it is on its way
    for (const auto& request : requests) {
        if (keepsOrder(request.kind))
            m_inOrder.append(request);
        else
            send(request);
    }
    sendNextInOrder();
    if (--m_open == 0)
        finishRound();
}

void CryptoRequestSender::sendNextInOrder()
{
    if (!m_inOrder.isEmpty())
        send(m_inOrder.takeFirst());
}

void CryptoRequestSender::send(const OutgoingRequest& request)
{
    ++m_open;
    m_api.call<QByteArray>(endpointFor(request), &m_jobs, [this, request](const Result<QByteArray>& answer) { received(request, answer); });
}

void CryptoRequestSender::received(const OutgoingRequest& request, const Result<QByteArray>& answer)
{
    Result<> taken;
    if (!answer) {
        m_machine.requestFailed(request.id);
        taken = std::unexpected(answer.error());
    } else if (const auto document = JsonDocument::parse(*answer); !document) {
        m_machine.requestFailed(request.id);
        taken = std::unexpected(document.error());
    } else {
        taken = m_machine.markSent(request.id, document->root());
    }
    if (!taken) {
        qCWarning(logEncryption, "request of kind %d failed: error %d", static_cast<int>(request.kind), static_cast<int>(taken.error().code));
        if (!m_error)
            m_error = taken.error();
    }
    if (keepsOrder(request.kind)) {
        if (taken)
            sendNextInOrder();
        else
            abandonOrder();
    }
    if (--m_open == 0)
        finishRound();
}

void CryptoRequestSender::abandonOrder()
{
    for (const auto& request : std::exchange(m_inOrder, {}))
        m_machine.requestFailed(request.id);
}

void CryptoRequestSender::finishRound()
{
    m_running = false;
    const auto waiting = std::exchange(m_waiting, {});
    const Result<> result = m_error ? Result<>(std::unexpected(*m_error)) : Result<>();
    if (!m_next.isEmpty())
        startRound();
    Q_EMIT answered();
    for (const auto& waiter : waiting) {
        if (waiter.context)
            waiter.done(result);
    }
}

} // namespace core
