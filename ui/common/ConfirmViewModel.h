#pragma once

#include "ui/common/SystemConfirmation.h"

#include <QObject>
#include <QtQml/qqml.h>

#include <functional>
#include <memory>

namespace ui {

/// Asks the operating system before something that only the person may do, and says when it has refused.
class ConfirmViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to what it protects")
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed)
    Q_PROPERTY(bool refused READ isRefused NOTIFY changed)
public:
    explicit ConfirmViewModel(QObject* parent);
    ~ConfirmViewModel() override;

    /// Must outlive this; null: nobody can be asked.
    void setSystem(SystemConfirmation* system);
    /// `then` is called once the system has confirmed the person, or cannot; at once if there is none. Ignored while it asks.
    void ask(std::function<void()> then);
    /// Takes the question back, and forgets the answer.
    void forget();

    /// The question of the system is open.
    [[nodiscard]] bool isAsking() const { return m_question != nullptr; }
    /// The system has said no the last time.
    [[nodiscard]] bool isRefused() const { return m_isRefused; }

Q_SIGNALS:
    void changed();

private:
    void take(SystemConfirmation::Answer answer, const std::function<void()>& then);

    SystemConfirmation* m_system = nullptr;
    std::unique_ptr<QObject> m_question; // while it is open
    bool m_isRefused = false;
};

} // namespace ui
