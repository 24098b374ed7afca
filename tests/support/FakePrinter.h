#pragma once

#include "ui/recovery/SheetPrinter.h"

#include <QPointer>

#include <functional>
#include <utility>

namespace ui {

/// A print dialog that stays open until it is told how it ends.
class FakePrinter final : public SheetPrinter {
public:
    bool isThere = true;
    int dialogs = 0;
    QString title;

    void look(QObject*, std::function<void(bool)> done) override { done(isThere); }
    void print(const QString& shown, Page page, QObject* context, std::function<void(Outcome)> done) override
    {
        ++dialogs;
        title = shown;
        m_page = std::move(page);
        m_context = context;
        m_done = std::move(done);
    }

    [[nodiscard]] bool isOpen() const { return !m_context.isNull(); }
    /// As the printer gets it.
    [[nodiscard]] QByteArray page() const { return m_page ? m_page().bytes().toByteArray() : QByteArray(); }
    void end(Outcome outcome)
    {
        m_page = {};
        if (const auto done = std::exchange(m_done, {}); done && m_context)
            done(outcome);
    }

private:
    Page m_page;
    QPointer<QObject> m_context;
    std::function<void(Outcome)> m_done;
};

} // namespace ui
