#pragma once

#include <QString>

namespace ui {

/// Whose account it is, in the words that dialogs about keys and devices name it with. All may be empty while not yet known.
struct AccountOwner {
    QString name = {};
    QString address = {};
    QString addressSpoken = {}; ///< character by character: the address holds the health insurance number (A19)
    QString insurer = {};       ///< the insurer's name, or the server's if it is in no list
    QString insurerPhone = {};  ///< empty if the insurer is in no list or has none
    QString insurerHours = {};  ///< when somebody answers there
    bool operator==(const AccountOwner&) const = default;

    /// One line, in the language of the moment: name, address, insurer. Empty as long as the address is.
    [[nodiscard]] QString line() const;
    /// The same for a screen reader.
    [[nodiscard]] QString lineSpoken() const;
};

} // namespace ui
