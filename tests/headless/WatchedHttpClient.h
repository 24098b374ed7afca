#pragma once

#include "core/net/QtHttpClient.h"

namespace headless {

/// The network of the program, with an eye on its first request.
class WatchedHttpClient final : public core::HttpClient {
public:
    WatchedHttpClient(core::QtHttpClient::Options options, std::function<void()> first)
        : m_http(std::move(options))
        , m_first(std::move(first))
    {
    }
    void send(core::HttpRequest request, QObject* context, Callback done) override
    {
        if (const auto first = std::exchange(m_first, {}))
            first();
        m_http.send(std::move(request), context, std::move(done));
    }

private:
    core::QtHttpClient m_http;
    std::function<void()> m_first;
};

} // namespace headless
