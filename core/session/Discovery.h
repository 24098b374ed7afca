#pragma once

#include "core/api/Api.h"
#include "core/api/endpoints/Login.h"
#include "core/session/AccountState.h"
#include "core/session/ServerAddress.h"

#include <QObject>

#include <memory>

namespace core {

/// What Discovery found.
struct DiscoveredServer {
    LoginOffer offer;
    /// What user ids of this server end with; empty if the server was given by its address (S-124).
    QString ownName;
    bool operator==(const DiscoveredServer&) const = default;
};

/// Finds the homeserver behind an address and asks how one can log in there.
///
/// Steps: take the text apart; read the server's own description (S-110); ask for the versions it speaks, which proves that it is
/// a Matrix server; ask for its ways of login. Destroying the job cancels it.
/// Spec: Matrix v1.11, Client-Server API, "Server discovery", "GET /login".
class Discovery final : public QObject {
    Q_OBJECT
public:
    /// `http` must outlive the job.
    Discovery(HttpClient& http, LoopbackHttp loopbackHttp, QObject* parent = nullptr);

    void start(const QString& server);
    /// The server of an earlier login: it never moves to another address by itself (S-110).
    void startAt(const QString& serverName, const QUrl& baseUrl);

Q_SIGNALS:
    /// Errors: UnknownServer, NotSupported if there is no way of login that we speak, Network, Timeout, Tls, Server, Protocol.
    void finished(const core::Result<core::DiscoveredServer>& server);

private:
    void readDescription(const ServerAddress& address);
    [[nodiscard]] Result<QUrl> baseUrlFrom(const Result<HttpResponse>& description, const ServerAddress& address) const;
    void askVersions(const QUrl& baseUrl);
    void askLoginFlows();
    void received(const LoginFlows& flows);
    void finish(const Result<DiscoveredServer>& server);

    HttpClient& m_http;
    LoopbackHttp m_loopbackHttp;
    DiscoveredServer m_found;
    std::unique_ptr<Api> m_api;
};

} // namespace core
