#pragma once

#include "core/session/SessionParts.h"
#include "tests/headless/EventLog.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace headless {

/// Carries verifications with other devices of the account, and with other people, to their end as the commands say, and prints
/// verification, verificationPhase, sas and qr as the peer does.
///
/// `parts` and `log` must outlive it.
class Verifying final : public QObject {
    Q_OBJECT
public:
    /// `error` is empty if all went well.
    using Reply = std::function<void(const QJsonObject& result, const QString& error)>;
    Verifying(core::SessionParts& parts, EventLog& log, QObject* parent = nullptr);

    /// Takes the open incoming request of `user` (default: oneself), or makes one: of oneself to `device`, or to all; of others
    /// in the chat with them. One at a time.
    ///   method  "sas" | "qr" (shows a code, or reads `scan`, the bytes in base64)
    ///   start   whether this side begins with the emoji (default: who asked)
    ///   confirm "yes" | "no" | "ask": see answer()
    void verify(const QJsonObject& arguments, const Reply& reply);
    /// Says yes to the open request of `user` (default: oneself). Returns its transaction; empty if there is none.
    QString accept(const QJsonObject& arguments);
    /// Do both sides show the same? False if nothing was asked.
    bool answer(bool matches);

private:
    [[nodiscard]] core::UserId userOf(const QJsonObject& arguments) const;
    void ask(const core::UserId& user);
    void look(const QList<core::ShownVerification>& verifications);
    void print(const core::VerificationState& state);
    void begin(const core::VerificationState& state);
    void finish(const core::VerificationState& state);
    void goOn(const core::VerificationState& state);
    void compare(const core::VerificationState& state);
    void end(const QJsonObject& result, const QString& error);
    void act(core::VerificationAction action);

    core::SessionParts& m_parts;
    EventLog& m_log;
    QHash<QString, core::VerificationState::Phase> m_phases; // printed
    QHash<core::UserId, QString> m_incoming;                 // waits for a yes
    QString m_transaction;                                   // of the running command
    QJsonObject m_arguments;
    QJsonObject m_compared;
    Reply m_reply;
    bool m_isAsked = false;  // the person
    bool m_hasActed = false; // in this phase
};

} // namespace headless
