#pragma once

#include "core/session/AccountService.h"
#include "tests/headless/Commands.h"
#include "tests/headless/EventLog.h"
#include "tests/headless/Measurements.h"
#include "tests/headless/Options.h"
#include "tests/headless/Reporter.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace headless {

/// Prints one JSON object as one line on standard output. Thread: any.
void writeLine(const QJsonObject& line);

/// Drives one account as the command line says: opens it, logs in with the first offer, prints what it costs and what comes in,
/// and answers commands.
///
/// Thread: that of the account, which must outlive it.
class Driver final : public QObject {
    Q_OBJECT
public:
    Driver(Options options, core::AccountService& account, QObject* parent = nullptr);
    ~Driver() override;

    /// Opens the profile.
    void start();
    /// A line of standard input.
    void receive(const QByteArray& line);
    /// The end of standard input: whoever never spoke has only not given one.
    void inputEnded();

    [[nodiscard]] Measurements& measurements() { return m_measurements; }

Q_SIGNALS:
    /// The program is to end: it was told to, nothing happens any more, its time is over, or the login failed.
    void finished(int code);

private:
    void proceed(const core::AccountState& state);
    void restoreOnce(core::RecoveryService& recovery);
    void begin(core::Session* session);
    void end();

    Options m_options;
    QElapsedTimer m_restoring;
    core::AccountService& m_account;
    EventLog m_log{writeLine};
    Measurements m_measurements{writeLine};
    Commands m_commands{m_log, writeLine};
    std::unique_ptr<Reporter> m_reporter;
    bool m_isSpokenTo = false;
};

} // namespace headless
