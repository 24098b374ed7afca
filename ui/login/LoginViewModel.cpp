#include "ui/login/LoginViewModel.h"

#include "ui/common/Post.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHostAddress>

namespace ui {

using Phase = core::AccountState::Phase;

LoginViewModel::LoginViewModel(core::AccountService* account, QObject* parent)
    : QObject(parent)
    , m_account(account)
{
    if (m_account)
        connect(m_account, &core::AccountService::stateChanged, this, &LoginViewModel::applyState);
}

LoginViewModel::Step LoginViewModel::step() const
{
    switch (m_state.phase) {
    case Phase::Discovering:
        return Step::Asking;
    case Phase::LoggingIn:
        return Step::LoggingIn;
    case Phase::WaitingForBrowser:
        return Step::InBrowser;
    default:
        break;
    }
    if (m_server.isEmpty() && !again())
        return Step::Choosing;
    return m_state.offer || m_state.error || again() ? Step::Offered : Step::Asking;
}

QString LoginViewModel::serverName() const
{
    if (m_state.offer)
        return m_state.offer->serverName;
    return m_server.isEmpty() ? core::serverName(m_state.user) : m_server;
}

QList<IdentityProviderChoice> LoginViewModel::identityProviders() const
{
    QList<IdentityProviderChoice> choices;
    if (m_state.offer) {
        for (const auto& provider : m_state.offer->identityProviders)
            choices.append({.id = provider.id, .name = provider.name.isEmpty() ? provider.id : provider.name});
    }
    return choices;
}

ErrorText LoginViewModel::error() const
{
    if (m_state.error)
        return ErrorText::of(*m_state.error);
    const bool settled = m_state.phase == Phase::LoggedOut || m_state.phase == Phase::NeedsLogin;
    if (settled && m_state.offer && !browserOffered() && !passwordOffered())
        return ErrorText::of(core::ErrorCode::NotSupported);
    return {};
}

void LoginViewModel::setPasswordAllowed(bool allowed)
{
    m_passwordAllowed = allowed;
    Q_EMIT changed();
}

void LoginViewModel::choose(const QString& server, const QString& name)
{
    m_server = server.trimmed();
    m_insurerName = name;
    m_state.offer.reset();
    m_state.error.reset();
    Q_EMIT changed();
    if (!m_server.isEmpty())
        post(m_account, [server = m_server](core::AccountService& account) { account.discover(server); });
}

void LoginViewModel::chooseAnother()
{
    choose({}, {});
    post(m_account, [](core::AccountService& account) { account.cancelLogin(); });
}

void LoginViewModel::retry()
{
    choose(serverName(), m_insurerName);
}

void LoginViewModel::logInWithBrowser(const QString& identityProvider)
{
    post(m_account, [identityProvider](core::AccountService& account) { account.logInWithBrowser(identityProvider); });
}

void LoginViewModel::logInWithPassword(const QString& user, const QString& password)
{
    post(m_account, [user, password](core::AccountService& account) { account.logInWithPassword(user, password); });
}

void LoginViewModel::openBrowserAgain()
{
    if (m_state.phase == Phase::WaitingForBrowser && isSafeToOpen(m_state.browserUrl))
        Q_EMIT browserRequested(m_state.browserUrl);
}

void LoginViewModel::setBrowserOpened(bool opened)
{
    m_browserMissing = !opened;
    Q_EMIT changed();
}

void LoginViewModel::copyBrowserAddress()
{
    if (m_state.phase == Phase::WaitingForBrowser && isSafeToOpen(m_state.browserUrl))
        QGuiApplication::clipboard()->setText(m_state.browserUrl.toString(QUrl::FullyEncoded));
}

void LoginViewModel::cancel()
{
    post(m_account, [](core::AccountService& account) { account.cancelLogin(); });
}

bool LoginViewModel::isSafeToOpen(const QUrl& url)
{
    if (url.scheme() == u"https")
        return !url.host().isEmpty();
    const QHostAddress address(url.host());
    return url.scheme() == u"http" && address.isLoopback();
}

void LoginViewModel::applyState(const core::AccountState& state)
{
    const QUrl before = m_state.browserUrl;
    // Signing in again is one matter from the moment the session ends until a new one is there.
    if (state.phase == Phase::NeedsLogin)
        m_again = true;
    else if (state.phase == Phase::Ready || state.phase == Phase::Closed || state.user.isEmpty())
        m_again = false;
    m_state = state;
    m_browserMissing = m_browserMissing && state.phase == Phase::WaitingForBrowser;
    if (m_state.offer && m_server.isEmpty())
        m_server = m_state.offer->serverName;
    Q_EMIT changed();
    if (state.phase == Phase::WaitingForBrowser && state.browserUrl != before)
        openBrowserAgain();
}

} // namespace ui
