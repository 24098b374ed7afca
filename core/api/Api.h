#pragma once

#include "core/api/Endpoint.h"
#include "core/net/HttpClient.h"
#include "core/net/RetryPolicy.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace core {

/// The access token of a session and how to renew it.
class TokenSource {
public:
    virtual ~TokenSource() = default;
    /// Empty if nobody is logged in.
    [[nodiscard]] virtual QByteArray accessToken() const = 0;
    /// The server has refused `usedToken` with `refusal`. Calls `done` once: success means that accessToken() is
    /// another one now and the request may be sent again. Several callers share one refresh (S-111).
    /// Errors: `refusal` itself if it cannot be renewed; Network, Timeout, Server if that could not be found out now.
    virtual void renew(const QByteArray& usedToken, const Error& refusal, QObject* context,
                       std::function<void(Result<>)> done) = 0;
};

/// Calls the homeserver: adds the access token and renews it, turns `errcode`s into errors, retries what is safe.
///
/// Lifetime contract of `call` as in HttpClient::send. Thread: core.
class Api {
public:
    /// `tokens` may be null for calls before login. All references must outlive the Api.
    Api(HttpClient& http, QUrl baseUrl, TokenSource* tokens, RetryPolicy policy = {});

    /// Errors: those of HttpClient::send, and RateLimited, Unauthorized, SoftLoggedOut, Forbidden, NotFound, Server, Protocol;
    /// `Error::errcode` holds the server's code.
    template <typename T>
    void call(Endpoint<T> endpoint, QObject* context, std::function<void(Result<T>)> done)
    {
        auto parse = std::move(endpoint.parse);
        auto parseQuestion = std::move(endpoint.parseQuestion);
        send({.method = endpoint.method,
              .path = endpoint.path,
              .body = endpoint.body,
              .retry = endpoint.retry,
              .withToken = endpoint.token == Endpoint<T>::Token::Needed,
              .timeout = endpoint.timeout,
              .lane = endpoint.lane,
              .mayAsk = static_cast<bool>(parseQuestion)},
             context, [parse = std::move(parse), parseQuestion, done = std::move(done)](Result<Answer> answer) {
                 if (!answer)
                     return done(Result<T>(std::unexpected(answer.error())));
                 done(answer->isQuestion ? parseQuestion(answer->body) : parse(answer->body));
             });
    }

    [[nodiscard]] const QUrl& baseUrl() const { return m_baseUrl; }

private:
    struct Request {
        QByteArray method;
        QString path;
        QByteArray body;
        Retry retry = Retry::Never;
        bool withToken = true;
        std::chrono::milliseconds timeout{};
        HttpRequest::Lane lane = HttpRequest::Lane::Normal;
        bool mayAsk = false;
    };
    struct Answer {
        QByteArray body;
        bool isQuestion = false;
    };
    struct Attempt;
    void send(Request request, QObject* context, std::function<void(Result<Answer>)> done);
    void start(const std::shared_ptr<Attempt>& attempt);
    void received(const std::shared_ptr<Attempt>& attempt, Result<HttpResponse> response);

    HttpClient& m_http;
    QUrl m_baseUrl;
    TokenSource* m_tokens;
    RetryPolicy m_policy;
};

} // namespace core
