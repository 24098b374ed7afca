#include "tests/bench/Measure.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace bench {

namespace {

double now()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

double cpuSeconds(const std::function<void()>& work)
{
    const double begin = now();
    work();
    return now() - begin;
}

double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const auto at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, 24).simplified().split(' ').first().toDouble() / 1024;
}

void require(bool succeeded, const char* what)
{
    if (succeeded)
        return;
    std::fprintf(stderr, "bench: %s failed\n", what);
    std::exit(1);
}

} // namespace bench
