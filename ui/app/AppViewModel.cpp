#include "ui/app/AppViewModel.h"

#include "ui/common/Post.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QLocale>

namespace ui {

using Phase = core::AccountState::Phase;

AppViewModel::AppViewModel(const QString& settingsDirectory, core::AccountService* account, Format::Now now, QObject* parent)
    : QObject(parent)
    , m_account(account)
    , m_store(settingsDirectory)
    , m_format(std::move(now))
    , m_settings(m_store)
    , m_login(account)
    , m_main(m_format)
{
    m_login.setPasswordAllowed(m_store.passwordAllowed());
    connect(m_main.profile(), &ProfileViewModel::changed, this, &AppViewModel::nameInsurer);
    connect(&m_insurers, &InsurerListModel::insurersChanged, this, &AppViewModel::nameInsurer);
    applyLanguage();
    connect(&m_settings, &SettingsViewModel::languageChanged, this, &AppViewModel::applyLanguage);
    connect(&m_login, &LoginViewModel::changed, this, &AppViewModel::stageChanged);
    if (m_account)
        connectAccount();
}

AppViewModel::~AppViewModel()
{
    m_main.detach();
}

void AppViewModel::connectAccount()
{
    // A blocking call within one thread would wait for itself.
    const auto untilDone = m_account->thread() == thread() ? Qt::DirectConnection : Qt::BlockingQueuedConnection;
    connect(m_account, &core::AccountService::stateChanged, this, &AppViewModel::applyState);
    connect(m_account, &core::AccountService::sessionReady, &m_main, &MainViewModel::attach);
    connect(m_account, &core::AccountService::sessionEnding, &m_main, &MainViewModel::detach, untilDone);
    connect(m_account, &core::AccountService::profileErased, &m_main, &MainViewModel::forget);
    connect(&m_login, &LoginViewModel::browserRequested, this,
            [this](const QUrl& url) { m_login.setBrowserOpened(QDesktopServices::openUrl(url)); });
    connect(m_main.devices(), &DevicesViewModel::browserRequested, this, [this](const QUrl& url) {
        m_main.devices()->setBrowserOpened(LoginViewModel::isSafeToOpen(url) && QDesktopServices::openUrl(url));
    });
    connect(m_main.renewal(), &RenewKeysViewModel::browserRequested, this, [this](const QUrl& url) {
        m_main.renewal()->setBrowserOpened(LoginViewModel::isSafeToOpen(url) && QDesktopServices::openUrl(url));
    });
}

AppViewModel::Stage AppViewModel::stage() const
{
    if (!m_store.firstRunDone())
        return m_readingSizeDone ? Stage::Start : Stage::ReadingSize;
    if (m_error)
        return Stage::Failed;
    switch (m_state.phase) {
    case Phase::Closed:
        return Stage::Opening;
    case Phase::Failed:
        return Stage::Failed;
    case Phase::Preparing:
        return Stage::Preparing;
    case Phase::Ready:
        return Stage::Main;
    default:
        return m_login.step() == LoginViewModel::Step::Choosing ? Stage::Insurers : Stage::Login;
    }
}

ErrorText AppViewModel::error() const
{
    if (m_error)
        return ErrorText::of(*m_error);
    if (m_state.phase != Phase::Failed)
        return {};
    return m_state.error ? ErrorText::of(*m_state.error) : ErrorText::of(core::ErrorCode::Storage);
}

bool AppViewModel::canRetry() const
{
    return stage() == Stage::Failed;
}

QString AppViewModel::version()
{
    return QCoreApplication::applicationVersion();
}

void AppViewModel::goOn()
{
    if (!m_readingSizeDone)
        m_readingSizeDone = true;
    else
        m_store.setFirstRunDone(true);
    Q_EMIT stageChanged();
}

void AppViewModel::goBack()
{
    if (m_store.firstRunDone())
        return;
    m_readingSizeDone = false;
    Q_EMIT stageChanged();
}

void AppViewModel::retry()
{
    m_error.reset();
    m_state = {};
    Q_EMIT stageChanged();
    Q_EMIT retryRequested();
}

void AppViewModel::logOut()
{
    m_main.recovery()->kept()->forget();
    post(m_account, [](core::AccountService& account) { account.logOut(); });
}

void AppViewModel::applyState(const core::AccountState& state)
{
    m_error.reset();
    m_state = state;
    m_main.recovery()->kept()->setAccount(state.user);
    // Without a service, fixtures speak to this object only.
    if (!m_account)
        m_login.applyState(state);
    Q_EMIT stageChanged();
}

void AppViewModel::applyError(const core::Error& error)
{
    m_error = error;
    Q_EMIT stageChanged();
}

void AppViewModel::applyLanguage()
{
    m_language.use(m_settings.language());
    m_format.setLocale(QLocale());
    m_insurers.load(m_settings.language());
    m_main.refresh();
    Q_EMIT m_login.changed();
    Q_EMIT languageChanged();
}

void AppViewModel::nameInsurer()
{
    const Insurer insurer = m_insurers.at(m_main.profile()->serverName()).value_or(Insurer());
    m_main.profile()->setInsurer(insurer.name, insurer.phone, insurer.hours);
}

} // namespace ui
