#include "tests/support/FakeHomeserver.h"

#include "core/base/Json.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool fits(const HttpRequest& request, const QByteArray& method, const QString& pattern)
{
    const QStringList wanted = pattern.split(u'/');
    const QStringList pieces = request.url.path(QUrl::FullyEncoded).split(u'/');
    return request.method == method && std::ranges::equal(wanted, pieces, [](const QString& want, const QString& piece) {
               return want == u'*' ? !piece.isEmpty() : want == piece;
           });
}

FakeHomeserver::Answer respond(int status, const QByteArray& body, const QByteArray& type)
{
    return {.response = HttpResponse{.status = status, .body = withJsonPadding(body), .contentType = type, .retryAfter = {}}};
}

} // namespace

struct FakeHomeserver::Rule {
    QByteArray method;
    QString pattern;
    std::vector<Answer> answers;
    size_t next = 0;
};

struct FakeHomeserver::Delivery {
    QPointer<QObject> context;
    Callback done;
    Result<HttpResponse> response;
};

FakeHomeserver::Answer FakeHomeserver::json(const QByteArray& body, int status)
{
    return respond(status, body, "application/json");
}

FakeHomeserver::Answer FakeHomeserver::errcode(int status, const QString& code, const QJsonObject& more)
{
    QJsonObject body = more;
    body.insert(u"errcode"_s, code);
    return json(QJsonDocument(body).toJson(QJsonDocument::Compact), status);
}

FakeHomeserver::Answer FakeHomeserver::html(const QByteArray& body, int status)
{
    return respond(status, body, "text/html; charset=utf-8");
}

FakeHomeserver::Answer FakeHomeserver::failure(ErrorCode code)
{
    return {.response = fail(code)};
}

FakeHomeserver::Answer FakeHomeserver::after(int turns, Answer answer)
{
    answer.turns = turns;
    return answer;
}

FakeHomeserver::Answer FakeHomeserver::held(Answer answer)
{
    answer.held = true;
    return answer;
}

void FakeHomeserver::on(const QByteArray& method, const QString& pattern, std::vector<Answer> answers)
{
    m_rules.push_back(std::make_shared<Rule>(Rule{.method = method, .pattern = pattern, .answers = std::move(answers)}));
}

FakeHomeserver::Answer FakeHomeserver::answerTo(const HttpRequest& request)
{
    const auto rule = std::find_if(m_rules.rbegin(), m_rules.rend(),
                                   [&](const auto& candidate) { return fits(request, candidate->method, candidate->pattern); });
    if (rule == m_rules.rend() || (*rule)->answers.empty())
        return errcode(404, u"M_UNRECOGNIZED"_s);
    auto& answers = (*rule)->answers;
    return answers[std::min((*rule)->next++, answers.size() - 1)];
}

void FakeHomeserver::deliver(const std::shared_ptr<Delivery>& delivery, int turns)
{
    if (!delivery->context)
        return;
    QTimer::singleShot(0, delivery->context, [delivery, turns] {
        if (turns > 1)
            deliver(delivery, turns - 1);
        else
            delivery->done(std::move(delivery->response));
    });
}

void FakeHomeserver::send(HttpRequest request, QObject* context, Callback done)
{
    Answer answer = answerTo(request);
    m_requests.push_back(std::move(request));
    auto delivery =
        std::make_shared<Delivery>(Delivery{.context = context, .done = std::move(done), .response = std::move(answer.response)});
    if (answer.held)
        m_held.push_back(std::move(delivery));
    else
        deliver(delivery, answer.turns);
}

void FakeHomeserver::release()
{
    for (const auto& delivery : std::exchange(m_held, {}))
        deliver(delivery, 1);
}

qsizetype FakeHomeserver::count(const QByteArray& method, const QString& pattern) const
{
    return std::ranges::count_if(m_requests, [&](const auto& request) { return fits(request, method, pattern); });
}

} // namespace core
