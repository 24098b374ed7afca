#pragma once

#include "ui/common/ErrorText.h"

namespace ui {

/// One finding of the daily check in words, with the one thing that helps.
struct HealthNotice {
    Q_GADGET
    QML_VALUE_TYPE(healthNotice)
    Q_PROPERTY(ui::ErrorText words MEMBER words)
    Q_PROPERTY(QString stepText MEMBER stepText)
    Q_PROPERTY(bool grave MEMBER grave)
    Q_PROPERTY(bool canWait MEMBER canWait)
    Q_PROPERTY(bool isNull READ isNull)
public:
    enum class Step { None, Repair, EnterCode, Acknowledge };

    ErrorText words;
    Step step = Step::None;
    QString stepText;     ///< on the button; empty if nothing can be done here
    bool grave = false;   ///< perhaps somebody is at work who should not be
    bool canWait = false; ///< "Later" stands beside the step

    [[nodiscard]] bool isNull() const { return words.isNull(); }
    bool operator==(const HealthNotice&) const = default;
};

} // namespace ui
