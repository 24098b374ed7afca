#include "core/base/Identifiers.h"
#include "core/event/EventHead.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QJsonValue without(u"without"_s);

// The event with some members replaced or removed.
QByteArray event(const QJsonObject& changes = {})
{
    QJsonObject object{{u"event_id"_s, u"$one"_s},
                       {u"type"_s, u"m.room.message"_s},
                       {u"sender"_s, u"@anna:example.org"_s},
                       {u"origin_server_ts"_s, qint64(1'700'000'000'000)},
                       {u"content"_s, QJsonObject{{u"body"_s, u"Hallo"_s}}}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), it.value() == without ? QJsonValue(QJsonValue::Undefined) : it.value());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool usable(const QByteArray& json, EventForm form = EventForm::Whole)
{
    const auto document = JsonDocument::parse(json);
    return document && readEventHead(document->root(), form).has_value();
}

std::string redacted(const QByteArray& outside, const QByteArray& inside)
{
    const QByteArray json = R"({"event_id":"$r","type":"m.room.redaction","sender":"@a:b","origin_server_ts":1)" + outside +
                            R"(,"content":{)" + inside + "}}";
    const auto document = JsonDocument::parse(json);
    REQUIRE(document);
    const auto head = readEventHead(document->root());
    REQUIRE(head);
    return std::string(head->redacts);
}

EventRelation relation(const JsonDocument& document)
{
    return readRelation(document.root());
}

} // namespace

TEST_CASE("the envelope of an event is read as it stands there")
{
    const auto document = JsonDocument::parse(event({{u"unsigned"_s, QJsonObject{{u"age"_s, 7}}}, {u"state_key"_s, QString()}}));
    REQUIRE(document);
    const auto head = readEventHead(document->root());
    REQUIRE(head);
    CHECK(head->eventId == "$one");
    CHECK(head->type == "m.room.message");
    CHECK(head->sender == "@anna:example.org");
    CHECK(head->stateKey == std::string_view());
    CHECK(head->originServerTs.ms == 1'700'000'000'000);
    CHECK(head->content["body"].utf8() == "Hallo");
    CHECK(head->unsignedData["age"].integer() == 7);
    CHECK(head->redacts.empty());
}

TEST_CASE("an event without a state key is no state")
{
    const auto document = JsonDocument::parse(event());
    REQUIRE(document);
    const auto head = readEventHead(document->root());
    REQUIRE(head);
    CHECK(!head->stateKey);
    CHECK(head->unsignedData.isAbsent());
}

TEST_CASE("an event whose required fields are missing, of another kind or too long is not usable")
{
    CHECK(usable(event()));
    const QString longText(256, u'x');
    const QJsonValue wrong[] = {without, QJsonValue::Null, 7, true, QJsonArray{}, QString(), u"@nobody"_s, longText};
    for (const auto& field : {u"event_id"_s, u"sender"_s, u"type"_s, u"content"_s}) {
        for (const auto& value : wrong) {
            if (field == u"type"_s && value == QJsonValue(u"@nobody"_s))
                continue;
            INFO(field.toStdString() << " " << QJsonDocument(QJsonArray{value}).toJson().toStdString());
            CHECK(!usable(event({{field, value}})));
        }
    }
    for (const QByteArray json : {"null", "[]", "7", "\"x\"", "{}"})
        CHECK(!usable(json));
    CHECK(!usable(event({{u"state_key"_s, 7}})));
    CHECK(!usable(event({{u"state_key"_s, QJsonValue::Null}})));
    CHECK(!usable(event({{u"state_key"_s, longText}})));
    CHECK(!usable(event({{u"event_id"_s, u"$a b"_s}})));
    CHECK(!usable(event({{u"event_id"_s, u"$a\u007f"_s}})));
    CHECK(!usable(event({{u"sender"_s, u"@anna"_s}})));
    CHECK(!usable(event({{u"sender"_s, u"@anna:"_s}})));
    CHECK(!usable(event({{u"sender"_s, u"anna:example.org"_s}})));
}

TEST_CASE("what is accepted as an id is one")
{
    for (const auto& id : {u"$x"_s, u"$ÄÖ:ü"_s, u"$"_s + QString(254, u'x')}) {
        const auto document = JsonDocument::parse(event({{u"event_id"_s, id}}));
        REQUIRE(document);
        const auto head = readEventHead(document->root());
        REQUIRE(head);
        CHECK(EventId::parse(id));
    }
}

