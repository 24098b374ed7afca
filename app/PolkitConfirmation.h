#pragma once

#include "ui/common/SystemConfirmation.h"

#include <QDBusConnection>
#include <QObject>

namespace app {

/// Asks polkit, which has the desktop ask for the password of the user or another proof. Its rule is installed with the program
/// (packaging/); where it is not, or where no desktop answers for polkit, the question is Unavailable.
///
/// Source: polkit reference manual, org.freedesktop.PolicyKit1.Authority.
class PolkitConfirmation final : public ui::SystemConfirmation {
public:
    using Bus = std::function<QDBusConnection()>;
    /// The action of the rule.
    static constexpr const char* action = "de.fdv-messenger.confirm-person";

    /// `bus` is asked for when it is needed first.
    explicit PolkitConfirmation(Bus bus = &QDBusConnection::systemBus);

    void ask(QObject* context, std::function<void(Answer)> done) override;

private:
    Bus m_bus;
};

} // namespace app
