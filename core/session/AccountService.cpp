#include "core/session/AccountService.h"

#include "core/encryption/OlmMachine.h"
#include "core/net/QtHttpClient.h"
#include "core/session/BrowserLogin.h"
#include "core/session/Discovery.h"
#include "core/session/LiveSession.h"
#include "core/session/LoginJob.h"
#include "core/session/Profile.h"
#include "core/session/Revocations.h"
#include "core/store/SqlCryptoStore.h"

#include <utility>

namespace core {

using Phase = AccountState::Phase;

struct AccountService::Private {
    Private(AccountService& service, Options given)
        : q(service)
        , options(std::move(given))
    {
    }

    void makeJobs();
    [[nodiscard]] bool isHome() const { return state.phase == Phase::LoggedOut || state.phase == Phase::NeedsLogin; }
    /// The phase in which nothing runs and one can log in.
    [[nodiscard]] Phase home() const { return stored ? Phase::NeedsLogin : Phase::LoggedOut; }
    void enter(Phase phase, std::optional<Error> error = {});
    void beginStep(QObject* job, Phase phase);
    void endStep();

    void needLogin(const std::optional<Error>& error);
    void findServer(const QString& server, Phase phase);
    void found(const Result<DiscoveredServer>& server);
    [[nodiscard]] LoginTarget target() const;
    LoginJob* beginLogin();
    void loggedIn(const Result<StoredSession>& session);

    bool openSession();
    void begin();
    void endSession();
    Result<> forget(const Error& ending);
    void erase();

    AccountService& q;
    Options options;
    std::unique_ptr<QtHttpClient> ownHttp;
    HttpClient* http = nullptr;
    SystemClock systemClock;
    const Clock* clock = &systemClock;

