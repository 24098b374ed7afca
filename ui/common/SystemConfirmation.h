#pragma once

#include <functional>

class QObject;

namespace ui {

/// Has the operating system ask whether it is the person who sits at this computer, by password or finger (S-39, S-51, S-56). The
/// program implements it.
///
/// Thread: UI.
class SystemConfirmation {
public:
    enum class Answer {
        Confirmed,
        Refused,     ///< it is not the person, or the question was dismissed
        Unavailable, ///< this system has no such question: nobody may be locked out of what is theirs for that
    };

    SystemConfirmation() = default;
    virtual ~SystemConfirmation() = default;
    SystemConfirmation(const SystemConfirmation&) = delete;
    SystemConfirmation& operator=(const SystemConfirmation&) = delete;

    /// `done` comes once, from the event loop, unless `context` is destroyed first: that takes the question back.
    virtual void ask(QObject* context, std::function<void(Answer)> done) = 0;
};

} // namespace ui
