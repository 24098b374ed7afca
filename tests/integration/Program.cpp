#include "tests/integration/Program.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace integration {

bool until(const std::function<bool()>& condition, int timeoutMs)
{
    const QDeadlineTimer limit(timeoutMs);
    QTimer wakeUp; // sleeps between events, but never past what `condition` may say without one
    wakeUp.start(10);
    while (!condition()) {
        if (limit.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

Program::Program(const QString& program, const QStringList& arguments)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Program::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] { m_errors += m_process.readAllStandardError(); });
    m_process.start(program, arguments);
    m_process.waitForStarted();
}

Program::~Program()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void Program::readLines()
{
    m_partial += m_process.readAllStandardOutput();
    for (qsizetype end = m_partial.indexOf('\n'); end >= 0; end = m_partial.indexOf('\n')) {
        const auto line = QJsonDocument::fromJson(m_partial.left(end)).object();
        m_partial.remove(0, end + 1);
        if (line.contains("event"_L1))
            m_events.append(line.value("event"_L1).toObject());
        else if (line.contains("id"_L1))
            m_answers.insert(line.value("id"_L1).toInteger(), line);
        else
            m_lines.append(line);
    }
}

void Program::post(const QString& name, QJsonObject arguments)
{
    arguments.insert("cmd"_L1, name);
    arguments.insert("id"_L1, ++m_lastId);
    m_process.write(QJsonDocument(arguments).toJson(QJsonDocument::Compact) + '\n');
}

QJsonObject Program::command(const QString& name, QJsonObject arguments, int timeoutMs)
{
    post(name, std::move(arguments));
    const qint64 id = m_lastId;
    until([&] { return m_answers.contains(id) || !isRunning(); }, timeoutMs);
    if (!m_answers.contains(id))
        return {{"error"_L1, isRunning() ? u"no answer in time to %1"_s.arg(name)
                                         : u"the program ended at %1: %2"_s.arg(name, QString::fromUtf8(m_errors.right(800)))}};
    const auto answer = m_answers.take(id);
    return answer.contains("error"_L1)       ? answer
           : answer.value("ok"_L1).isArray() ? QJsonObject{{"list"_L1, answer.value("ok"_L1)}}
                                             : answer.value("ok"_L1).toObject();
}

QJsonObject Program::waitFor(const QJsonObject& match, int timeoutMs)
{
    return command(u"waitFor"_s, {{"match"_L1, match}, {"timeout"_L1, timeoutMs}}, timeoutMs + 5000);
}

void Program::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

std::unique_ptr<Program> practice(const QStringList& arguments)
{
    const QString folder = qEnvironmentVariable("TIM_PEER");
    return std::make_unique<Program>(u"node"_s, QStringList{folder + u"/peer.mjs"_s} + arguments);
}

std::unique_ptr<Program> client(const QString& store, const Account& account)
{
    const QString program = QCoreApplication::applicationDirPath() + u"/headless"_s;
    return std::make_unique<Program>(program,
                                     QStringList{u"--homeserver"_s, account.url, u"--user"_s, account.user, u"--password"_s,
                                                 account.password(), u"--store"_s, store, u"--until"_s, u"signal"_s});
}

} // namespace integration
