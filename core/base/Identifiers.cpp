#include "core/base/Identifiers.h"

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype maximumLength = 255;

bool isPrintable(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c != QChar(0x7f); });
}

// `sigil` something, with a server name behind the first colon where one is needed. Historical local parts are accepted.
bool hasForm(QStringView text, QChar sigil, bool needsServer)
{
    if (text.size() < 2 || text.size() > maximumLength || text.front() != sigil || !isPrintable(text))
        return false;
    const auto colon = text.indexOf(u':');
    return needsServer ? colon > 0 && colon + 1 < text.size() : true;
}

bool isValid(QStringView text, UserIdKind*)
{
    return hasForm(text, u'@', true);
}
bool isValid(QStringView text, RoomIdKind*)
{
    return hasForm(text, u'!', false);
}
bool isValid(QStringView text, EventIdKind*)
{
    return hasForm(text, u'$', false);
}
bool isValid(QStringView text, DeviceIdKind*)
{
    return !text.isEmpty() && text.size() <= maximumLength && isPrintable(text);
}

} // namespace

template <typename Kind>
Result<Identifier<Kind>> Identifier<Kind>::parse(QStringView text)
{
    if (!isValid(text, static_cast<Kind*>(nullptr)))
        return fail(ErrorCode::Protocol, QStringLiteral("not an identifier of this kind"));
    return Identifier(text.toString());
}

template class Identifier<UserIdKind>;
template class Identifier<RoomIdKind>;
template class Identifier<EventIdKind>;
template class Identifier<DeviceIdKind>;

QString serverName(const UserId& user)
{
    const auto colon = user.toString().indexOf(u':');
    return colon < 0 ? QString() : user.toString().mid(colon + 1);
}

QString localpart(const UserId& user)
{
    return user.toString().mid(1, user.toString().indexOf(u':') - 1);
}

} // namespace core
