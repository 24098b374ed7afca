#pragma once

#include "core/room/TimelineItem.h"
#include "ui/common/DiffListModel.h"

#include <QtQml/qqml.h>

namespace ui {

class Format;

/// The rows of one conversation, newest first, as a view that grows upwards wants them. Role "item" is a `timelineRow`.
class TimelineModel final : public DiffListModel<core::TimelineItem> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to RoomViewModel")
public:
    /// `format` must outlive the model.
    explicit TimelineModel(const Format& format, QObject* parent = nullptr);

    /// The transaction of the row, if it is an own message in the queue.
    [[nodiscard]] QString transactionOf(const QString& key) const;

    /// Applies changes of a list whose first row is the oldest, as the core tells them.
    void applyDiffs(const core::TimelineDiffs& diffs);

protected:
    [[nodiscard]] QVariant present(qsizetype row) const override;

private:
    const Format& m_format;
};

} // namespace ui
