#pragma once

#include "core/base/ListDiff.h"

#include <QAbstractListModel>

#include <algorithm>

namespace ui {

/// A list for QML that replays `core::ListDiffs`. Holds no logic: what a row shows is made by `present`.
///
/// Thread: UI. Diffs that do not fit the list are ignored, so that a mistake elsewhere cannot end the program.
template <typename Item>
class DiffListModel : public QAbstractListModel {
public:
    enum Role { ItemRole = Qt::UserRole };

    explicit DiffListModel(QObject* parent = nullptr)
        : QAbstractListModel(parent)
    {
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }

    /// The row as QML shows it, with role "item".
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != ItemRole)
            return {};
        return present(index.row());
    }

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return {{ItemRole, QByteArrayLiteral("item")}}; }

    [[nodiscard]] const QList<Item>& items() const { return m_items; }

    /// Applies the changes in order.
    void apply(const core::ListDiffs<Item>& diffs)
    {
        for (const auto& diff : diffs)
            std::visit([this](const auto& change) { replay(change); }, diff);
    }

    /// Every row is to be shown anew, although nothing has changed: another language, another day.
    void refresh()
    {
        if (!m_items.isEmpty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_items.size()) - 1));
    }

protected:
    /// Empty from now on.
    void removeAll() { replay(core::ResetItems<Item>{}); }
    /// What QML gets for the row. `row` is valid.
    [[nodiscard]] virtual QVariant present(qsizetype row) const { return QVariant::fromValue(m_items.at(row)); }

private:
    [[nodiscard]] bool holds(qsizetype row) const { return row >= 0 && row < m_items.size(); }

    void replay(const core::InsertItems<Item>& insert)
    {
        if (insert.items.isEmpty() || insert.index < 0 || insert.index > m_items.size())
            return;
        const int first = static_cast<int>(insert.index);
        beginInsertRows({}, first, first + static_cast<int>(insert.items.size()) - 1);
        m_items.insert(insert.index, insert.items.size(), Item{});
        std::copy(insert.items.cbegin(), insert.items.cend(), m_items.begin() + insert.index);
        endInsertRows();
    }
    void replay(const core::UpdateItem<Item>& update)
    {
        if (!holds(update.index))
            return;
        m_items[update.index] = update.item;
        const QModelIndex changed = index(static_cast<int>(update.index));
        Q_EMIT dataChanged(changed, changed);
    }
    void replay(const core::RemoveItems& remove)
    {
        if (remove.count <= 0 || !holds(remove.index) || remove.count > m_items.size() - remove.index)
            return;
        const int first = static_cast<int>(remove.index);
        beginRemoveRows({}, first, first + static_cast<int>(remove.count) - 1);
        m_items.remove(remove.index, remove.count);
        endRemoveRows();
    }
    void replay(const core::MoveItem& move)
    {
        if (!holds(move.from) || !holds(move.to) || move.from == move.to)
            return;
        const int from = static_cast<int>(move.from);
        // Qt names the row before which the moved one will stand, counted before the move.
        const int before = static_cast<int>(move.to > move.from ? move.to + 1 : move.to);
        beginMoveRows({}, from, from, {}, before);
        m_items.move(move.from, move.to);
        endMoveRows();
    }
    void replay(const core::ResetItems<Item>& reset)
    {
        beginResetModel();
        m_items = reset.items;
        endResetModel();
    }

    QList<Item> m_items;
};

} // namespace ui
