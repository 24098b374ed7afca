// Benchmarks. Each scenario runs in a process of its own, several times; the table shows medians of CPU seconds and the peak
// memory of the process. tim_bench [--runs N]
#include "tests/bench/Scenarios.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace {

struct Scenario {
    QString name;
    QList<bench::Row> (*run)(const QString& folder);
    void (*prepare)(const QString& folder) = nullptr; ///< in a process before
};

const QList<Scenario>& scenarios()
{
    static const QList<Scenario> all{{u"initial-sync"_s, bench::initialSyncRows},
                                     {u"decryption"_s, bench::decryptionRows},
                                     {u"history"_s, bench::historyRows, bench::prepareHistory},
                                     {u"sending"_s, bench::sendingRows},
                                     {u"restoring"_s, bench::smallBackupRows, bench::prepareSmallBackup},
                                     {u"restoring-more"_s, bench::largeBackupRows, bench::prepareLargeBackup}};
    return all;
}

struct Work {
    const Scenario* scenario = nullptr;
    bool prepare = false;
    QString folder;
} work;

void printRows(const QList<bench::Row>& rows)
{
    QJsonArray lines;
    for (const auto& row : rows)
        lines.append(QJsonObject{{u"what"_s, row.what}, {u"seconds"_s, row.seconds}, {u"items"_s, row.items}});
    const QJsonObject result{{u"rows"_s, lines}, {u"peakMB"_s, bench::peakMegabytes()}};
    QTextStream(stdout) << QJsonDocument(result).toJson(QJsonDocument::Compact) << '\n';
}

// What the parties of tests/core/encryption check with Catch2 needs a test case around it.
TEST_CASE("scenario")
{
    QDir().mkpath(work.folder + u"/raw"_s);
    QDir().mkpath(work.folder + u"/ours"_s);
    if (work.prepare)
        return work.scenario->prepare(work.folder);
    printRows(work.scenario->run(work.folder));
}

QJsonObject inProcess(const Scenario& scenario, const QString& folder, bool prepare)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{u"--only"_s, scenario.name, u"--folder"_s, folder};
    if (prepare)
        arguments.append(u"--prepare"_s);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    if (process.exitCode() != 0)
        qFatal("%s did not finish", qPrintable(scenario.name));
    for (const auto& line : process.readAllStandardOutput().split('\n')) {
        if (line.startsWith('{'))
            return QJsonDocument::fromJson(line).object();
    }
    return {};
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void printTable(const Scenario& scenario, int runs)
{
    QTextStream out(stdout);
    QList<QJsonObject> results;
    const QTemporaryDir prepared;
    if (scenario.prepare)
        inProcess(scenario, prepared.path(), true);
    for (int i = 0; i < runs; ++i) {
        const QTemporaryDir fresh;
        results.append(inProcess(scenario, scenario.prepare ? prepared.path() : fresh.path(), false));
    }
    const auto rows = results.first().value("rows"_L1).toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QList<double> seconds;
        for (const auto& result : std::as_const(results))
            seconds.append(result.value("rows"_L1)[i]["seconds"_L1].toDouble());
        const double middle = median(seconds);
        const double items = rows[i].toObject().value("items"_L1).toDouble();
        out << u"%1 %2 ms %3 µs each %4 /s\n"_s.arg(rows[i].toObject().value("what"_L1).toString(), -58)
                   .arg(middle * 1e3, 9, 'f', 1)
                   .arg(items > 0 ? middle / items * 1e6 : 0, 8, 'f', 1)
                   .arg(middle > 0 ? items / middle : 0, 9, 'f', 0);
    }
    QList<double> peaks;
    for (const auto& result : std::as_const(results))
        peaks.append(result.value("peakMB"_L1).toDouble());
    out << u"%1 %2 MB\n\n"_s.arg(u"  peak memory of the process"_s, -58).arg(median(peaks), 9, 'f', 0);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption only(u"only"_s, u"One scenario, in this process."_s, u"NAME"_s);
    const QCommandLineOption folder(u"folder"_s, u"Where it works."_s, u"DIR"_s);
    const QCommandLineOption prepare(u"prepare"_s, u"Only fill the folder."_s);
    const QCommandLineOption runs(u"runs"_s, u"Runs of each scenario."_s, u"N"_s, u"5"_s);
    parser.addOptions({only, folder, prepare, runs});
    parser.addHelpOption();
    parser.process(application);

    if (!parser.isSet(only)) {
        QTextStream(stdout) << "CPU time, medians of " << parser.value(runs) << " runs\n\n";
        for (const auto& scenario : scenarios())
            printTable(scenario, std::max(1, parser.value(runs).toInt()));
        return 0;
    }
    const auto& all = scenarios();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Scenario& one) { return one.name == parser.value(only); });
    if (found == all.end())
        parser.showHelp(2);
    work = {&*found, parser.isSet(prepare), parser.value(folder)};
    Catch::Session session;
    session.configData().verbosity = Catch::Verbosity::Quiet;
    session.configData().defaultOutputFilename = "/dev/null";
    return session.run();
}
