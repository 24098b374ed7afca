#include "ui/recovery/PrintViewModel.h"

#include <utility>

namespace ui {

PrintViewModel::PrintViewModel(Sheet sheet, QObject* parent)
    : QObject(parent)
    , m_sheet(std::move(sheet))
{
}

PrintViewModel::~PrintViewModel() = default;

void PrintViewModel::setPrinter(SheetPrinter* printer)
{
    forget();
    m_printer = printer;
    m_isOffered = false;
    Q_EMIT changed();
}

void PrintViewModel::look()
{
    if (!m_printer)
        return;
    m_printer->look(this, [this](bool offered) {
        m_isOffered = offered;
        Q_EMIT changed();
    });
}

void PrintViewModel::print()
{
    auto sheet = m_dialog || !m_printer ? nullptr : m_sheet();
    if (!sheet)
        return;
    m_dialog = std::make_unique<QObject>();
    m_state = State::Open;
    Q_EMIT changed();
    const auto page = [sheet = std::move(sheet)] { return sheet->pdf(); };
    m_printer->print(KeySheetDocument::title(), page, m_dialog.get(), [this](SheetPrinter::Outcome outcome) { finish(outcome); });
}

void PrintViewModel::finish(SheetPrinter::Outcome outcome)
{
    // Called for it: not destroyed before the call has ended.
    m_dialog.release()->deleteLater();
    switch (outcome) {
    case SheetPrinter::Outcome::Printed:
        m_state = State::Printed;
        Q_EMIT printed();
        break;
    case SheetPrinter::Outcome::Cancelled:
        m_state = State::Cancelled;
        break;
    case SheetPrinter::Outcome::Failed:
        m_state = State::Failed;
        break;
    }
    Q_EMIT changed();
}

void PrintViewModel::forget()
{
    m_dialog.reset();
    m_state = State::Idle;
    Q_EMIT changed();
}

} // namespace ui
