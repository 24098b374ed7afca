// The core without a face: for measuring, and for tests that drive it from outside. Never part of a release.
#include "tests/headless/Driver.h"
#include "tests/headless/StandardInput.h"
#include "tests/headless/WatchedHttpClient.h"

#include <QCoreApplication>

using namespace headless;
using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"headless"_s);
    const Options options = readOptions();
    const StandardInput input;
    Driver* driving = nullptr;
    const core::SystemClock clock;
    WatchedHttpClient http(
        {.userAgent = "FdV Messenger headless", .allowLoopbackHttp = true},
        [&] { driving->measurements().print(u"firstRequest"_s); }, [] { QCoreApplication::exit(0); });
    core::AccountService account({.profileDirectory = options.store,
                                  .allowLoopbackHttp = true,
                                  .userAgent = {},
                                  .deviceDisplayName = u"FdV Messenger, headless"_s},
                                 http, clock);
    Driver driver(options, account);
    driving = &driver;
    QObject::connect(&input, &StandardInput::line, &driver, &Driver::receive);
    QObject::connect(&input, &StandardInput::ended, &driver, &Driver::inputEnded);
    QObject::connect(&input, &StandardInput::terminated, &application, [] { QCoreApplication::quit(); });
    QObject::connect(&driver, &Driver::finished, &application, [](int code) { QCoreApplication::exit(code); });
    QMetaObject::invokeMethod(&driver, &Driver::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
