#include "ui/room/TimelineModel.h"

#include "ui/common/Format.h"
#include "ui/room/TimelineRow.h"

namespace ui {

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

QVariant TimelineModel::present(qsizetype row) const
{
    return QVariant::fromValue(TimelineRow::of(items().at(row), m_format));
}

} // namespace ui
