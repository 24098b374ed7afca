#include "core/net/RetryPolicy.h"

#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

namespace core {

namespace {
constexpr std::chrono::milliseconds shortest = 1s;
constexpr std::chrono::milliseconds longest = 5min;
constexpr std::chrono::milliseconds shortestAsked = 500ms;
constexpr std::chrono::milliseconds longestAsked = 1h;
} // namespace

RetryPolicy::RetryPolicy()
    : RetryPolicy([] { return QRandomGenerator::global()->generateDouble(); })
{
}

RetryPolicy::RetryPolicy(Random random)
    : m_random(std::move(random))
{
}

std::chrono::milliseconds RetryPolicy::backOff(int failures) const
{
    const int exponent = std::clamp(failures - 1, 0, 9);
    const auto full = std::min(shortest * (1 << exponent), longest);
    return full / 2 + std::chrono::milliseconds(static_cast<qint64>(m_random() * static_cast<double>(full.count()) / 2));
}

std::optional<std::chrono::milliseconds> RetryPolicy::retryAfter(const QByteArray& header, std::optional<qint64> bodyMs,
                                                                 qint64 nowMs)
{
    std::optional<qint64> asked = bodyMs;
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber) {
        asked = std::clamp(seconds, qint64(-1), qint64(1'000'000)) * 1000;
    } else if (!header.isEmpty()) {
        const auto date =
            QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        if (date.isValid())
            asked = QDateTime(date.date(), date.time(), Qt::UTC).toMSecsSinceEpoch() - nowMs;
    }
    if (!asked)
        return std::nullopt;
    return std::clamp(std::chrono::milliseconds(*asked), shortestAsked, longestAsked);
}

} // namespace core
