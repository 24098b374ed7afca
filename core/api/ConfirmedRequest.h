#pragma once

#include "core/api/Api.h"
#include "core/api/InteractiveAuth.h"
#include "core/api/endpoints/Devices.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace core {

/// One request that the server may want confirmed by the person, sent again with each answer until it is done.
///
/// A password is kept until the object is destroyed, so that what belongs together is confirmed once: password(). Thread: core.
/// Destroying it cancels the request that is on its way.
class ConfirmedRequest final : public QObject {
    Q_OBJECT
public:
    /// The request with this `auth` object; empty the first time.
    using Make = std::function<Endpoint<MaybeQuestion>(const QJsonObject& auth)>;
    /// `password`: answers the first question for one, if it is not null. `api` must outlive this.
    ConfirmedRequest(Api& api, const UserId& user, Make make, std::shared_ptr<crypto::SecretBytes> password,
                     QObject* parent = nullptr);

    void start();
    /// Answers the question, if there is one. Empty passwords are no answer.
    void confirmWithPassword(const std::shared_ptr<crypto::SecretBytes>& password);
    void confirmedInBrowser();
    /// The one that has confirmed the request, or was tried last; null if none was.
    [[nodiscard]] const std::shared_ptr<crypto::SecretBytes>& password() const { return m_password; }

Q_SIGNALS:
    /// The person has to answer; `failure`: why the last answer could not be sent, the same one may do later.
    void asked(const core::InteractiveAuth::Step& question, const std::optional<core::Error>& failure);
    /// Errors: those of Api; NotSupported if the server wants something that cannot be answered here, or does this elsewhere
    /// (MSC3861).
    void finished(const core::Result<>& result);

private:
    void send(const QJsonObject& auth);
    void answered(const Result<MaybeQuestion>& answer);
    void ask(const QByteArray& question);

    Api& m_api;
    Make m_make;
    InteractiveAuth m_auth;
    std::shared_ptr<crypto::SecretBytes> m_password;
    bool m_passwordIsFresh = false; // was not sent by this request yet
    std::optional<InteractiveAuth::Step> m_question;
    bool m_isBusy = false;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
