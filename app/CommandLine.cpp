#include "app/CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int usageError = 2;

QString folderOf(const QString& profile)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).filePath(u"profiles/"_s + profile);
}

bool isProfileName(const QString& name)
{
    static const QRegularExpression pattern(u"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"_s);
    return pattern.match(name).hasMatch();
}

CommandLineResult refuse(const QString& why)
{
    return {.options = {}, .text = u"%1\nTry --help.\n"_s.arg(why), .exitCode = usageError};
}

} // namespace

CommandLineResult readCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Chat safely with practices and with your health insurer."_s);
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    const QCommandLineOption profile(u"profile"_s, u"Profile to use, by name; each is an account of its own."_s, u"NAME"_s,
                                     u"default"_s);
    const QCommandLineOption directory(u"profile-dir"_s, u"Folder of the profile, instead of a name."_s, u"DIR"_s);
    const QCommandLineOption language(u"language"_s, u"Language of the interface for this start: de or en."_s, u"LANGUAGE"_s);
    const QCommandLineOption loopback(u"allow-loopback-http"_s, u"For demo and tests: plain http to 127.0.0.0/8."_s);
    const QCommandLineOption password(u"password-login"_s, u"For demo and tests: offer a password where the server has it."_s);
    parser.addOptions({profile, directory, language, loopback, password});

    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help))
        return {.options = {}, .text = parser.helpText(), .exitCode = 0};
    if (parser.isSet(version))
        return {.options = {},
                .text = u"%1 %2\n"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion()),
                .exitCode = 0};
    if (!parser.positionalArguments().isEmpty())
        return refuse(u"Unexpected argument."_s);
    if (!isProfileName(parser.value(profile)))
        return refuse(u"A profile name consists of letters, digits, - and _."_s);
    const QString wanted = parser.value(language);
    if (!wanted.isEmpty() && wanted != u"de" && wanted != u"en")
        return refuse(u"The language is de or en."_s);

    const QString folder = parser.isSet(directory) ? parser.value(directory) : folderOf(parser.value(profile));
    if (folder.isEmpty())
        return refuse(u"The folder of the profile has no name."_s);
    return {.options = {.profileDirectory = QDir::cleanPath(QDir::current().absoluteFilePath(folder)),
                        .language = wanted,
                        .allowLoopbackHttp = parser.isSet(loopback),
                        .passwordLogin = parser.isSet(password)},
            .text = {},
            .exitCode = 0};
}

} // namespace app
