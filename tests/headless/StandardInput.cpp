#include "tests/headless/StandardInput.h"

#include <array>
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace headless {

namespace {

// Blocks the signals in this and all later threads and makes them readable.
int signalDescriptor()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

StandardInput::StandardInput(QObject* parent)
    : QObject(parent)
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
    , m_signals(signalDescriptor(), QSocketNotifier::Read)
{
    connect(&m_input, &QSocketNotifier::activated, this, &StandardInput::read);
    connect(&m_signals, &QSocketNotifier::activated, this, &StandardInput::terminated);
}

void StandardInput::read()
{
    std::array<char, 65536> buffer{};
    const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count <= 0) {
        m_input.setEnabled(false);
        return Q_EMIT ended();
    }
    m_partial.append(buffer.data(), count);
    for (qsizetype end = m_partial.indexOf('\n'); end >= 0; end = m_partial.indexOf('\n')) {
        const QByteArray text = m_partial.left(end).trimmed();
        m_partial.remove(0, end + 1);
        if (!text.isEmpty())
            Q_EMIT line(text);
    }
}

} // namespace headless
