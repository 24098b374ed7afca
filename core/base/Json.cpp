#include "core/base/Json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <bit>
#include <charconv>
#include <cstring>
#include <set>
#include <simdjson.h>

namespace core {

namespace {

using Element = simdjson::dom::element;
static_assert(sizeof(Element) == 16 && std::is_trivially_copyable_v<Element>);
static_assert(JsonPadding >= static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));

constexpr qint64 maximumInteger = (1LL << 53) - 1;

std::unexpected<Error> malformed()
{
    return fail(ErrorCode::Protocol, QStringLiteral("malformed JSON"));
}

// The code unit that is escaped at `at` as \uXXXX; −1 if there is none.
int escapedUnit(std::string_view text, size_t at)
{
    constexpr size_t length = 6;
    if (at + length > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    unsigned value = 0;
    const char* const end = text.data() + at + length;
    const auto read = std::from_chars(text.data() + at + 2, end, value, 16);
    return read.ec == std::errc() && read.ptr == end ? static_cast<int>(value) : -1;
}

// simdjson 3.0 lets an escaped low surrogate pass that has no high one before it.
bool hasLoneSurrogate(std::string_view text)
{
    for (size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
        const int value = escapedUnit(text, at);
        if (value >= 0xdc00 && value <= 0xdfff)
            return true;
        if (value >= 0xd800 && value <= 0xdbff) {
            const int low = escapedUnit(text, at + 6);
            if (low < 0xdc00 || low > 0xdfff)
                return true;
            at += 12;
        } else {
            at += 2; // an escape of two characters, or \u with four digits that hold no backslash
        }
    }
    return false;
}

bool mayHoldSurrogate(std::string_view text)
{
    return text.find("\\ud") != std::string_view::npos || text.find("\\uD") != std::string_view::npos;
}

} // namespace

struct JsonDocument::Private {
    simdjson::dom::parser parser;
    Element root;
    bool parsed = false;
};

JsonDocument::JsonDocument()
    : d(std::make_unique<Private>())
{
}
JsonDocument::~JsonDocument() = default;
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;

Result<JsonDocument> JsonDocument::parse(QByteArrayView text, JsonLimits limits)
{
    JsonDocument document;
    if (const auto read = document.read({text.data(), static_cast<size_t>(text.size())}, Padding::None, limits); !read)
        return std::unexpected(read.error());
    return document;
}

Result<> JsonDocument::read(std::string_view text, Padding padding, JsonLimits limits)
{
    d->parsed = false;
    if (static_cast<qsizetype>(text.size()) > limits.maxBytes)
        return fail(ErrorCode::TooLarge);
    if (text.empty())
        return malformed();
    if (d->parser.max_depth() != limits.maxDepth || d->parser.capacity() < text.size()) {
        if (d->parser.allocate(std::max(text.size(), size_t(4096)), limits.maxDepth) != simdjson::SUCCESS)
            return malformed();
    }
    const auto result = d->parser.parse(text.data(), text.size(), padding == Padding::None);
    if (result.error() != simdjson::SUCCESS || (mayHoldSurrogate(text) && hasLoneSurrogate(text)))
        return malformed();
    d->root = result.value_unsafe();
    d->parsed = true;
    return {};
}

JsonValue JsonDocument::root() const
{
    JsonValue value;
    if (d->parsed) {
        value.m_handle = std::bit_cast<decltype(value.m_handle)>(d->root);
        value.m_present = true;
    }
    return value;
}

namespace {

Element elementOf(const std::array<std::byte, 16>& handle)
{
    return std::bit_cast<Element>(handle);
}

// By value: value_unsafe() gives a reference into its temporary, which does not live as long as a loop over it.
simdjson::dom::object objectOf(const Element& element)
{
    return element.get_object().value_unsafe();
}
simdjson::dom::array arrayOf(const Element& element)
{
    return element.get_array().value_unsafe();
}

bool duplicates(const Element& element)
{
    if (element.is_array()) {
        for (const auto child : arrayOf(element)) {
            if (duplicates(child))
                return true;
        }
        return false;
    }
    if (!element.is_object())
        return false;
    std::set<std::string_view> keys;
    for (const auto member : objectOf(element)) {
        if (!keys.insert(member.key).second || duplicates(member.value))
            return true;
    }
    return false;
}

// Empty for what has no place in a signed object: floats, numbers beyond ±(2^53−1).
std::optional<QJsonValue> toQt(const Element& element)
{
    switch (element.type()) {
    case simdjson::dom::element_type::ARRAY: {
        QJsonArray array;
        for (const auto child : arrayOf(element)) {
            auto value = toQt(child);
            if (!value)
                return std::nullopt;
            array.append(*value);
        }
        return array;
    }
    case simdjson::dom::element_type::OBJECT: {
        QJsonObject object;
        for (const auto member : objectOf(element)) {
            auto value = toQt(member.value);
            if (!value)
                return std::nullopt;
            object.insert(QString::fromUtf8(member.key.data(), static_cast<qsizetype>(member.key.size())), *value);
        }
        return object;
    }
    case simdjson::dom::element_type::INT64: {
        const qint64 number = element.get_int64().value_unsafe();
        if (number > maximumInteger || number < -maximumInteger)
            return std::nullopt;
        return QJsonValue(number);
    }
    case simdjson::dom::element_type::STRING: {
        const std::string_view text = element.get_string().value_unsafe();
        return QJsonValue(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    }
    case simdjson::dom::element_type::BOOL:
        return QJsonValue(element.get_bool().value_unsafe());
    case simdjson::dom::element_type::NULL_VALUE:
        return QJsonValue(QJsonValue::Null);
    case simdjson::dom::element_type::UINT64: // beyond the range of qint64
    case simdjson::dom::element_type::DOUBLE:
        break;
    }
    return std::nullopt;
}

} // namespace

bool JsonValue::isNull() const
{
    return m_present && elementOf(m_handle).is_null();
}
bool JsonValue::isObject() const
{
    return m_present && elementOf(m_handle).is_object();
}
bool JsonValue::isArray() const
{
    return m_present && elementOf(m_handle).is_array();
}
bool JsonValue::isString() const
{
    return m_present && elementOf(m_handle).is_string();
}

std::optional<std::string_view> JsonValue::utf8() const
{
    if (!isString())
        return std::nullopt;
    return elementOf(m_handle).get_string().value_unsafe();
}

std::optional<QString> JsonValue::string() const
{
    const auto text = utf8();
    if (!text)
        return std::nullopt;
    return QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
}

std::optional<qint64> JsonValue::integer() const
{
    if (!m_present || !elementOf(m_handle).is_int64())
        return std::nullopt;
    const qint64 number = elementOf(m_handle).get_int64().value_unsafe();
    if (number > maximumInteger || number < -maximumInteger)
        return std::nullopt;
    return number;
}

std::optional<bool> JsonValue::boolean() const
{
    if (!m_present || !elementOf(m_handle).is_bool())
        return std::nullopt;
    return elementOf(m_handle).get_bool().value_unsafe();
}

JsonValue JsonValue::operator[](std::string_view key) const
{
    JsonValue value;
    if (!isObject())
        return value;
    const auto found = objectOf(elementOf(m_handle)).at_key(key);
    if (found.error() == simdjson::SUCCESS) {
        value.m_handle = std::bit_cast<decltype(value.m_handle)>(found.value_unsafe());
        value.m_present = true;
    }
    return value;
}

void JsonValue::members(const std::function<bool(std::string_view key, JsonValue value)>& visit) const
{
    if (!isObject())
        return;
    for (const auto member : objectOf(elementOf(m_handle))) {
        JsonValue value;
        value.m_handle = std::bit_cast<decltype(value.m_handle)>(member.value);
        value.m_present = true;
        if (!visit(member.key, value))
            return;
    }
}

void JsonValue::elements(const std::function<bool(JsonValue value)>& visit) const
{
    if (!isArray())
        return;
    for (const auto element : arrayOf(elementOf(m_handle))) {
        JsonValue value;
        value.m_handle = std::bit_cast<decltype(value.m_handle)>(element);
        value.m_present = true;
        if (!visit(value))
            return;
    }
}

bool JsonValue::hasDuplicateKeys() const
{
    return m_present && duplicates(elementOf(m_handle));
}

Result<QJsonValue> JsonValue::toQJson() const
{
    if (!m_present || hasDuplicateKeys())
        return malformed();
    auto value = toQt(elementOf(m_handle));
    if (!value)
        return malformed();
    return *value;
}

Result<QJsonObject> JsonValue::toQJsonObject() const
{
    const auto value = toQJson();
    if (!value || !value->isObject())
        return malformed();
    return value->toObject();
}

QByteArray withJsonPadding(QByteArray bytes)
{
    if (bytes.capacity() - bytes.size() < JsonPadding)
        bytes.reserve(bytes.size() + JsonPadding);
    std::memset(bytes.data() + bytes.size(), 0,
                1); // QByteArray's own terminator; what lies behind it is readable, never read as text
    return bytes;
}

namespace json {

namespace {

// One on-demand parser a level of nesting: a callback may cut its piece further while the outer loop goes on.
class ParserStack {
public:
    simdjson::ondemand::parser& push()
    {
        if (m_depth == m_parsers.size())
            m_parsers.push_back(std::make_unique<simdjson::ondemand::parser>());
        return *m_parsers[m_depth++];
    }
    void pop() { --m_depth; }

private:
    std::vector<std::unique_ptr<simdjson::ondemand::parser>> m_parsers;
    size_t m_depth = 0;
};

template <typename Walk>
Result<> walk(std::string_view text, Walk walkDocument)
{
    thread_local ParserStack parsers; // memory only, no state that outlives a call
    struct Guard {
        ParserStack& stack;
        ~Guard() { stack.pop(); }
    };
    auto& parser = parsers.push();
    const Guard guard{parsers};
    simdjson::ondemand::document document;
    const simdjson::padded_string_view padded(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING);
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS || !walkDocument(document))
        return malformed();
    return {};
}

// The raw text of a value, without the white space behind it.
bool rawText(simdjson::ondemand::value value, std::string_view& raw)
{
    simdjson::ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return false;
    if (type == simdjson::ondemand::json_type::object) {
        simdjson::ondemand::object object;
        return value.get_object().get(object) == simdjson::SUCCESS && object.raw_json().get(raw) == simdjson::SUCCESS;
    }
    if (type == simdjson::ondemand::json_type::array) {
        simdjson::ondemand::array array;
        return value.get_array().get(array) == simdjson::SUCCESS && array.raw_json().get(raw) == simdjson::SUCCESS;
    }
    raw = value.raw_json_token();
    while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\t' || raw.back() == '\r'))
        raw.remove_suffix(1);
    return true;
}

} // namespace

Result<> members(std::string_view object, const std::function<void(std::string_view key, std::string_view value)>& visit)
{
    return walk(object, [&](simdjson::ondemand::document& document) {
        simdjson::ondemand::object root;
        if (document.get_object().get(root) != simdjson::SUCCESS)
            return false;
        for (auto field : root) {
            std::string_view key;
            simdjson::ondemand::value value;
            std::string_view raw;
            if (field.error() != simdjson::SUCCESS || field.unescaped_key().get(key) != simdjson::SUCCESS ||
                field.value().get(value) != simdjson::SUCCESS || !rawText(value, raw))
                return false;
            visit(key, raw);
        }
        return true;
    });
}

Result<> elements(std::string_view array, const std::function<void(std::string_view value)>& visit)
{
    return walk(array, [&](simdjson::ondemand::document& document) {
        simdjson::ondemand::array root;
        if (document.get_array().get(root) != simdjson::SUCCESS)
            return false;
        for (auto element : root) {
            simdjson::ondemand::value value;
            std::string_view raw;
            if (element.get(value) != simdjson::SUCCESS || !rawText(value, raw))
                return false;
            visit(raw);
        }
        return true;
    });
}

} // namespace json

} // namespace core
