#pragma once

#include "core/api/Api.h"
#include "core/encryption/OlmMachine.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace core {

/// Sends what OlmMachine asks for and feeds the answers back.
///
/// Thread: core. Requests of one round go out side by side, except that of each kind that changes own keys (upload of device
/// keys, of signing keys, of signatures) the order of the machine is kept.
class CryptoRequestSender final : public QObject {
    Q_OBJECT
public:
    CryptoRequestSender(Api& api, OlmMachine& machine, QObject* parent = nullptr);

    /// Answers a server that wants the upload of the own signing keys confirmed: gets the body of its 401, returns the `auth`
    /// object; empty if that cannot be done now. Without an answer the upload waits until the next run and holds nothing up.
    using Confirm = std::function<std::optional<QJsonObject>(JsonValue question)>;
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }
    /// The server wants a confirmation that nobody could give.
    [[nodiscard]] bool isConfirmationMissing() const { return m_confirmationMissing; }

    /// Sends all that is due now. Calls `done` once when the last answer is in, with the first error if one failed, unless
    /// `context` is destroyed first. What was asked for while a round runs belongs to the next round.
    void flush(QObject* context, std::function<void(Result<>)> done);

    /// flush() without an interested caller: after each sync.
    void flush();

Q_SIGNALS:
    /// An answer was taken in: device lists or sessions may have changed.
    void answered();

private:
    struct Waiting {
        QPointer<QObject> context;
        std::function<void(Result<>)> done;
    };
    struct Answer {
        QByteArray body;
        bool isQuestion = false;
    };
    static Endpoint<Answer> endpointFor(const OutgoingRequest& request);
    void startRound();
    void send(const OutgoingRequest& request);
    void sendNextInOrder();
    void received(const OutgoingRequest& request, const Result<Answer>& answer);
    Result<> takeIn(const OutgoingRequest& request, const Result<Answer>& answer);
    void confirm(OutgoingRequest request, const QByteArray& question);
    void close(const OutgoingRequest& request, const Result<>& taken);
    void abandonOrder();
    void finishRound();

    Api& m_api;
    OlmMachine& m_machine;
    QList<Waiting> m_waiting; // for the round that runs
    QList<Waiting> m_next;    // for the one after it
    QList<OutgoingRequest> m_inOrder;
    int m_open = 0;
    std::optional<Error> m_error;
    bool m_running = false;
    Confirm m_confirm;
    bool m_confirmationMissing = false;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
