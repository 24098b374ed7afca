#include "core/api/endpoints/Login.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace core::endpoints {

namespace {

std::shared_ptr<const crypto::SecretBytes> secret(JsonValue value)
{
    const auto text = value.utf8();
    if (!text || text->empty())
        return nullptr;
    return std::make_shared<const crypto::SecretBytes>(
        crypto::SecretBytes::fromBytes(QByteArrayView(text->data(), qsizetype(text->size()))));
}

Result<Tokens> readTokens(JsonValue root, Timestamp now)
{
    Tokens tokens{.access = secret(root["access_token"]), .refresh = secret(root["refresh_token"]), .expiresAt = {}};
    if (!tokens.access)
        return fail(ErrorCode::Protocol, u"no access token"_s);
    if (const auto ms = root["expires_in_ms"].integer(); ms && *ms > 0)
        tokens.expiresAt = {now.ms + *ms};
    return tokens;
}

Endpoint<LoginAnswer> login(QJsonObject body, const DeviceId& device, const QString& deviceName, Timestamp now)
{
    body.insert(u"initial_device_display_name"_s, deviceName);
    body.insert(u"refresh_token"_s, true);
    if (!device.isEmpty())
        body.insert(u"device_id"_s, device.toString());
    return {.method = "POST",
            .path = clientV3 + u"/login"_s,
            .body = toBody(body),
            .token = Endpoint<LoginAnswer>::Token::None,
            .parse = parseJson<LoginAnswer>([now](JsonValue root) -> Result<LoginAnswer> {
                const auto user = UserId::parse(root["user_id"].string().value_or(QString()));
                const auto id = DeviceId::parse(root["device_id"].string().value_or(QString()));
                auto tokens = readTokens(root, now);
                if (!user)
                    return std::unexpected(user.error());
                if (!id)
                    return std::unexpected(id.error());
                if (!tokens)
                    return std::unexpected(tokens.error());
                return LoginAnswer{*user, *id, std::move(*tokens)};
            })};
}

} // namespace

Result<QString> parseWellKnown(const QByteArray& body)
{
    const auto document = JsonDocument::parse(body, {.maxBytes = 64 * 1024});
    if (!document)
        return std::unexpected(document.error());
    const auto url = document->root()["m.homeserver"]["base_url"].string();
    if (!url || url->isEmpty())
        return fail(ErrorCode::Protocol, u"no base_url"_s);
    return *url;
}

Endpoint<QStringList> versions()
{
    return {.path = u"/_matrix/client/versions"_s,
            .token = Endpoint<QStringList>::Token::None,
            .timeout = std::chrono::seconds(20),
            .parse = parseJson<QStringList>([](JsonValue root) -> Result<QStringList> {
                QStringList names;
                root["versions"].elements([&](JsonValue name) {
                    names.append(name.string().value_or(QString()));
                    return true;
                });
                if (names.isEmpty())
                    return fail(ErrorCode::Protocol, u"no versions"_s);
                return names;
            })};
}

Endpoint<LoginFlows> loginFlows()
{
    return {.path = clientV3 + u"/login"_s,
            .token = Endpoint<LoginFlows>::Token::None,
            .parse = parseJson<LoginFlows>([](JsonValue root) -> Result<LoginFlows> {
                LoginFlows flows;
                root["flows"].elements([&](JsonValue flow) {
                    const auto type = flow["type"].utf8().value_or("");
                    flows.password |= type == "m.login.password";
                    flows.token |= type == "m.login.token";
                    if (type == "m.login.sso") {
                        flows.sso = true;
                        flow["identity_providers"].elements([&](JsonValue provider) {
                            flows.providers.append(
                                {provider["id"].string().value_or(QString()), provider["name"].string().value_or(QString())});
                            return true;
                        });
                    }
                    return true;
                });
                return flows;
            })};
}

Endpoint<LoginAnswer> loginWithPassword(const QString& user, const QString& password, const DeviceId& device,
                                        const QString& deviceName, Timestamp now)
{
    return login({{u"type"_s, u"m.login.password"_s},
                  {u"identifier"_s, QJsonObject{{u"type"_s, u"m.id.user"_s}, {u"user"_s, user}}},
                  {u"password"_s, password}},
                 device, deviceName, now);
}

Endpoint<LoginAnswer> loginWithToken(const QString& token, const DeviceId& device, const QString& deviceName, Timestamp now)
{
    return login({{u"type"_s, u"m.login.token"_s}, {u"token"_s, token}}, device, deviceName, now);
}

Endpoint<Tokens> refresh(const crypto::SecretBytes& refreshToken, Timestamp now)
{
    return {.method = "POST",
            .path = clientV3 + u"/refresh"_s,
            .body = toBody({{u"refresh_token"_s, QString::fromUtf8(refreshToken.bytes())}}),
            .token = Endpoint<Tokens>::Token::None,
            .parse = parseJson<Tokens>([now](JsonValue root) { return readTokens(root, now); })};
}

Endpoint<WhoAmI> whoAmI()
{
    return {.path = clientV3 + u"/account/whoami"_s,
            .retry = Retry::Idempotent,
            .parse = parseJson<WhoAmI>([](JsonValue root) -> Result<WhoAmI> {
                const auto user = UserId::parse(root["user_id"].string().value_or(QString()));
                const auto device = DeviceId::parse(root["device_id"].string().value_or(QString()));
                if (!user)
                    return std::unexpected(user.error());
                if (!device)
                    return std::unexpected(device.error());
                return WhoAmI{*user, *device};
            })};
}

Endpoint<Empty> logout()
{
    return {.method = "POST",
            .path = clientV3 + u"/logout"_s,
            .body = "{}",
            .timeout = std::chrono::seconds(15),
            .parse = ignoreAnswer()};
}

QUrl ssoRedirect(const QUrl& baseUrl, const QString& provider, const QUrl& redirect)
{
    QString path = clientV3 + u"/login/sso/redirect"_s;
    if (!provider.isEmpty())
        path += u'/' + pathSegment(provider);
    QUrl url = urlBelow(baseUrl, path);
    QUrlQuery query;
    query.addQueryItem(u"redirectUrl"_s, QString::fromLatin1(QUrl::toPercentEncoding(redirect.toString(QUrl::FullyEncoded))));
    url.setQuery(query);
    return url;
}

} // namespace core::endpoints