    AccountState state;
    QString ownName;  // what user ids of the offered server end with
    QString password; // from the login until the device is prepared: the server may ask for it once more
    bool isFirstLogin = false;
    std::optional<StoredSession> stored;
    std::unique_ptr<Profile> profile;
    std::unique_ptr<LiveSession> live;
    std::unique_ptr<Revocations> revocations;
    QPointer<QObject> step;        // the job that makes the phase; deletes itself when it has finished
    std::unique_ptr<QObject> jobs; // last: jobs die before what they use
};

// On the thread of the first command, not on the one of the constructor.
void AccountService::Private::makeJobs()
{
    if (jobs)
        return;
    jobs = std::make_unique<QObject>();
    if (!http) {
        ownHttp = std::make_unique<QtHttpClient>(
            QtHttpClient::Options{.userAgent = options.userAgent, .allowLoopbackHttp = options.allowLoopbackHttp});
        http = ownHttp.get();
    }
    revocations = std::make_unique<Revocations>(*http, *clock);
}

void AccountService::Private::enter(Phase phase, std::optional<Error> error)
{
    state.phase = phase;
    state.error = std::move(error);
    state.user = stored ? stored->user : UserId();
    if (phase != Phase::WaitingForBrowser)
        state.browserUrl.clear();
    Q_EMIT q.stateChanged(state);
}

void AccountService::Private::beginStep(QObject* job, Phase phase)
{
    endStep();
    step = job;
    if (phase != state.phase)
        enter(phase);
}

void AccountService::Private::endStep()
{
    delete step.data();
}

// -- Opening -------------------------------------------------------------------------------------------------------------

void AccountService::open(const std::shared_ptr<crypto::SecretBytes>& databaseKey)
{
    if (d->state.phase != Phase::Closed && d->state.phase != Phase::Failed)
        return;
    d->makeJobs();
    d->endSession();
    d->revocations->detach();
    d->profile.reset();
    auto profile = Profile::open(d->options.profileDirectory, *databaseKey);
    *databaseKey = {};
    if (!profile)
        return d->enter(Phase::Failed, profile.error());
    d->profile = std::move(*profile);
    const auto attached = d->revocations->attach(d->profile->revocations());
    const auto stored = d->profile->session().session();
    if (!attached || !stored)
        return d->enter(Phase::Failed, attached ? stored.error() : attached.error());
    d->stored = *stored;
    if (!d->stored)
        return d->enter(Phase::LoggedOut);
    if (d->openSession())
        d->begin();
}

bool AccountService::Private::openSession()
{
    auto opened = LiveSession::open({.http = *http, .clock = *clock, .profile = *profile}, *stored);
    if (!opened) {
        if (opened.error().code == ErrorCode::NotFound)
            needLogin({}); // the server has ended the session in an earlier run
        else
            enter(Phase::Failed, opened.error());
        return false;
    }
    live = std::move(*opened);
    QObject::connect(live.get(), &LiveSession::prepared, &q, [this] { begin(); });
    QObject::connect(live.get(), &LiveSession::ended, &q, [this](const Error& error) {
        endSession();
        if (const auto forgotten = forget(error); !forgotten)
            return enter(Phase::Failed, forgotten.error()); // the next start finds the old tokens and comes here again
        needLogin(error);
    });
    return true;
}

void AccountService::Private::begin()
{
    Q_EMIT q.sessionReady(live->session());
    state.offer.reset();
    enter(Phase::Ready);
    live->start();
}

// -- Finding the server --------------------------------------------------------------------------------------------------

void AccountService::discover(const QString& server)
{
    if (d->isHome() || d->state.phase == Phase::Discovering)
        d->findServer(server, Phase::Discovering);
}

void AccountService::Private::findServer(const QString& server, Phase phase)
{
    state.offer.reset();
    auto* discovery = new Discovery(*http, options.allowLoopbackHttp ? LoopbackHttp::Allowed : LoopbackHttp::Refused, jobs.get());
    QObject::connect(discovery, &Discovery::finished, &q, [this](const Result<DiscoveredServer>& result) { found(result); });
    beginStep(discovery, phase);
    if (stored)
        discovery->startAt(stored->serverName, stored->baseUrl);
    else
        discovery->start(server);
}

void AccountService::Private::found(const Result<DiscoveredServer>& server)
{
    step.clear();
    if (!server) // why the session ended says more than that its server cannot be asked now
        return enter(home(), state.error ? state.error : server.error());
    state.offer = server->offer;
    ownName = server->ownName;
    enter(home(), state.error);
}

void AccountService::Private::needLogin(const std::optional<Error>& error)
{
    enter(Phase::NeedsLogin, error);
    findServer({}, Phase::NeedsLogin);
}

// -- Logging in ----------------------------------------------------------------------------------------------------------

void AccountService::logInWithPassword(const QString& user, const QString& password)
{
    if (!d->isHome() || !d->state.offer)
        return;
    d->password = password;
    d->beginLogin()->startWithPassword(user, password);
}

void AccountService::logInWithBrowser(const QString& identityProvider)
{
    if (!d->isHome() || !d->state.offer)
        return;
    auto* browser = new BrowserLogin(d->state.offer->baseUrl, identityProvider, d->jobs.get());
    connect(browser, &BrowserLogin::finished, this, [this](const Result<QString>& token) {
        d->step.clear();
        if (token)
            return d->beginLogin()->startWithToken(*token);
        d->enter(d->home(), token.error());
    });
    const auto url = browser->start();
    if (!url) {
        delete browser;
        return d->enter(d->home(), url.error());
    }
    d->state.browserUrl = *url;
    d->beginStep(browser, Phase::WaitingForBrowser);
}

LoginTarget AccountService::Private::target() const
{
    LoginTarget target{.baseUrl = state.offer->baseUrl,
                       .serverName = state.offer->serverName,
                       .deviceName = options.deviceDisplayName,
                       .ownName = ownName,
                       .expectedUser = {},
                       .device = {}};
    if (stored) {
        target.expectedUser = stored->user;
        // After the server has removed the device its keys are gone here, too: then a new one is made (S-106).
        SqlCryptoStore keys(profile->database());
        if (OlmMachine::hasDevice(keys).value_or(false))
            target.device = stored->device;
    }
    return target;
}

LoginJob* AccountService::Private::beginLogin()
{
    isFirstLogin = !stored;
    auto* login = new LoginJob(*http, profile->session(), *clock, target(), jobs.get());
    QObject::connect(login, &LoginJob::finished, &q, [this](const Result<StoredSession>& result) { loggedIn(result); });
    beginStep(login, Phase::LoggingIn);
    return login;
}

void AccountService::Private::loggedIn(const Result<StoredSession>& result)
{
    step.clear();
    const QString confirmation = std::exchange(password, {});
    if (!result)
        return enter(home(), result.error());
    stored = *result;
    enter(Phase::Preparing);
    if (openSession())
        live->prepare(confirmation);
}

void AccountService::cancelLogin()
{
    switch (d->state.phase) {
    case Phase::LoggedOut:
    case Phase::Discovering:
        d->endStep();
        d->state.offer.reset();
        return d->enter(d->home());
    case Phase::WaitingForBrowser:
        d->endStep();
        return d->enter(d->home());
    case Phase::LoggingIn:
        d->password.clear();
        qobject_cast<LoginJob*>(d->step.data())->abandon();
        d->step.clear();
        return d->enter(d->home());
    case Phase::Preparing:
        if (d->isFirstLogin)
            d->erase();
        return;
    case Phase::Closed:
    case Phase::NeedsLogin:
    case Phase::Ready:
    case Phase::Failed:
        return;
    }
}

// -- Ending --------------------------------------------------------------------------------------------------------------

void AccountService::Private::endSession()
{
    endStep();
    if (live)
        Q_EMIT q.sessionEnding();
    live.reset();
    password.clear();
}

// Tokens go, what is stored stays (S-106, S-112). If the server has removed the device, its keys are of no use any more.
Result<> AccountService::Private::forget(const Error& ending)
{
    auto transaction = Transaction::begin(profile->database());
    if (!transaction)
        return std::unexpected(transaction.error());
    if (const auto removed = profile->session().removeTokens(); !removed)
        return removed;
    if (ending.code == ErrorCode::Unauthorized) {
        SqlCryptoStore keys(profile->database());
        if (const auto removed = OlmMachine::removeDevice(keys); !removed)
            return removed;
    }
    return transaction->commit();
}

void AccountService::logOut()
{
    if (d->profile && d->stored)
        d->erase();
}

void AccountService::Private::erase()
{
    const EndedSession ended{.baseUrl = stored->baseUrl, .tokens = profile->session().tokens().value_or(Tokens())};
    endSession();
    revocations->detach();
    if (const auto erased = Profile::erase(std::move(profile)); !erased)
        return enter(Phase::Failed, erased.error());
    stored.reset();
    state = {};
    if (ended.tokens.access)
        revocations->add(ended);
    enter(Phase::Closed);
    Q_EMIT q.profileErased();
}

// -- Service -------------------------------------------------------------------------------------------------------------

AccountService::AccountService(Options options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(options)))
{
}

AccountService::AccountService(Options options, HttpClient& http, const Clock& clock, QObject* parent)
    : AccountService(std::move(options), parent)
{
    d->http = &http;
    d->clock = &clock;
}

AccountService::~AccountService()
{
    d->endSession();
}

Session* AccountService::session() const
{
    return d->live ? d->live->session() : nullptr;
}

} // namespace core
