#pragma once

#include "core/net/HttpClient.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace core {

/// A homeserver for unit tests: answers from a script, through the event loop, without a network and without a clock.
///
/// A request that no rule fits is answered with 404 M_UNRECOGNIZED. Must outlive the requests' contexts.
class FakeHomeserver final : public HttpClient {
public:
    /// What one request gets.
    struct Answer {
        Result<HttpResponse> response;
        int turns = 1;     ///< of the event loop before it comes, at least 1
        bool held = false; ///< comes with release() only
    };
    static Answer json(const QByteArray& body, int status = 200);
    static Answer errcode(int status, const QString& code, const QJsonObject& more = {});
    static Answer html(const QByteArray& body, int status = 200);
    static Answer failure(ErrorCode code);
    static Answer after(int turns, Answer answer);
    static Answer held(Answer answer);

    /// Answers requests of `method` whose path fits `pattern` with `answers`, one after the other; the last one stays.
    /// `*` stands for one piece of the percent-encoded path; the query does not count. Later rules win over earlier ones.
    void on(const QByteArray& method, const QString& pattern, std::vector<Answer> answers);

    /// Lets the held answers go, oldest first.
    void release();

    /// Everything that was asked, oldest first, also of contexts that are gone.
    [[nodiscard]] const std::vector<HttpRequest>& requests() const { return m_requests; }
    [[nodiscard]] qsizetype count(const QByteArray& method, const QString& pattern) const;
    [[nodiscard]] qsizetype heldCount() const { return static_cast<qsizetype>(m_held.size()); }

    void send(HttpRequest request, QObject* context, Callback done) override;

private:
    struct Rule;
    struct Delivery;
    Answer answerTo(const HttpRequest& request);
    static void deliver(const std::shared_ptr<Delivery>& delivery, int turns);

    std::vector<std::shared_ptr<Rule>> m_rules;
    std::vector<std::shared_ptr<Delivery>> m_held;
    std::vector<HttpRequest> m_requests;
};

} // namespace core
