#pragma once

#include "crypto/SecretBytes.h"

#include <QString>

#include <functional>

class QObject;

namespace ui {

/// Puts the key sheet onto paper through the print dialog of the operating system (product B3). The program implements it.
///
/// Callbacks come once, from the event loop, unless `context` or the printer is destroyed first; destroying `context` also takes
/// back a dialog that is open. Thread: UI.
class SheetPrinter {
public:
    enum class Outcome {
        Printed, ///< the system has taken the page
        Cancelled,
        Failed,
    };
    /// The page as a PDF; asked for only when the person has said yes to printing.
    using Page = std::function<crypto::SecretBytes()>;

    SheetPrinter() = default;
    virtual ~SheetPrinter() = default;
    SheetPrinter(const SheetPrinter&) = delete;
    SheetPrinter& operator=(const SheetPrinter&) = delete;

    /// Whether the system can print. May start the service of the desktop that does it.
    virtual void look(QObject* context, std::function<void(bool)> done) = 0;
    /// `title` appears in dialogs and queues, where anybody may read it: nothing secret. The page is in no file (S-51).
    virtual void print(const QString& title, Page page, QObject* context, std::function<void(Outcome)> done) = 0;
};

} // namespace ui
