#include "core/event/EventContent.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

EventContent parse(std::string_view type, const QByteArray& json, bool isState = false)
{
    const auto document = JsonDocument::parse(json);
    REQUIRE(document);
    return parseEventContent(type, isState, document->root());
}

template <typename Content>
Content parseAs(std::string_view type, const QByteArray& json, bool isState = false)
{
    const EventContent content = parse(type, json, isState);
    REQUIRE(std::holds_alternative<Content>(content));
    return std::get<Content>(content);
}

EventId id(const QString& text)
{
    return EventId::parse(text).value();
}

} // namespace

TEST_CASE("each kind of message is known, and another one is a text")
{
    using Type = MessageContent::Type;
    const std::pair<const char*, Type> table[] = {
        {"m.text", Type::Text},          {"m.notice", Type::Notice}, {"m.emote", Type::Emote}, {"m.image", Type::Image},
        {"m.file", Type::File},          {"m.audio", Type::Audio},   {"m.video", Type::Video}, {"m.location", Type::Location},
        {"m.server_notice", Type::Text}, {"de.new", Type::Text},     {"", Type::Text},
    };
    for (const auto& [name, type] : table) {
        INFO(name);
        const auto message =
            parseAs<MessageContent>("m.room.message", QByteArray(R"({"msgtype":")") + name + R"(","body":"Größe"})");
        CHECK(message.type == type);
        CHECK(message.body == u"Größe"_s);
        CHECK(message.inReplyTo.isEmpty());
        CHECK(message.replaces.isEmpty());
    }
}

TEST_CASE("a file says what it is called, how large it is and of what kind")
{
    const auto named = parseAs<MessageContent>(
        "m.room.message",
        R"({"msgtype":"m.file","body":"Bitte lesen","filename":"Befund.pdf","info":{"size":1024,"mimetype":"application/pdf"}})");
    CHECK(named.body == u"Bitte lesen"_s);
    CHECK(named.fileName == u"Befund.pdf"_s);
    CHECK(named.fileSize == 1024);
    CHECK(named.mimeType == u"application/pdf"_s);
    const auto bare = parseAs<MessageContent>("m.room.message", R"({"msgtype":"m.image","body":"Foto.jpg"})");
    CHECK(bare.fileName == u"Foto.jpg"_s);
    CHECK(bare.fileSize == -1);
    CHECK(bare.mimeType.isEmpty());
    CHECK(parseAs<MessageContent>("m.room.message", R"({"msgtype":"m.text","body":"a","filename":"b"})").fileName.isEmpty());
}

TEST_CASE("a size that cannot be is unknown")
{
    for (const QByteArray size : {"-1", "-9007199254740991", "1.5", "1e400", "9007199254740992", "\"7\"", "null", "{}"}) {
        INFO(size.toStdString());
        const auto document = JsonDocument::parse(R"({"msgtype":"m.file","body":"a","info":{"size":)" + size + "}}");
        if (!document)
            continue; // 1e400 is no JSON number that can be read
        const auto content = parseEventContent("m.room.message", false, document->root());
        CHECK(std::get<MessageContent>(content).fileSize == -1);
    }
}

TEST_CASE("a message without text or type is not understood")
{
    for (const QByteArray json : {"{}", R"({"body":"a"})", R"({"msgtype":"m.text"})", R"({"msgtype":7,"body":"a"})",
                                  R"({"msgtype":"m.text","body":null})", R"({"msgtype":"m.text","body":["a"]})", "[]", "7"}) {
        INFO(json.toStdString());
        const auto content = parseAs<UnknownContent>("m.room.message", json);
        CHECK(content.type == u"m.room.message"_s);
        CHECK(content.fallback.isEmpty());
    }
}

TEST_CASE("an edit has the content that is to be shown instead")
{
    const auto edit = parseAs<MessageContent>("m.room.message", R"({"msgtype":"m.text","body":"* neu",
        "m.new_content":{"msgtype":"m.notice","body":"neu"},"m.relates_to":{"rel_type":"m.replace","event_id":"$x"}})");
    CHECK(edit.type == MessageContent::Type::Notice);
    CHECK(edit.body == u"neu"_s);
    CHECK(edit.replaces == id(u"$x"_s));
    for (const QByteArray content : {"", R"("m.new_content":null,)", R"("m.new_content":{"body":"neu"},)"}) {
        INFO(content.toStdString());
        parseAs<UnknownContent>("m.room.message", R"({"msgtype":"m.text","body":"* neu",)" + content +
                                                      R"("m.relates_to":{"rel_type":"m.replace","event_id":"$x"}})");
    }
}

