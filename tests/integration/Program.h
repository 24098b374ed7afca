#pragma once

#include <QHash>
#include <QJsonObject>
#include <QProcess>

#include <functional>

namespace integration {

/// Runs the event loop until `condition` holds, and sleeps meanwhile. False if it did not within `timeoutMs`.
bool until(const std::function<bool()>& condition, int timeoutMs = 30'000);

/// A program that speaks the peer's protocol (tests/peer/README.md): commands in, answers and events out, one JSON object a line.
/// Everything waits in a local event loop with a limit; a missed limit is an answer with "error".
class Program final : public QObject {
    Q_OBJECT
public:
    Program(const QString& program, const QStringList& arguments);
    ~Program() override; ///< ends the program by its pid

    /// The answer's "ok"; the whole answer with "error" if it failed or did not come within `timeoutMs`.
    QJsonObject command(const QString& name, QJsonObject arguments = {}, int timeoutMs = 60'000);
    /// Sends without waiting; the answer is dropped.
    void post(const QString& name, QJsonObject arguments = {});
    /// The first event from now or before that contains `match` (by the program's own waitFor).
    QJsonObject waitFor(const QJsonObject& match, int timeoutMs = 30'000);

    /// kill −9.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] const QList<QJsonObject>& events() const { return m_events; }
    [[nodiscard]] const QList<QJsonObject>& lines() const { return m_lines; } ///< other lines: measurements
    [[nodiscard]] QByteArray errorOutput() const { return m_errors; }

private:
    void readLines();

    QProcess m_process;
    QHash<qint64, QJsonObject> m_answers;
    QList<QJsonObject> m_events;
    QList<QJsonObject> m_lines;
    QByteArray m_errors;
    QByteArray m_partial;
    qint64 m_lastId = 0;
};

/// An account of the test servers; its password is `demo-` and the user.
struct Account {
    QString user;
    QString server; ///< its name, as it stands in user ids
    QString url;    ///< where clients reach it
    [[nodiscard]] QString id() const { return u'@' + user + u':' + server; }
    [[nodiscard]] QString password() const { return QStringLiteral("demo-") + user; }
};
Account insured(const QString& user = QStringLiteral("erika"));       ///< on the insurer's server
Account professional(const QString& user = QStringLiteral("praxis")); ///< on the practices' server
Account laboratory();                                                 ///< on a server with a port in its name
/// Registers a new account on the insurer's server: nobody has ever used it. An account that has an identity already keeps it,
/// and a new device stays unsigned.
Account newInsured();

/// The practice: tests/peer under node. The folder comes from the environment variable TIM_PEER (set by tests/run).
std::unique_ptr<Program> practice(const QStringList& arguments = {});
/// Our own client without a window: tests/headless.
std::unique_ptr<Program> client(const QString& store, const Account& account);

} // namespace integration
