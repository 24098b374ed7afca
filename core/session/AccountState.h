#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace core {

/// Where a login can be tried, as the server itself says it.
struct LoginOffer {
    struct IdentityProvider {
        QString id;
        QString name;
        bool operator==(const IdentityProvider&) const = default;
    };
    QString serverName; ///< what the person chose or typed
    QUrl baseUrl;
    bool password = false;
    bool sso = false;
    QList<IdentityProvider> identityProviders; ///< may be empty with sso == true
    bool operator==(const LoginOffer&) const = default;
};

/// The state of one profile's account.
struct AccountState {
    enum class Phase {
        Closed,      ///< the database is not open yet
        LoggedOut,   ///< nobody has logged in with this profile
        Discovering, ///< asking the server how one can log in
        LoggingIn,
        WaitingForBrowser, ///< the person is with the identity provider; `browserUrl`
        Preparing,         ///< logged in; keys are made and uploaded
        Ready,             ///< `session()` is there
        NeedsLogin,        ///< the server ended the session, everything local is kept; log in again in place
        Failed,            ///< the profile cannot be opened; `error`
    };
    Phase phase = Phase::Closed;
    std::optional<LoginOffer> offer;
    QUrl browserUrl;
    std::optional<Error> error; ///< why the last step did not work; the phase says what can be done next
    UserId user;                ///< known from login on
    bool operator==(const AccountState&) const = default;
};

} // namespace core
