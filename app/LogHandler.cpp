#include "app/LogHandler.h"

#include <QLoggingCategory>
#include <QRegularExpression>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype longest = 500;

const char* levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        break;
    }
    return "fatal";
}

void write(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QByteArray line = QByteArray(levelOf(type)) + ' ' + (context.category ? context.category : "default") + ": " +
                            harmless(message).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

} // namespace

QString harmless(const QString& message)
{
    // Sigils @ ! $ # + and a server name; addresses with their path and query; long runs that may be tokens or keys.
    static const QRegularExpression address(u"\\b[a-z][a-z0-9+.-]*://[^\\s\"'<>]+"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression identifier(u"[@!$#+][^\\s:\"']+:[^\\s,;\"')]+"_s);
    static const QRegularExpression token(u"[A-Za-z0-9+/_=-]{40,}"_s);
    QString text = message.simplified();
    // What the program itself consists of may be named: it is where a mistake is looked for.
    qsizetype from = 0;
    for (auto match = address.match(text, from); match.hasMatch(); match = address.match(text, from)) {
        if (match.captured().startsWith(u"qrc:")) {
            from = match.capturedEnd();
            continue;
        }
        text.replace(match.capturedStart(), match.capturedLength(), u"<address>"_s);
        from = match.capturedStart() + 9;
    }
    text.replace(identifier, u"<id>"_s);
    text.replace(token, u"<long>"_s);
    return text.left(longest);
}

void installLogHandler()
{
#ifdef QT_NO_DEBUG
    qunsetenv("QT_LOGGING_RULES");
    QLoggingCategory::setFilterRules(u"*.debug=false\n*.info=false"_s);
#endif
    qInstallMessageHandler(&write);
}

} // namespace app
