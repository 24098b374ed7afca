#pragma once

#include "core/base/Result.h"

#include <QObject>

namespace core {

class CryptoRequestSender;
class OlmMachine;

/// Makes the device ready for encryption: its keys are uploaded, and the account gets a cross-signing identity if it has none
/// (S-27, S-40).
///
/// Steps: send what is due, with a question for the own keys; if the server has lost the keys of this device, upload them again;
/// if it knows no identity, make one and send its keys, then the signature of this device. An identity that is there already is
/// never overwritten: the device stays unsigned until it is restored. A server that wants the upload confirmed is answered by
/// CryptoRequestSender::setConfirm; without an answer the identity waits in the store, and the next Preparation, with another
/// start of the program, goes on with the same keys. Can be repeated at any time; destroying the job cancels it, and nothing is
/// lost.
class Preparation final : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the job.
    Preparation(OlmMachine& machine, CryptoRequestSender& requests, QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    /// Success also if the identity waits for a confirmation. Errors: those of Api and of the store; worth another try later.
    void finished(const core::Result<>& result);

private:
    void sendRequests();
    [[nodiscard]] Result<bool> isDeviceLost() const;
    void proceed();
    void finish(const Result<>& result);

    OlmMachine& m_machine;
    CryptoRequestSender& m_requests;
    int m_rounds = 0;
    bool m_checksDevice = false; // its keys were there before: if they are not listed now, they are lost
};

} // namespace core
