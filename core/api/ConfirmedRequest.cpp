#include "core/api/ConfirmedRequest.h"

#include <utility>

namespace core {

ConfirmedRequest::ConfirmedRequest(Api& api, const UserId& user, Make make, std::shared_ptr<crypto::SecretBytes> password,
                                   QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_make(std::move(make))
    , m_auth(user, api.baseUrl())
    , m_password(std::move(password))
    , m_passwordIsFresh(m_password != nullptr)
{
}

void ConfirmedRequest::start()
{
    send({});
}

void ConfirmedRequest::send(const QJsonObject& auth)
{
    m_isBusy = true;
    m_api.call<MaybeQuestion>(m_make(auth), &m_jobs, [this](const Result<MaybeQuestion>& answer) { answered(answer); });
}

void ConfirmedRequest::answered(const Result<MaybeQuestion>& answer)
{
    m_isBusy = false;
    if (answer && answer->question)
        return ask(*answer->question);
    if (answer)
        return Q_EMIT finished({});
    const Error& error = answer.error();
    if (error.code == ErrorCode::NotFound && error.errcode == QLatin1StringView("M_UNRECOGNIZED"))
        return Q_EMIT finished(std::unexpected(
            Error{.code = ErrorCode::NotSupported, .detail = error.detail, .errcode = error.errcode, .retryAfter = {}}));
    if (!m_question)
        return Q_EMIT finished(std::unexpected(error));
    Q_EMIT asked(*m_question, error);
}

void ConfirmedRequest::ask(const QByteArray& question)
{
    const auto step = m_auth.ask(question);
    if (!step)
        return Q_EMIT finished(std::unexpected(step.error()));
    if (step->nothing)
        return send(m_auth.withNothing());
    if (step->password && std::exchange(m_passwordIsFresh, false))
        return send(m_auth.withPassword(*m_password));
    m_question = *step;
    Q_EMIT asked(*step, {});
}

void ConfirmedRequest::confirmWithPassword(const std::shared_ptr<crypto::SecretBytes>& password)
{
    if (m_isBusy || !m_question || !m_question->password || !password || password->isEmpty())
        return;
    m_password = password;
    send(m_auth.withPassword(*password));
}

void ConfirmedRequest::confirmedInBrowser()
{
    if (m_isBusy || !m_question || m_question->browser.isEmpty())
        return;
    send(m_auth.afterBrowser());
}

} // namespace core
