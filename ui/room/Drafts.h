#pragma once

#include "core/base/Identifiers.h"

#include <QHash>
#include <QString>

namespace ui {

/// What was written and not sent yet, per chat. In memory only: nothing a person writes reaches the disk unencrypted.
class Drafts {
public:
    [[nodiscard]] QString of(const core::RoomId& room) const { return m_texts.value(room); }
    void keep(const core::RoomId& room, const QString& text)
    {
        if (text.isEmpty())
            m_texts.remove(room);
        else
            m_texts.insert(room, text);
    }
    void clear() { m_texts.clear(); }

private:
    QHash<core::RoomId, QString> m_texts;
};

} // namespace ui
