#pragma once

#include "core/net/QtHttpClient.h"

namespace headless {

/// The network of the program, with an eye on its first request, and on the answer to a logout, which comes when the session is
/// gone.
class WatchedHttpClient final : public core::HttpClient {
public:
    WatchedHttpClient(core::QtHttpClient::Options options, std::function<void()> first, std::function<void()> loggedOut)
        : m_http(std::move(options))
        , m_first(std::move(first))
        , m_loggedOut(std::move(loggedOut))
    {
    }
    void send(core::HttpRequest request, QObject* context, Callback done) override
    {
        if (const auto first = std::exchange(m_first, {}))
            first();
        if (!request.url.path().endsWith(QLatin1StringView("/logout")))
            return m_http.send(std::move(request), context, std::move(done));
        m_http.send(std::move(request), context,
                    [this, done = std::move(done)](core::Result<core::HttpResponse> response) mutable {
                        done(std::move(response));
                        m_loggedOut();
                    });
    }

private:
    core::QtHttpClient m_http;
    std::function<void()> m_first;
    std::function<void()> m_loggedOut;
};

} // namespace headless
