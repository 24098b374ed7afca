#pragma once

#include "core/base/Json.h"
#include "core/net/HttpClient.h"

#include <QJsonObject>

#include <functional>

namespace core {

/// May a request be sent again by itself after a network fault, a timeout or a 5xx?
enum class Retry {
    Never,      ///< the caller decides (logins, the long poll)
    Idempotent, ///< sending twice does the same as once: a transaction id, a PUT of a whole, a GET
};

/// A request to the homeserver and how to read its answer, as a value.
template <typename T>
struct Endpoint {
    QByteArray method = "GET";
    QString path;         ///< below the base URL, percent-encoded, with query
    QByteArray body = {}; ///< JSON
    Retry retry = Retry::Never;
    enum class Token { Needed, None } token = Token::Needed;
    std::chrono::milliseconds timeout{60'000};
    HttpRequest::Lane lane = HttpRequest::Lane::Normal;
    /// Reads a 401 that asks the person for a confirmation, if that is an answer here and not the error Forbidden.
    /// Spec: Matrix v1.11, Client-Server API, "User-Interactive Authentication API".
    std::function<Result<T>(const QByteArray& body)> parseQuestion = {};
    /// Reads a 2xx answer. The QByteArray is the body and padded (JsonPadding).
    std::function<Result<T>(const QByteArray& body)> parse;
};

/// A `parse` for answers that are read as a whole.
template <typename T>
std::function<Result<T>(const QByteArray&)> parseJson(std::function<Result<T>(JsonValue root)> read)
{
    return [read = std::move(read)](const QByteArray& body) -> Result<T> {
        const auto document = JsonDocument::parse(body);
        if (!document)
            return std::unexpected(document.error());
        if (!document->root().isObject())
            return fail(ErrorCode::Protocol, QStringLiteral("the answer is no JSON object"));
        return read(document->root());
    };
}

/// `segment` percent-encoded for use between two slashes.
QString pathSegment(const QString& segment);

/// `path` (percent-encoded, with query) below `base`, whether or not that ends with a slash.
QUrl urlBelow(const QUrl& base, const QString& path);

/// The bytes of an outgoing JSON object, compact.
QByteArray toBody(const QJsonObject& object);

} // namespace core
