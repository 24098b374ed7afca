#pragma once

#include "core/api/endpoints/Common.h"
#include "core/base/Identifiers.h"
#include "core/base/Tokens.h"

namespace core {

/// The ways of login that a server offers. Spec: GET /login.
struct LoginFlows {
    struct Provider {
        QString id;
        QString name;
    };
    bool password = false;
    bool sso = false;
    bool token = false;
    QList<Provider> providers;
};

struct LoginAnswer {
    UserId user;
    DeviceId device;
    Tokens tokens;
};

struct WhoAmI {
    UserId user;
    DeviceId device;
};

namespace endpoints {

/// `base_url` of the homeserver, from the server's own description. Spec: GET /.well-known/matrix/client.
Result<QString> parseWellKnown(const QByteArray& body);
/// The versions a server speaks; succeeds only for a Matrix server.
Endpoint<QStringList> versions();
Endpoint<LoginFlows> loginFlows();
/// `device` empty: a new one. `now` dates the tokens.
Endpoint<LoginAnswer> loginWithPassword(const QString& user, const QString& password, const DeviceId& device,
                                        const QString& deviceName, Timestamp now);
Endpoint<LoginAnswer> loginWithToken(const QString& token, const DeviceId& device, const QString& deviceName, Timestamp now);
Endpoint<Tokens> refresh(const crypto::SecretBytes& refreshToken, Timestamp now);
Endpoint<WhoAmI> whoAmI();
Endpoint<Empty> logout();
/// Where the browser starts the login at the identity provider `provider` (may be empty) and comes back to `redirect`.
QUrl ssoRedirect(const QUrl& baseUrl, const QString& provider, const QUrl& redirect);

} // namespace endpoints

} // namespace core