TEST_CASE("a reply knows what it answers")
{
    const auto reply = parseAs<MessageContent>(
        "m.room.message", R"({"msgtype":"m.text","body":"ja","m.relates_to":{"m.in_reply_to":{"event_id":"$x"}}})");
    CHECK(reply.inReplyTo == id(u"$x"_s));
}

TEST_CASE("a reaction has a target and a key")
{
    const auto reaction =
        parseAs<ReactionContent>("m.reaction", R"({"m.relates_to":{"rel_type":"m.annotation","event_id":"$x","key":"👍"}})");
    CHECK(reaction.target == id(u"$x"_s));
    CHECK(reaction.key == u"👍"_s);
    parseAs<UnknownContent>("m.reaction", R"({"m.relates_to":{"rel_type":"m.annotation","event_id":"$x"}})");
    parseAs<UnknownContent>("m.reaction", "{}");
}

TEST_CASE("members, names and topics are read, and only as state")
{
    const auto member = parseAs<MemberContent>("m.room.member", R"({"membership":"join","displayname":"Anna"})", true);
    CHECK(member.membership == MemberContent::Membership::Join);
    CHECK(member.displayName == u"Anna"_s);
    CHECK(parseAs<MemberContent>("m.room.member", R"({"membership":"ban","displayname":null})", true).displayName.isEmpty());
    parseAs<UnknownContent>("m.room.member", R"({"membership":"guest"})", true);
    parseAs<UnknownContent>("m.room.member", "{}", true);
    parseAs<UnknownContent>("m.room.member", R"({"membership":"join"})", false);
    CHECK(parseAs<RoomTextContent>("m.room.name", R"({"name":"Team"})", true) == RoomTextContent{.text = u"Team"_s});
    CHECK(parseAs<RoomTextContent>("m.room.name", R"({"name":7})", true).text.isEmpty());
    CHECK(parseAs<RoomTextContent>("m.room.topic", R"({"topic":"Pläne"})", true) ==
          RoomTextContent{.kind = RoomTextContent::Kind::Topic, .text = u"Pläne"_s});
    CHECK(parseAs<OtherStateContent>("m.room.create", "{}", true).type == u"m.room.create"_s);
    CHECK(parseAs<OtherStateContent>("m.room.message", R"({"msgtype":"m.text","body":"a"})", true).type == u"m.room.message"_s);
}

TEST_CASE("an encrypted event names its algorithm and session")
{
    const auto content =
        parseAs<EncryptedContent>("m.room.encrypted", R"({"algorithm":"m.megolm.v1.aes-sha2","session_id":"abc"})");
    CHECK(content.algorithm == u"m.megolm.v1.aes-sha2"_s);
    CHECK(content.sessionId == "abc");
    CHECK(parseAs<EncryptedContent>("m.room.encrypted", "{}") == EncryptedContent{});
    CHECK(parseAs<EncryptedContent>("m.room.encrypted", R"({"algorithm":7,"session_id":null})") == EncryptedContent{});
}

TEST_CASE("an unknown event keeps what people can read of it")
{
    CHECK(parseAs<UnknownContent>("m.sticker", R"({"body":"Ein Hase"})") ==
          UnknownContent{.type = u"m.sticker"_s, .fallback = u"Ein Hase"_s});
    CHECK(parseAs<UnknownContent>("m.poll", R"({"m.text":[{"mimetype":"text/html","body":"<b>x</b>"},{"body":"Wann?"}]})")
              .fallback == u"Wann?"_s);
    CHECK(parseAs<UnknownContent>("p", R"({"org.matrix.msc1767.text":"Wann?"})").fallback == u"Wann?"_s);
    for (const QByteArray json : {"{}", "[]", "null", R"({"body":7,"m.text":"x"})", R"({"m.text":[7,[],{}]})"})
        CHECK(parseAs<UnknownContent>("x", json).fallback.isEmpty());
}

TEST_CASE("the quotation in front of a reply goes, one made by hand stays")
{
    CHECK(withoutReplyFallback(u"> <@a:b> Wann?\n> Und wo?\n\nMorgen"_s) == u"Morgen"_s);
    CHECK(withoutReplyFallback(u"> * <@a:b> lacht\n\nWarum?\n> nein"_s) == u"Warum?\n> nein"_s);
    CHECK(withoutReplyFallback(u"> <@a:b> Wann?\nMorgen"_s) == u"Morgen"_s);
    CHECK(withoutReplyFallback(u"> Wann?\n\nMorgen"_s) == u"> Wann?\n\nMorgen"_s);
    CHECK(withoutReplyFallback(u"> <@a:b> Wann?"_s) == u"> <@a:b> Wann?"_s);
    CHECK(withoutReplyFallback(u"Morgen"_s) == u"Morgen"_s);
    CHECK(withoutReplyFallback({}).isEmpty());
}
