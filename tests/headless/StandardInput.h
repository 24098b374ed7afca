#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace headless {

/// Lines from standard input and the end-of-program signal, as Qt signals in the thread where it is made.
class StandardInput final : public QObject {
    Q_OBJECT
public:
    explicit StandardInput(QObject* parent = nullptr);

Q_SIGNALS:
    void line(const QByteArray& text);
    void ended();      ///< end of file
    void terminated(); ///< SIGTERM or SIGINT

private:
    void read();

    QSocketNotifier m_input;
    QSocketNotifier m_signals;
    QByteArray m_partial;
};

} // namespace headless
