#include "ui/common/ConfirmViewModel.h"

#include <utility>

namespace ui {

ConfirmViewModel::ConfirmViewModel(QObject* parent)
    : QObject(parent)
{
}

ConfirmViewModel::~ConfirmViewModel() = default;

void ConfirmViewModel::setSystem(SystemConfirmation* system)
{
    forget();
    m_system = system;
}

void ConfirmViewModel::ask(std::function<void()> then)
{
    if (m_question)
        return;
    if (!m_system)
        return then();
    m_isRefused = false;
    m_question = std::make_unique<QObject>();
    Q_EMIT changed();
    m_system->ask(m_question.get(), [this, then = std::move(then)](SystemConfirmation::Answer answer) { take(answer, then); });
}

void ConfirmViewModel::take(SystemConfirmation::Answer answer, const std::function<void()>& then)
{
    // Called for it: not destroyed before the call has ended.
    m_question.release()->deleteLater();
    m_isRefused = answer == SystemConfirmation::Answer::Refused;
    Q_EMIT changed();
    if (!m_isRefused)
        then();
}

void ConfirmViewModel::forget()
{
    m_question.reset();
    m_isRefused = false;
    Q_EMIT changed();
}

} // namespace ui
