#pragma once

#include <QList>

#include <variant>

namespace core {

/// One change to an ordered list. Applying every diff in order keeps a copy equal to the source.
template <typename Item>
struct InsertItems {
    qsizetype index = 0;
    QList<Item> items;
    bool operator==(const InsertItems&) const = default;
};
template <typename Item>
struct UpdateItem {
    qsizetype index = 0;
    Item item;
    bool operator==(const UpdateItem&) const = default;
};
struct RemoveItems {
    qsizetype index = 0;
    qsizetype count = 0;
    bool operator==(const RemoveItems&) const = default;
};
/// The item at `from` stands at `to` afterwards.
struct MoveItem {
    qsizetype from = 0;
    qsizetype to = 0;
    bool operator==(const MoveItem&) const = default;
};
template <typename Item>
struct ResetItems {
    QList<Item> items;
    bool operator==(const ResetItems&) const = default;
};

template <typename Item>
using ListDiff = std::variant<InsertItems<Item>, UpdateItem<Item>, RemoveItems, MoveItem, ResetItems<Item>>;

/// Several changes that belong together, in order. Travels as one signal.
template <typename Item>
using ListDiffs = QList<ListDiff<Item>>;

} // namespace core
