#include "core/session/BrowserLogin.h"

#include "core/api/endpoints/Login.h"
#include "crypto/Random.h"
#include "crypto/SecretBytes.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype maximumToken = 8 * 1024;

// Both languages: the browser's need not be the program's. Nothing of the query is ever put into the page.
constexpr auto frame = R"(<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>FdV Messenger</title>
<style>
:root { color-scheme: light dark; font: 1.25rem/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
h1 { font-size: 1.75rem; line-height: 1.25 }
section + section { margin-top: 3rem; border-top: 1px solid; padding-top: 1rem; opacity: .75 }
</style>
</head>
<body>
<main>
%1
</main>
</body>
</html>
)"_L1;
constexpr char thanks[] = R"(<section>
<h1>Bitte gehen Sie zurück zum Messenger</h1>
<p>Dort geht es weiter. Dieses Fenster können Sie schließen.</p>
</section>
<section lang="en">
<h1>Please go back to the messenger</h1>
<p>It goes on there. You can close this window.</p>
</section>)";
constexpr char refusal[] = R"(<section>
<h1>Die Anmeldung hat nicht geklappt</h1>
<p>Zu Ihrem Schutz haben wir sie abgebrochen. Bitte gehen Sie zurück zum Messenger und melden Sie sich noch einmal an.</p>
</section>
<section lang="en">
<h1>Signing in did not work</h1>
<p>For your protection we have stopped it. Please go back to the messenger and sign in again.</p>
</section>)";

} // namespace

BrowserLogin::BrowserLogin(QUrl baseUrl, QString identityProvider, QObject* parent, std::chrono::milliseconds limit)
    : QObject(parent)
    , m_baseUrl(std::move(baseUrl))
    , m_identityProvider(std::move(identityProvider))
    , m_state(
          QString::fromLatin1(crypto::randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)))
    , m_listener([this](const QUrlQuery& query) { return page(query); })
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, [this] { finish(fail(ErrorCode::Timeout, u"nobody came back"_s)); });
    connect(&m_listener, &LoopbackListener::visited, this, [this](const QUrlQuery& query) { finish(tokenIn(query)); });
}

Result<QUrl> BrowserLogin::start()
{
    if (const auto listening = m_listener.listen(); !listening)
        return std::unexpected(listening.error());
    m_limit.start();
    QUrl back = m_listener.url();
    back.setQuery(QUrlQuery{{u"state"_s, m_state}});
    return endpoints::ssoRedirect(m_baseUrl, m_identityProvider, back);
}

Result<QString> BrowserLogin::tokenIn(const QUrlQuery& query) const
{
    const QStringList states = query.allQueryItemValues(u"state"_s, QUrl::FullyDecoded);
    const QStringList tokens = query.allQueryItemValues(u"loginToken"_s, QUrl::FullyDecoded);
    if (states.size() != 1 || !crypto::constantTimeEquals(states.first().toUtf8(), m_state.toUtf8()))
        return fail(ErrorCode::Protocol, u"the browser came back with another state"_s);
    if (tokens.size() != 1 || tokens.first().isEmpty() || tokens.first().size() > maximumToken)
        return fail(ErrorCode::Protocol, u"the browser came back without a token"_s);
    return tokens.first();
}

QByteArray BrowserLogin::page(const QUrlQuery& query) const
{
    return QString(frame).arg(QString::fromUtf8(tokenIn(query) ? thanks : refusal)).toUtf8();
}

void BrowserLogin::finish(const Result<QString>& token)
{
    if (std::exchange(m_finished, true))
        return;
    m_limit.stop();
    Q_EMIT finished(token);
    deleteLater();
}

} // namespace core
