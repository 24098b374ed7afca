#include "core/room/PowerLevels.h"

namespace core {

namespace {

constexpr int firstVersionOfIntegers = 10;
constexpr int firstVersionOfCreators = 12;

// 0 for versions that are no number: those are experiments of somebody else.
int versionNumber(QStringView roomVersion)
{
    bool isNumber = false;
    const int number = roomVersion.toInt(&isNumber);
    return isNumber ? number : 0;
}

std::optional<qint64> level(JsonValue value, bool mayBeText)
{
    if (!value.isString())
        return value.integer();
    bool isNumber = false;
    const qint64 number = mayBeText ? value.string().value_or(QString()).trimmed().toLongLong(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

bool maySendEvent(JsonValue content, const UserId& user, std::string_view type, const UserId& creator, QStringView roomVersion)
{
    const int version = versionNumber(roomVersion);
    const bool isCreator = !user.isEmpty() && user == creator;
    if (isCreator && version >= firstVersionOfCreators)
        return true;
    if (!content.isObject())
        return true; // 0 is needed, and nobody has less

    const bool mayBeText = version < firstVersionOfIntegers;
    const QByteArray name = user.toUtf8();
    const auto own = level(content["users"][{name.constData(), static_cast<size_t>(name.size())}], mayBeText);
    const auto others = level(content["users_default"], mayBeText);
    const auto needed = level(content["events"][type], mayBeText);
    const auto neededByDefault = level(content["events_default"], mayBeText);
    return own.value_or(others.value_or(0)) >= needed.value_or(neededByDefault.value_or(0));
}

} // namespace core
