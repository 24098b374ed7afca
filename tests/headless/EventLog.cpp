#include "tests/headless/EventLog.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headless {

namespace {

constexpr qsizetype keptEvents = 20'000;

bool containsText(const QJsonValue& actual, const QString& expected)
{
    static const QRegularExpression slashed(u"^/(.*)/([a-z]*)$"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto form = slashed.match(expected);
    if (!form.hasMatch())
        return actual.isString() && actual.toString() == expected;
    QRegularExpression::PatternOptions options = QRegularExpression::NoPatternOption;
    if (form.captured(2).contains(u'i'))
        options |= QRegularExpression::CaseInsensitiveOption;
    return actual.isString() && QRegularExpression(form.captured(1), options).match(actual.toString()).hasMatch();
}

} // namespace

bool contains(const QJsonValue& actual, const QJsonValue& expected)
{
    if (expected.isString())
        return containsText(actual, expected.toString());
    if (expected.isArray()) {
        const auto wanted = expected.toArray();
        const auto given = actual.toArray();
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (i >= given.size() || !contains(given[i], wanted[i]))
                return false;
        }
        return actual.isArray();
    }
    if (!expected.isObject())
        return actual == expected;
    const auto wanted = expected.toObject();
    const auto given = actual.toObject();
    for (auto member = wanted.begin(); member != wanted.end(); ++member) {
        if (!contains(given.value(member.key()), member.value()))
            return false;
    }
    return actual.isObject();
}

EventLog::EventLog(Write write, QObject* parent)
    : QObject(parent)
    , m_write(std::move(write))
{
}

void EventLog::print(QJsonObject event)
{
    event.insert(u"n"_s, ++m_number);
    m_seen.append(event);
    if (m_seen.size() > keptEvents)
        m_seen.remove(0, keptEvents / 2);
    m_write({{u"event"_s, event}});
    for (qsizetype i = m_waiters.size() - 1; i >= 0; --i) {
        if (contains(event, m_waiters[i].match))
            finish(i, event);
    }
}

void EventLog::waitFor(const QJsonObject& match, int timeoutMs, qint64 after, std::function<void(QJsonObject)> done)
{
    for (const auto& event : std::as_const(m_seen)) {
        if (event.value(u"n"_s).toInteger() > after && contains(event, match))
            return done(event);
    }
    auto* limit = new QTimer(this);
    limit->setSingleShot(true);
    m_waiters.append({match, std::move(done), limit});
    connect(limit, &QTimer::timeout, this, [this, limit] {
        for (qsizetype i = 0; i < m_waiters.size(); ++i) {
            if (m_waiters[i].limit == limit)
                return finish(i, {});
        }
    });
    limit->start(timeoutMs);
}

void EventLog::finish(qsizetype index, const QJsonObject& event)
{
    const Waiter waiter = m_waiters.takeAt(index);
    waiter.limit->deleteLater();
    waiter.done(event);
}

} // namespace headless
