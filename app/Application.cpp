#include "app/Application.h"

#include "app/DatabaseKey.h"
#include "crypto/SelfTest.h"
#include "ui/app/EngineSetup.h"

#include <QGuiApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

core::AccountService::Options accountOptions(const CommandLine& options)
{
    // S-117: nothing about the person or the device, only what kind of program this is.
    return {.profileDirectory = options.profileDirectory,
            .allowLoopbackHttp = options.allowLoopbackHttp,
            .userAgent = "FdV-Messenger/" + QCoreApplication::applicationVersion().toUtf8() + " (Linux)",
            .deviceDisplayName = u"FdV Messenger (Linux)"_s};
}

} // namespace

Application::Application(CommandLine options, std::shared_ptr<KeychainBackend> keychain, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_vault(keychain)
    , m_codes(std::move(keychain))
{
    auto profile = ProfileDirectory::open(m_options.profileDirectory);
    if (profile)
        m_profile = std::move(*profile);
    else
        m_profileError = profile.error();
    m_core = std::make_unique<CoreThread>(accountOptions(m_options));
    // Without a folder for it nothing is kept, also no settings.
    m_view = std::make_unique<ui::AppViewModel>(m_profile ? m_options.profileDirectory : QString(), m_core->account());
    m_view->main()->recovery()->kept()->setVault(&m_codes);
    m_view->main()->recovery()->print()->setPrinter(&m_printer);
    m_view->main()->recovery()->confirm()->setSystem(&m_confirmation);
    m_view->main()->renewal()->confirm()->setSystem(&m_confirmation);
    m_view->main()->scan()->setCameras(&m_cameras);
    if (!m_options.language.isEmpty())
        m_view->settings()->overrideLanguage(m_options.language);
    if (m_options.passwordLogin)
        m_view->setPasswordAllowed(true);
    m_view->insurers()->setLoopbackAllowed(m_options.allowLoopbackHttp);
    connect(m_view.get(), &ui::AppViewModel::stageChanged, this, &Application::openWhenWanted);
    connect(m_view.get(), &ui::AppViewModel::retryRequested, this, &Application::openProfile);
    connect(m_core->account(), &core::AccountService::profileErased, this, &Application::forgetKey);
    connect(&m_termination, &TerminationSignal::received, qGuiApp, &QGuiApplication::quit);
}

Application::~Application()
{
    m_engine.reset();
    m_view.reset();
    m_core.reset();
}

bool Application::start()
{
    // The key store takes its time; it is asked before the window is made and answers when there is one.
    openWhenWanted();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    ui::prepareEngine(*m_engine, *m_view);
    m_engine->setInitialProperties({{u"app"_s, QVariant::fromValue(m_view.get())}});
    m_engine->load(QUrl(u"qrc:/qt/qml/Tim/Main.qml"_s));
    return !m_engine->rootObjects().isEmpty();
}

void Application::openWhenWanted()
{
    if (!m_asked && m_view->stage() == ui::AppViewModel::Stage::Opening)
        openProfile();
}

void Application::openProfile()
{
    m_asked = true;
    if (m_profileError) {
        auto profile = ProfileDirectory::open(m_options.profileDirectory);
        if (!profile)
            return m_view->applyError(profile.error());
        m_profileError.reset();
        m_profile = std::move(*profile);
    }
    // A library that computes wrongly must not come near a key.
    if (const auto tested = crypto::selfTest(); !tested)
        return m_view->applyError(core::fail(core::ErrorCode::Crypto, u"self test"_s).error());
    obtainDatabaseKey(m_vault, *m_profile, m_view.get(),
                      [this](core::Result<crypto::SecretBytes> key) { useKey(std::move(key)); });
}

void Application::useKey(core::Result<crypto::SecretBytes> key)
{
    if (key)
        m_core->open(std::move(*key));
    else
        m_view->applyError(key.error());
}

void Application::forgetKey()
{
    // The database is gone already: should the entry stay, the next one uses it again.
    m_vault.remove(m_profile->id(), m_view.get(), [this](const core::Result<>&) { openProfile(); });
}

} // namespace app