TEST_CASE("an impossible time becomes an unknown one")
{
    const struct {
        const char* text;
        qint64 ms;
    } table[] = {{"-1", 0},
                 {"9007199254740991", 9'007'199'254'740'991},
                 {"9007199254740992", 0},
                 {"1.5", 0},
                 {"1e3", 0},
                 {"\"7\"", 0},
                 {"null", 0},
                 {"{}", 0}};
    for (const auto& row : table) {
        INFO(row.text);
        const QByteArray json =
            QByteArray(R"({"event_id":"$r","type":"t","sender":"@a:b","content":{},"origin_server_ts":)") + row.text + "}";
        const auto document = JsonDocument::parse(json);
        REQUIRE(document);
        const auto head = readEventHead(document->root());
        REQUIRE(head);
        CHECK(head->originServerTs.ms == row.ms);
    }
    CHECK(usable(R"({"event_id":"$r","type":"t","sender":"@a:b","content":{}})"));
}

TEST_CASE("what belongs to the server is left out when it is no object")
{
    const auto document = JsonDocument::parse(event({{u"unsigned"_s, 7}}));
    REQUIRE(document);
    const auto head = readEventHead(document->root());
    REQUIRE(head);
    CHECK(head->unsignedData.isAbsent());
}

TEST_CASE("stripped state needs a state key, and neither id nor time")
{
    CHECK(usable(R"({"type":"m.room.name","sender":"@a:b","state_key":"","content":{}})", EventForm::Stripped));
    CHECK(!usable(R"({"type":"m.room.name","sender":"@a:b","content":{}})", EventForm::Stripped));
    CHECK(!usable(R"({"type":"m.room.name","sender":"@a:b","state_key":"","content":{}})", EventForm::Whole));
    CHECK(!usable(R"({"type":"m.room.name","state_key":"","content":{}})", EventForm::Stripped));
}

TEST_CASE("a redaction names its event in either place, and none if the places disagree")
{
    CHECK(redacted(R"(,"redacts":"$x")", "") == "$x");
    CHECK(redacted("", R"("redacts":"$x")") == "$x");
    CHECK(redacted(R"(,"redacts":"$x")", R"("redacts":"$x")") == "$x");
    CHECK(redacted(R"(,"redacts":"$x")", R"("redacts":"$y")").empty());
    CHECK(redacted(R"(,"redacts":"x")", "").empty());
    CHECK(redacted(R"(,"redacts":7)", R"("redacts":"$x")") == "$x");
    CHECK(redacted("", "").empty());
}

TEST_CASE("only a redaction names an event to delete")
{
    const auto document = JsonDocument::parse(event({{u"redacts"_s, u"$x"_s}}));
    REQUIRE(document);
    CHECK(readEventHead(document->root())->redacts.empty());
}

TEST_CASE("relations are read with their target")
{
    using Kind = EventRelation::Kind;
    const auto edit = JsonDocument::parse(R"({"m.relates_to":{"rel_type":"m.replace","event_id":"$x"}})");
    CHECK(relation(*edit).kind == Kind::Replace);
    CHECK(relation(*edit).target == "$x");
    const auto reaction = JsonDocument::parse(R"({"m.relates_to":{"rel_type":"m.annotation","event_id":"$x","key":"👍"}})");
    CHECK(relation(*reaction).kind == Kind::Annotation);
    CHECK(relation(*reaction).key == "👍");
    const auto thread = JsonDocument::parse(
        R"({"m.relates_to":{"rel_type":"m.thread","event_id":"$root","m.in_reply_to":{"event_id":"$x"},"is_falling_back":true}})");
    CHECK(relation(*thread).kind == Kind::Other);
    CHECK(relation(*thread).target == "$root");
    CHECK(relation(*thread).inReplyTo == "$x");
    const auto reply = JsonDocument::parse(R"({"m.relates_to":{"m.in_reply_to":{"event_id":"$x"}}})");
    CHECK(relation(*reply).kind == Kind::None);
    CHECK(relation(*reply).target.empty());
    CHECK(relation(*reply).inReplyTo == "$x");
}

TEST_CASE("a relation without what it needs is none")
{
    using Kind = EventRelation::Kind;
    for (const QByteArray json :
         {R"({})", R"({"m.relates_to":7})", R"({"m.relates_to":{"rel_type":"m.replace"}})",
          R"({"m.relates_to":{"event_id":"$x"}})", R"({"m.relates_to":{"rel_type":"m.replace","event_id":"x"}})",
          R"({"m.relates_to":{"rel_type":7,"event_id":"$x"}})", R"({"m.relates_to":{"rel_type":"","event_id":"$x"}})",
          R"({"m.relates_to":{"m.in_reply_to":"$x"}})", R"({"m.relates_to":{"m.in_reply_to":{"event_id":7}}})"}) {
        INFO(json.toStdString());
        const auto document = JsonDocument::parse(json);
        REQUIRE(document);
        CHECK(relation(*document).kind == Kind::None);
        CHECK(relation(*document).target.empty());
        CHECK(relation(*document).inReplyTo.empty());
    }
    const auto keyless = JsonDocument::parse(R"({"m.relates_to":{"rel_type":"m.annotation","event_id":"$x"}})");
    CHECK(relation(*keyless).kind == Kind::Other);
}
