#pragma once

#include "core/api/Api.h"
#include "core/base/Tokens.h"

#include <QMetaObject>

namespace core {

/// An access token that is never renewed: for the moments before and after a session.
class FixedToken final : public TokenSource {
public:
    /// `tokens` must outlive it and may change.
    explicit FixedToken(const Tokens& tokens)
        : m_tokens(tokens)
    {
    }

    [[nodiscard]] QByteArray accessToken() const override
    {
        return m_tokens.access ? m_tokens.access->bytes().toByteArray() : QByteArray();
    }
    void renew(const QByteArray&, const Error& refusal, QObject* context, std::function<void(Result<>)> done) override
    {
        QMetaObject::invokeMethod(
            context, [refusal, done = std::move(done)] { done(std::unexpected(refusal)); }, Qt::QueuedConnection);
    }

private:
    const Tokens& m_tokens;
};

} // namespace core
