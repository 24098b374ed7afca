#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace app {

/// Tells when the system asks the program to end (SIGTERM, SIGINT, SIGHUP), so that it can close its database first.
/// One at a time. Thread: the one it is made in.
class TerminationSignal final : public QObject {
    Q_OBJECT
public:
    explicit TerminationSignal(QObject* parent = nullptr);
    ~TerminationSignal() override;

Q_SIGNALS:
    void received();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace app
