#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonValue>

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace core {

/// Limits for JSON that comes from outside (S-73).
struct JsonLimits {
    qsizetype maxBytes = 64 * 1024 * 1024;
    size_t maxDepth = 100;
};

/// One value inside a JsonDocument: a light handle, valid while the document lives and is not parsed anew.
/// Reading never fails: what is absent or of another kind is an empty optional or an absent value.
class JsonValue {
public:
    JsonValue() = default;

    [[nodiscard]] bool isAbsent() const { return !m_present; } ///< no such member, or the parent was no object
    [[nodiscard]] bool isNull() const;
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] bool isString() const;

    /// UTF-8 of a string; valid as long as the document.
    [[nodiscard]] std::optional<std::string_view> utf8() const;
    [[nodiscard]] std::optional<QString> string() const;
    /// A whole number within ±(2^53−1). Empty for 1.0 and 1e2: those are floats.
    [[nodiscard]] std::optional<qint64> integer() const;
    [[nodiscard]] std::optional<bool> boolean() const;

    /// The member `key`, absent if there is none. Of equal keys the first one counts; see hasDuplicateKeys.
    [[nodiscard]] JsonValue operator[](std::string_view key) const;
    /// Calls `visit` for each member in order of appearance; nothing if this is no object. `visit` returns false to stop.
    void members(const std::function<bool(std::string_view key, JsonValue value)>& visit) const;
    void elements(const std::function<bool(JsonValue value)>& visit) const;
    /// True if this object or any object in it has a key twice. Signed objects with duplicates are refused (S-73).
    [[nodiscard]] bool hasDuplicateKeys() const;

    /// A copy as Qt's type. Errors: Protocol if it holds duplicate keys, or numbers that are no whole number within ±(2^53−1).
    [[nodiscard]] Result<QJsonValue> toQJson() const;
    /// Like toQJson, for an object; Protocol if it is none.
    [[nodiscard]] Result<QJsonObject> toQJsonObject() const;

private:
    friend class JsonDocument;
    std::array<std::byte, 16> m_handle{};
    bool m_present = false;
};

/// A parsed JSON text: strict UTF-8, depth and size limited, lone surrogates refused (S-73).
///
/// One document can be used again for the next text; that keeps its memory and makes earlier values invalid.
/// Thread: any, one at a time. simdjson stays inside the .cpp.
class JsonDocument {
public:
    JsonDocument();
    ~JsonDocument();
    JsonDocument(JsonDocument&&) noexcept;
    JsonDocument& operator=(JsonDocument&&) noexcept;

    /// Errors: Protocol for anything that is not valid JSON, TooLarge.
    static Result<JsonDocument> parse(QByteArrayView text, JsonLimits limits = {});
    /// Parses into this document. `padded` says that at least JsonPadding readable bytes follow `text`: saves a copy.
    enum class Padding { None, Present };
    Result<> read(std::string_view text, Padding padding = Padding::None, JsonLimits limits = {});

    [[nodiscard]] JsonValue root() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Readable bytes that must follow a text for JsonDocument::Padding::Present and JsonSlices.
inline constexpr qsizetype JsonPadding = 64;

/// `bytes` with JsonPadding spare bytes reserved and readable behind its end (they are not part of its size).
QByteArray withJsonPadding(QByteArray bytes);

/// Cuts a large JSON text into raw pieces without building a tree: for /sync, where each event is kept as it came.
/// Every text given here must have JsonPadding readable bytes behind it; a piece of a padded text is padded.
/// Pieces are views into the text. They are well-formed in structure only: parse each with JsonDocument before trusting it.
namespace json {
/// Errors: Protocol if `object` is no object.
Result<> members(std::string_view object, const std::function<void(std::string_view key, std::string_view value)>& visit);
/// Errors: Protocol if `array` is no array.
Result<> elements(std::string_view array, const std::function<void(std::string_view value)>& visit);
} // namespace json

} // namespace core
