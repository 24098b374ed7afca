#pragma once

#include "core/room/RoomSummary.h"
#include "ui/common/DiffListModel.h"

#include <QtQml/qqml.h>

#include <optional>

namespace ui {

class Format;

/// The chats, invitations on top, newest activity first; the order is the core's. Role "item" is a `roomRow`.
class RoomListModel final : public DiffListModel<core::RoomSummary> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int unreadRooms READ unreadRooms NOTIFY countChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY countChanged)
public:
    /// `format` must outlive the model.
    explicit RoomListModel(const Format& format, QObject* parent = nullptr);

    [[nodiscard]] int count() const { return rowCount(); }
    /// Chats with something new and invitations: the number beside "Chats".
    [[nodiscard]] int unreadRooms() const;
    /// The list has been read from the store: empty now means that there is no chat.
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] std::optional<core::RoomSummary> find(const QString& roomId) const;

public Q_SLOTS:
    void applyDiffs(const core::RoomListDiffs& diffs);
    /// The account is gone: empty and not loaded.
    void clear();

Q_SIGNALS:
    void countChanged();

protected:
    [[nodiscard]] QVariant present(qsizetype row) const override;

private:
    const Format& m_format;
    bool m_loaded = false;
};

} // namespace ui
