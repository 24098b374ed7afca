// Logging in through the identity provider, with the steps of a browser and without one.
#include "core/base/Clock.h"
#include "core/net/QtHttpClient.h"
#include "core/session/AccountService.h"
#include "tests/integration/Program.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace integration;
using Phase = core::AccountState::Phase;

namespace {

/// Follows redirects by itself, as a browser does, and gives cookies back although they are marked for TLS: on loopback browsers
/// do that, too. At the identity provider it chooses the person by a hint instead of a click.
class Browser final {
public:
    explicit Browser(QString subject)
        : m_subject(std::move(subject))
    {
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }

    /// The page at the end.
    QByteArray open(QUrl url)
    {
        for (int step = 0; step < 10; ++step) {
            if (url.port() == 9490 && url.path() == "/authorize"_L1)
                url.setQuery(url.query(QUrl::FullyEncoded) + u"&login_hint="_s + m_subject);
            QNetworkRequest request(url);
            if (!m_cookies.isEmpty() && url.port() == 8008)
                request.setRawHeader("Cookie", m_cookies);
            QNetworkReply* reply = m_network.get(request);
            until([&] { return reply->isFinished(); });
            reply->deleteLater();
            for (const auto& cookie : QNetworkCookie::parseCookies(reply->rawHeader("Set-Cookie")))
                m_cookies += cookie.name() + '=' + cookie.value() + "; ";
            if (!reply->hasRawHeader("Location"))
                return reply->readAll();
            url = url.resolved(QUrl::fromEncoded(reply->rawHeader("Location")));
        }
        return {};
    }

private:
    QString m_subject;
    QNetworkAccessManager m_network;
    QByteArray m_cookies;
};

} // namespace

TEST_CASE("an insured person logs in through the identity provider", "[integration]")
{
    const QTemporaryDir folder;
    core::AccountService account({.profileDirectory = folder.filePath(u"profile"_s),
                                  .allowLoopbackHttp = true,
                                  .userAgent = "FdV Messenger, test",
                                  .deviceDisplayName = u"Test"_s});
    core::AccountState state;
    QObject::connect(&account, &core::AccountService::stateChanged, &account,
                     [&](const core::AccountState& now) { state = now; });
    account.open(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(QByteArray(32, 'k'))));
    account.discover(insured().url);
    REQUIRE(until([&] { return state.offer.has_value(); }));
    REQUIRE(state.offer->sso);
    REQUIRE(!state.offer->identityProviders.isEmpty());
    account.logInWithBrowser(state.offer->identityProviders.first().id);
    REQUIRE(state.phase == Phase::WaitingForBrowser);

    Browser browser(u"X110411688"_s);
    const QByteArray page = browser.open(state.browserUrl);
    INFO(page.toStdString());
    CHECK(page.contains("Bitte gehen Sie zurück zum Messenger"));
    REQUIRE(until([&] { return state.phase == Phase::Ready || state.error; }));
    CHECK(!state.error);
    CHECK(state.user.toString() == u"@x110411688:127.0.10.1"_s);

    account.logOut();
    CHECK(state.phase == Phase::Closed);
}
