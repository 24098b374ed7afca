#pragma once

#include <QString>

namespace ui {

/// What became of a request that nobody has answered here, or of a verification that the person has left.
struct VerificationNotice {
    enum class Fate { Withdrawn, TimedOut, AnsweredElsewhere, Done, Refused };
    Fate fate = Fate::Withdrawn;
    QString name; ///< of the device, or of the other person; anybody's text
    bool isPerson = false;

    [[nodiscard]] QString text() const;
};

} // namespace ui
