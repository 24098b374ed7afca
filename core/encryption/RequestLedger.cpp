#include "core/encryption/RequestLedger.h"

#include <algorithm>

namespace core {

std::optional<RequestLedger::Entry> RequestLedger::close(const QString& id)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return std::nullopt;
    auto entry = std::move(*found);
    m_open.erase(found);
    return entry;
}

bool RequestLedger::contains(OutgoingRequest::Kind kind) const
{
    return std::any_of(m_open.begin(), m_open.end(), [kind](const Entry& entry) { return entry.kind == kind; });
}

} // namespace core
