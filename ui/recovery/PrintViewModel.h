#pragma once

#include "ui/recovery/KeySheetDocument.h"
#include "ui/recovery/SheetPrinter.h"

#include <QObject>
#include <QtQml/qqml.h>

#include <functional>
#include <memory>

namespace ui {

/// Printing the key sheet: whether the system can, and how the last try has ended (product B3).
///
/// The sheet is held only while the dialog of the system is open.
class PrintViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to RecoveryViewModel")
    Q_PROPERTY(bool offered READ isOffered NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY changed)
public:
    enum class State { Idle, Open, Printed, Cancelled, Failed };
    Q_ENUM(State)
    /// Null while no sheet is shown.
    using Sheet = std::function<std::shared_ptr<const KeySheetDocument>()>;

    PrintViewModel(Sheet sheet, QObject* parent);
    ~PrintViewModel() override;

    /// Must outlive this; null: nothing can be printed.
    void setPrinter(SheetPrinter* printer);
    /// Asks whether there is something to print with. To be called when printing may be wanted, not when the program starts.
    void look();
    /// Takes the dialog back, and forgets how it ended.
    void forget();

    [[nodiscard]] bool isOffered() const { return m_isOffered; }
    [[nodiscard]] State state() const { return m_state; }

    /// Does nothing while the dialog is open, or without a sheet.
    Q_INVOKABLE void print();

Q_SIGNALS:
    void changed();
    void printed();

private:
    void finish(SheetPrinter::Outcome outcome);

    Sheet m_sheet;
    SheetPrinter* m_printer = nullptr;
    bool m_isOffered = false;
    State m_state = State::Idle;
    std::unique_ptr<QObject> m_dialog; // while it is open
};

} // namespace ui
