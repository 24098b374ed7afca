#include "core/event/EventContent.h"
#include "core/room/CleanText.h"
#include "core/room/PowerLevels.h"
#include "core/room/TimelineFold.h"

#include <cstdlib>

using namespace core;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

// What an event is taken for can be made an identifier.
void readAsEvent(JsonValue root)
{
    (void)readEventHead(root, EventForm::Stripped);
    const auto head = readEventHead(root);
    if (!head)
        return;
    require(EventId::parse(textOf(head->eventId)).has_value());
    require(UserId::parse(textOf(head->sender)).has_value());
    require(head->originServerTs.ms >= 0);
    const auto relation = readRelation(head->content);
    require((relation.kind == EventRelation::Kind::None) == relation.target.empty());
    (void)parseEventContent(head->type, head->stateKey.has_value(), head->content);
    (void)maySendEvent(head->content, *UserId::parse(textOf(head->sender)), head->type, {}, u"10");
}

void fold(const QByteArray& json)
{
    TimelineFold timeline(*UserId::parse(QStringLiteral("@a:b")));
    TimelineFold::Context context{.encrypted = true, .now = {1'700'000'000'000}};
    for (const auto reading :
         {TimelineEvent::Reading::Clear, TimelineEvent::Reading::Decrypted, TimelineEvent::Reading::Unreadable})
        timeline.add({{.position = 1 + static_cast<int>(reading), .json = json, .plain = json, .reading = reading}});
    timeline.setEchoes(
        {{.transactionId = QStringLiteral("t"), .type = QStringLiteral("m.room.message"), .content = json, .eventId = {}}});
    QSet<QString> keys;
    const auto rows = timeline.items(context);
    for (const TimelineItem& row : rows)
        keys.insert(row.key);
    require(keys.size() == rows.size());
}

void clean(const QString& text)
{
    const QString name = cleanName(text);
    require(cleanName(name) == name);
    require(name.size() <= 1'000);
    const QString message = cleanMessage(text, 100);
    require(message.size() <= 100 && cleanMessage(message, 100) == message);
    require(withoutReplyFallback(text).size() <= text.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    clean(QString::fromUtf8(bytes));
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return 0;
    readAsEvent(document->root());
    for (const char* type :
         {"m.room.message", "m.reaction", "m.room.encrypted", "m.room.redaction", "m.room.member", "m.room.name", "x"}) {
        for (const bool isState : {false, true})
            (void)parseEventContent(type, isState, document->root());
    }
    fold(bytes);
    return 0;
}
