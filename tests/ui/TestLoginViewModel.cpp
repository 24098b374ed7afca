#include "tests/ui/Speaking.h"
#include "ui/login/LoginViewModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using Phase = core::AccountState::Phase;
using Step = LoginViewModel::Step;

namespace {

core::AccountState inBrowser(const QString& url)
{
    core::AccountState state = fixtures::offer(true, false);
    state.phase = Phase::WaitingForBrowser;
    state.browserUrl = QUrl(url);
    return state;
}

} // namespace

TEST_CASE("signing in goes from the choice of the insurer to the browser and back")
{
    LoginViewModel login(nullptr);
    CHECK(login.step() == Step::Choosing);
    login.choose(u" kasse.example "_s, u"Muster-Krankenkasse"_s);
    CHECK(login.step() == Step::Asking);
    CHECK(login.serverName() == u"kasse.example");
    CHECK(login.insurerName() == u"Muster-Krankenkasse");
    login.applyState(fixtures::account(Phase::Discovering));
    CHECK(login.step() == Step::Asking);
    login.applyState(fixtures::offer(true, false));
    CHECK(login.step() == Step::Offered);
    CHECK(login.browserOffered());
    login.applyState(inBrowser(u"https://kasse.example/login"_s));
    CHECK(login.step() == Step::InBrowser);
    login.applyState(fixtures::account(Phase::LoggingIn));
    CHECK(login.step() == Step::LoggingIn);
    login.chooseAnother();
    login.applyState(fixtures::account(Phase::LoggedOut));
    CHECK(login.step() == Step::Choosing);
}

TEST_CASE("a typed server is named as it was typed")
{
    LoginViewModel login(nullptr);
    login.choose(u"messenger.kasse.example"_s, {});
    CHECK(login.insurerName() == u"messenger.kasse.example");
}

TEST_CASE("a password is asked for only where the server and the profile allow it")
{
    LoginViewModel login(nullptr);
    login.choose(u"kasse.example"_s, {});
    login.applyState(fixtures::offer(true, true));
    CHECK(!login.passwordOffered());
    login.setPasswordAllowed(true);
    CHECK(login.passwordOffered());
    login.applyState(fixtures::offer(true, false));
    CHECK(!login.passwordOffered());
}

TEST_CASE("a server without a way of signing in for this program is an error with its own text")
{
    const Speaking german(u"de"_s);
    LoginViewModel login(nullptr);
    login.choose(u"kasse.example"_s, {});
    CHECK(login.error().isNull());
    login.applyState(fixtures::offer(false, true));
    CHECK(login.error() == ErrorText::of(core::ErrorCode::NotSupported));
    core::AccountState failed = fixtures::account(Phase::LoggedOut);
    failed.error = fixtures::error(core::ErrorCode::UnknownServer);
    login.applyState(failed);
    CHECK(login.error() == ErrorText::of(core::ErrorCode::UnknownServer));
    CHECK(login.step() == Step::Offered); // where one can try again or choose another
}

TEST_CASE("the browser gets an address once, and only one that is safe")
{
    LoginViewModel login(nullptr);
    QList<QUrl> opened;
    QObject::connect(&login, &LoginViewModel::browserRequested, &login, [&](const QUrl& url) { opened.append(url); });
    login.choose(u"kasse.example"_s, {});
    login.applyState(inBrowser(u"https://kasse.example/login"_s));
    login.applyState(inBrowser(u"https://kasse.example/login"_s));
    CHECK(opened.size() == 1);
    login.openBrowserAgain();
    CHECK(opened.size() == 2);
    for (const QString& unsafe : {u"http://kasse.example/"_s, u"file:///etc/passwd"_s, u"javascript:alert(1)"_s,
                                  u"smb://host/x"_s, u"https:"_s, u"http://127.0.0.1.evil.example/"_s})
        login.applyState(inBrowser(unsafe));
    CHECK(opened.size() == 2);
    login.applyState(fixtures::offer(true, false));
    login.openBrowserAgain();
    CHECK(opened.size() == 2);
}

TEST_CASE("which addresses the system's browser may open")
{
    CHECK(LoginViewModel::isSafeToOpen(QUrl(u"https://idp.kasse.example/a?b=c"_s)));
    CHECK(LoginViewModel::isSafeToOpen(QUrl(u"http://127.0.10.1:8008/login"_s)));
    CHECK(LoginViewModel::isSafeToOpen(QUrl(u"http://[::1]:8008/login"_s)));
    CHECK(!LoginViewModel::isSafeToOpen(QUrl(u"http://10.0.0.1/"_s)));
    CHECK(!LoginViewModel::isSafeToOpen(QUrl(u"http://localhost/"_s)));
    CHECK(!LoginViewModel::isSafeToOpen(QUrl(u"ftp://127.0.0.1/"_s)));
    CHECK(!LoginViewModel::isSafeToOpen(QUrl()));
}

TEST_CASE("a browser that does not open is said until the person is past it")
{
    LoginViewModel login(nullptr);
    login.choose(u"kasse.example"_s, {});
    login.applyState(inBrowser(u"https://kasse.example/login"_s));
    login.setBrowserOpened(false);
    CHECK(login.browserMissing());
    login.applyState(fixtures::account(Phase::LoggingIn));
    CHECK(!login.browserMissing());
}

TEST_CASE("signing in again is one matter until it is done, and keeps the name")
{
    LoginViewModel login(nullptr);
    core::AccountState ended = fixtures::account(Phase::NeedsLogin);
    ended.user = fixtures::userId("@a123456780:kasse.example");
    login.applyState(ended);
    CHECK(login.again());
    CHECK(login.step() == Step::Offered);
    CHECK(login.serverName() == u"kasse.example");
    core::AccountState asking = fixtures::account(Phase::Discovering);
    asking.user = ended.user;
    login.applyState(asking);
    CHECK(login.again());
    core::AccountState ready = fixtures::account(Phase::Ready);
    ready.user = ended.user;
    login.applyState(ready);
    CHECK(!login.again());
}
