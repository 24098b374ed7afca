#pragma once

#include "core/session/SessionParts.h"
#include "tests/headless/Answer.h"

#include <QObject>

namespace headless {

/// The commands about keys: bootstrap, restore, backedUp, renew. `parts` must outlive it; what waits goes with it, unanswered.
class Recovering final : public QObject {
    Q_OBJECT
public:
    explicit Recovering(core::SessionParts& parts, QObject* parent = nullptr);

    /// Unlike the peer's, it never replaces what the account has: it waits for what the login has set up.
    void bootstrap(const Reply& reply);
    void restore(const QByteArray& code, const Reply& reply);
    /// Answers once every room key that is here now is in the backup.
    void waitForBackup(const Reply& reply);
    /// As a person does it who has read what is lost; `password` confirms it, `nothingLeft` says that the old keys are lost.
    /// Answers with what was lost.
    void renew(const QJsonObject& arguments, const Reply& reply);

private:
    void when(const std::function<bool(const core::RecoveryState&)>& condition, const Reply& reply,
              const std::function<void()>& then);

    core::SessionParts& m_parts;
};

} // namespace headless
