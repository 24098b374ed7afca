#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <compare>

class QDebug;

namespace core {

/// A checked Matrix identifier. Each kind is a type of its own, made only by `parse`; the empty value means "none".
/// User ids of insured persons contain the health insurance number: they cannot be streamed into a log (see core/base/Log.h).
/// Spec: Matrix v1.11, Appendices, "Common identifier format".
template <typename Kind>
class Identifier {
public:
    Identifier() = default;

    /// Errors: Protocol if `text` does not follow the grammar of this kind or is longer than 255 bytes.
    static Result<Identifier> parse(QStringView text);

    [[nodiscard]] const QString& toString() const { return m_text; }
    [[nodiscard]] QByteArray toUtf8() const { return m_text.toUtf8(); }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    bool operator==(const Identifier&) const = default;
    std::strong_ordering operator<=>(const Identifier& other) const { return QString::compare(m_text, other.m_text) <=> 0; }

private:
    explicit Identifier(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

template <typename Kind>
size_t qHash(const Identifier<Kind>& id, size_t seed = 0) noexcept
{
    return qHash(id.toString(), seed);
}

template <typename Kind>
QDebug operator<<(QDebug, const Identifier<Kind>&) = delete;

using UserId = Identifier<struct UserIdKind>;     ///< `@local:server`
using RoomId = Identifier<struct RoomIdKind>;     ///< `!opaque:server`, or `!opaque` from room version 12 on
using EventId = Identifier<struct EventIdKind>;   ///< `$opaque`
using DeviceId = Identifier<struct DeviceIdKind>; ///< 1 to 255 printable characters

/// The part after the first colon; empty if there is none.
QString serverName(const UserId& user);
/// The part between `@` and the first colon.
QString localpart(const UserId& user);

} // namespace core
