#pragma once

#include "core/net/LoopbackListener.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace core {

/// Logging in at the identity provider with the browser of this device (S-121).
///
/// Steps: open a port of one's own; let the browser go to `start()`'s address; wait until it comes back with a login token and
/// the `state` that was given to it. m.login.sso has no protection of its own against a token that somebody else slips in:
/// `state` is it. Destroying the job cancels it and closes the port. Spec: Matrix v1.11, Client-Server API, "SSO client
/// login/authentication".
class BrowserLogin final : public QObject {
    Q_OBJECT
public:
    /// `identityProvider` may be empty. `limit`: how long the person may take.
    BrowserLogin(QUrl baseUrl, QString identityProvider, QObject* parent = nullptr,
                 std::chrono::milliseconds limit = std::chrono::minutes(5));

    /// The address for the browser. Errors: Network if no port can be opened.
    Result<QUrl> start();

Q_SIGNALS:
    /// The login token, good for one login within a short time.
    /// Errors: Timeout; Protocol if the browser came back without token or with another `state`.
    void finished(const core::Result<QString>& token);

private:
    [[nodiscard]] Result<QString> tokenIn(const QUrlQuery& query) const;
    [[nodiscard]] QByteArray page(const QUrlQuery& query) const;
    void finish(const Result<QString>& token);

    QUrl m_baseUrl;
    QString m_identityProvider;
    QString m_state;
    LoopbackListener m_listener;
    QTimer m_limit;
    bool m_finished = false;
};

} // namespace core
