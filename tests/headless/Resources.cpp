#include "tests/headless/Resources.h"

#include <QElapsedTimer>
#include <QFile>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace headless {

namespace {

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double round3(double value)
{
    return static_cast<double>(qRound64(value * 1000)) / 1000;
}

// VmHWM counts this program only; ru_maxrss would also remember the one that started it.
double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const auto at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, 24).simplified().split(' ').first().toDouble() / 1024;
}

const QElapsedTimer started = [] {
    QElapsedTimer timer;
    timer.start();
    return timer;
}();

} // namespace

QJsonObject resourcesUsed()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return {{u"t"_s, round3(static_cast<double>(started.nsecsElapsed()) / 1e9)},
            {u"cpu"_s, round3(seconds(usage.ru_utime) + seconds(usage.ru_stime))},
            {u"peakMB"_s, round3(peakMegabytes())}};
}

} // namespace headless
