#include "app/CommandLine.h"

#include <QDir>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

CommandLineResult read(const QStringList& arguments)
{
    return readCommandLine(QStringList{u"tim"_s} + arguments);
}

} // namespace

TEST_CASE("without options the default profile of this user is opened, with https only and without passwords")
{
    const auto result = read({});
    CHECK(!result.ends());
    CHECK(result.options.profileDirectory ==
          QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/profiles/default"_s);
    CHECK(!result.options.allowLoopbackHttp);
    CHECK(!result.options.passwordLogin);
    CHECK(result.options.language.isEmpty());
}

TEST_CASE("profiles have folders of their own, by name or anywhere")
{
    CHECK(read({u"--profile"_s, u"oma"_s}).options.profileDirectory.endsWith(u"/profiles/oma"_s));
    CHECK(read({u"--profile-dir"_s, u"/tmp/a/../b"_s}).options.profileDirectory == u"/tmp/b"_s);
    CHECK(read({u"--profile-dir"_s, u"here"_s}).options.profileDirectory == QDir::current().filePath(u"here"_s));
}

TEST_CASE("a profile's name cannot lead out of the folder of profiles")
{
    for (const QString& name : {u"../x"_s, u"a/b"_s, u""_s, u".hidden"_s, u"-x"_s, QString(65, u'a'), u"ä"_s}) {
        const auto result = read({u"--profile="_s + name});
        INFO(name.toStdString());
        CHECK(result.ends());
        CHECK(result.exitCode == 2);
    }
}

TEST_CASE("options for demo and tests are read")
{
    const auto result = read({u"--allow-loopback-http"_s, u"--password-login"_s, u"--language"_s, u"en"_s});
    CHECK(result.options.allowLoopbackHttp);
    CHECK(result.options.passwordLogin);
    CHECK(result.options.language == u"en");
}

TEST_CASE("what is not understood ends with a text and a code")
{
    for (const QStringList& wrong : {QStringList{u"--nonsense"_s}, QStringList{u"--language"_s, u"fr"_s},
                                     QStringList{u"file.txt"_s}, QStringList{u"--profile"_s}, QStringList{u"--profile-dir="_s}}) {
        INFO(wrong.join(u' ').toStdString());
        CHECK(read(wrong).ends());
        CHECK(read(wrong).exitCode == 2);
    }
    CHECK(read({u"--help"_s}).exitCode == 0);
    CHECK(read({u"--help"_s}).text.contains(u"--profile-dir"));
    CHECK(read({u"--version"_s}).exitCode == 0);
}
