#include "crypto/CanonicalJson.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <vector>

namespace crypto {

namespace {

constexpr qint64 maximumInteger = (1LL << 53) - 1;
constexpr int maximumDepth = 100;

bool isWellFormed(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            return false;
    }
    return true;
}

class Writer {
public:
    bool object(const QJsonObject& object, int depth)
    {
        if (depth > maximumDepth)
            return false;
        struct Member {
            QByteArray key;
            QJsonValue value;
        };
        std::vector<Member> members;
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!isWellFormed(it.key()))
                return false;
            members.push_back({it.key().toUtf8(), it.value()});
        }
        // The order of UTF-8 bytes is the order of code points; that of QString is not, beyond U+FFFF.
        std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.key < b.key; });
        // QJsonDocument drops byte order marks after it has looked for doubled keys.
        const auto isSame = [](const Member& a, const Member& b) { return a.key == b.key; };
        if (std::adjacent_find(members.begin(), members.end(), isSame) != members.end())
            return false;
        m_out += '{';
        for (size_t i = 0; i < members.size(); ++i) {
            if (i != 0)
                m_out += ',';
            string(members[i].key);
            m_out += ':';
            if (!value(members[i].value, depth + 1))
                return false;
        }
        m_out += '}';
        return true;
    }

    QByteArray take() { return std::move(m_out); }

private:
    bool value(const QJsonValue& value, int depth)
    {
        switch (value.type()) {
        case QJsonValue::Null:
            m_out += "null";
            return true;
        case QJsonValue::Bool:
            m_out += value.toBool() ? "true" : "false";
            return true;
        case QJsonValue::Double:
            return number(value);
        case QJsonValue::String:
            if (!isWellFormed(value.toString()))
                return false;
            string(value.toString().toUtf8());
            return true;
        case QJsonValue::Array:
            return array(value.toArray(), depth);
        case QJsonValue::Object:
            return object(value.toObject(), depth);
        case QJsonValue::Undefined:
            break;
        }
        return false;
    }

    bool number(const QJsonValue& value)
    {
        const double real = value.toDouble();
        if (!std::isfinite(real) || real != std::trunc(real) || std::abs(real) > static_cast<double>(maximumInteger))
            return false;
        const qint64 whole = value.toInteger();
        if (whole > maximumInteger || whole < -maximumInteger)
            return false;
        m_out += QByteArray::number(whole);
        return true;
    }

    bool array(const QJsonArray& array, int depth)
    {
        if (depth > maximumDepth)
            return false;
        m_out += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i != 0)
                m_out += ',';
            if (!value(array[i], depth + 1))
                return false;
        }
        m_out += ']';
        return true;
    }

    // Only what JSON demands is escaped, in its shortest form.
    void string(const QByteArray& utf8)
    {
        static constexpr char hex[] = "0123456789abcdef";
        m_out += '"';
        for (const char c : utf8) {
            switch (c) {
            case '"':
                m_out += "\\\"";
                break;
            case '\\':
                m_out += "\\\\";
                break;
            case '\b':
                m_out += "\\b";
                break;
            case '\f':
                m_out += "\\f";
                break;
            case '\n':
                m_out += "\\n";
                break;
            case '\r':
                m_out += "\\r";
                break;
            case '\t':
                m_out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    m_out += "\\u00";
                    m_out += hex[(c >> 4) & 0xf];
                    m_out += hex[c & 0xf];
                } else {
                    m_out += c;
                }
            }
        }
        m_out += '"';
    }

    QByteArray m_out;
};

} // namespace

Result<QByteArray> canonicalJson(const QJsonObject& object)
{
    Writer writer;
    if (!writer.object(object, 1))
        return std::unexpected(Error::BadFormat);
    return writer.take();
}

} // namespace crypto
