#include "core/net/RequestHead.h"

#include <algorithm>

namespace core {

namespace {

bool isPrintable(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

QByteArrayView takeLine(QByteArrayView& rest)
{
    const qsizetype end = rest.indexOf("\r\n");
    if (end < 0)
        return {};
    const QByteArrayView line = rest.first(end);
    rest = rest.sliced(end + 2);
    return line;
}

std::optional<RequestHead> readRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1 || !isPrintable(line))
        return std::nullopt;
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!target.startsWith('/') || target.contains(' ') || (version != "HTTP/1.1" && version != "HTTP/1.0"))
        return std::nullopt;
    return RequestHead{.method = line.first(first).toByteArray(), .target = target.toByteArray(), .host = {}};
}

} // namespace

std::optional<RequestHead> readRequestHead(QByteArrayView head)
{
    if (!head.endsWith("\r\n\r\n"))
        return std::nullopt;
    auto request = readRequestLine(takeLine(head));
    if (!request)
        return std::nullopt;
    bool hasHost = false;
    for (QByteArrayView line = takeLine(head); !line.isEmpty(); line = takeLine(head)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.front() == ' ')
            return std::nullopt;
        if (line.first(colon).compare("host", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayView value = line.sliced(colon + 1).trimmed();
        if (hasHost || value.isEmpty() || !isPrintable(value))
            return std::nullopt;
        hasHost = true;
        request->host = value.toByteArray();
    }
    // What follows the first empty line would be a second request or a body: neither belongs here.
    return hasHost && head.isEmpty() ? request : std::nullopt;
}

} // namespace core
