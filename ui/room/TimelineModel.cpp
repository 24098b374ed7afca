#include "ui/room/TimelineModel.h"

#include "ui/common/Format.h"
#include "ui/room/TimelineRow.h"

namespace ui {

namespace {

using Item = core::TimelineItem;
using Diff = core::ListDiff<Item>;

/// The same change, counted from the other end of a list of `size` rows.
struct Reversed {
    qsizetype size;

    Diff operator()(core::InsertItems<Item> insert) const
    {
        std::reverse(insert.items.begin(), insert.items.end());
        insert.index = size - insert.index;
        return insert;
    }
    Diff operator()(core::UpdateItem<Item> update) const
    {
        update.index = size - 1 - update.index;
        return update;
    }
    Diff operator()(core::RemoveItems remove) const
    {
        remove.index = size - remove.index - remove.count;
        return remove;
    }
    Diff operator()(core::MoveItem move) const { return core::MoveItem{size - 1 - move.from, size - 1 - move.to}; }
    Diff operator()(core::ResetItems<Item> reset) const
    {
        std::reverse(reset.items.begin(), reset.items.end());
        return reset;
    }
};

} // namespace

TimelineModel::TimelineModel(const Format& format, QObject* parent)
    : DiffListModel(parent)
    , m_format(format)
{
}

QString TimelineModel::transactionOf(const QString& key) const
{
    const auto found =
        std::find_if(items().cbegin(), items().cend(), [&key](const core::TimelineItem& item) { return item.key == key; });
    return found == items().cend() ? QString() : found->transactionId;
}

void TimelineModel::applyDiffs(const core::TimelineDiffs& diffs)
{
    for (const core::ListDiff<core::TimelineItem>& diff : diffs)
        apply({std::visit(Reversed{items().size()}, diff)});
}

QVariant TimelineModel::present(qsizetype row) const
{
    return QVariant::fromValue(TimelineRow::of(items().at(row), m_format));
}

} // namespace ui
