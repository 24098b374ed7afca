#include "core/api/CryptoRequestSender.h"

#include "core/base/Log.h"

#include <utility>

namespace core {

namespace {

bool keepsOrder(OutgoingRequest::Kind kind)
{
    return kind == OutgoingRequest::Kind::KeysUpload || kind == OutgoingRequest::Kind::SigningKeysUpload ||
           kind == OutgoingRequest::Kind::SignatureUpload;
}

} // namespace

CryptoRequestSender::CryptoRequestSender(Api& api, OlmMachine& machine, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_machine(machine)
{
}

Endpoint<CryptoRequestSender::Answer> CryptoRequestSender::endpointFor(const OutgoingRequest& request)
{
    const auto parse = [](bool isQuestion) {
        return [isQuestion](const QByteArray& body) -> Result<Answer> { return Answer{.body = body, .isQuestion = isQuestion}; };
    };
    Endpoint<Answer> endpoint{.method = request.method,
                              .path = request.path,
                              .body = toBody(request.body),
                              .retry = Retry::Idempotent,
                              .parse = parse(false)};
    if (request.kind == OutgoingRequest::Kind::SigningKeysUpload)
        endpoint.parseQuestion = parse(true);
    return endpoint;
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
    m_api.call<Answer>(endpointFor(request), &m_jobs,
                       [this, request](const Result<Answer>& answer) { received(request, answer); });
}

void CryptoRequestSender::received(const OutgoingRequest& request, const Result<Answer>& answer)
{
    if (answer && answer->isQuestion)
        return confirm(request, answer->body);
    close(request, takeIn(request, answer));
}

Result<> CryptoRequestSender::takeIn(const OutgoingRequest& request, const Result<Answer>& answer)
{
    const auto document = answer ? JsonDocument::parse(answer->body) : Result<JsonDocument>(std::unexpected(answer.error()));
    if (document)
        return m_machine.markSent(request.id, document->root());
    m_machine.requestFailed(request.id);
    return std::unexpected(document.error());
}

void CryptoRequestSender::confirm(OutgoingRequest request, const QByteArray& question)
{
    const auto key = QStringLiteral("auth");
    const auto document = JsonDocument::parse(question);
    const bool isFirst = !request.body.contains(key);
    const auto confirmation = document && isFirst && m_confirm ? m_confirm(document->root()) : std::nullopt;
    if (confirmation) {
        request.body.insert(key, *confirmation);
        send(request);
        --m_open; // the same request goes on
        return;
    }
    // The machine keeps the request as handed out and does not ask for it again in this run.
    m_confirmationMissing = true;
    close(request, {});
}

void CryptoRequestSender::close(const OutgoingRequest& request, const Result<>& taken)
{
    if (!taken) {
        qCWarning(logEncryption, "request of kind %d failed: error %d", static_cast<int>(request.kind),
                  static_cast<int>(taken.error().code));
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
