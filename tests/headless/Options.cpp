#include "tests/headless/Options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headless {

Options readOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The core without a window, for measuring and for outside checks. Speaks the protocol of tests/peer on standard input."_s);
    parser.addHelpOption();
    const QCommandLineOption homeserver(u"homeserver"_s, u"Base URL; plain http only to loopback."_s, u"URL"_s);
    const QCommandLineOption user(u"user"_s, u"Local part or full address."_s, u"U"_s);
    const QCommandLineOption password(u"password"_s, u"Password."_s, u"P"_s);
    const QCommandLineOption store(u"store"_s, u"Folder of the profile; reopened if it holds one."_s, u"DIR"_s);
    const QCommandLineOption until(u"until"_s, u"When to end: quiet, signal or a number of seconds."_s, u"WHEN"_s, u"quiet"_s);
    const QCommandLineOption restore(u"restore"_s, u"Recovery key that brings the account's keys here."_s, u"KEY"_s);
    parser.addOptions({homeserver, user, password, store, until, restore});
    parser.process(*QCoreApplication::instance());

    Options options{.homeserver = parser.value(homeserver),
                    .user = parser.value(user),
                    .password = parser.value(password),
                    .store = parser.value(store),
                    .recoveryKey = parser.value(restore)};
    bool number = true;
    const QString when = parser.value(until);
    if (when == "signal"_L1)
        options.until = Options::Until::Signal;
    else if (when != "quiet"_L1) {
        options.until = Options::Until::Seconds;
        options.seconds = when.toDouble(&number);
    }
    if (options.homeserver.isEmpty() || options.user.isEmpty() || options.store.isEmpty() || !number)
        parser.showHelp(2);
    return options;
}

} // namespace headless
