#pragma once

#include "ui/common/SystemConfirmation.h"

#include <QPointer>

#include <functional>
#include <utility>

namespace ui {

/// A question of the operating system that stays open until it is answered.
class FakeConfirmation final : public SystemConfirmation {
public:
    int questions = 0;

    void ask(QObject* context, std::function<void(Answer)> done) override
    {
        ++questions;
        m_context = context;
        m_done = std::move(done);
    }
    [[nodiscard]] bool isOpen() const { return m_done && m_context; }
    void answer(Answer answer)
    {
        if (const auto done = std::exchange(m_done, {}); done && m_context)
            done(answer);
    }

private:
    QPointer<QObject> m_context;
    std::function<void(Answer)> m_done;
};

} // namespace ui
