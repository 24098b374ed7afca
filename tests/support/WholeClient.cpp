#include "tests/support/WholeClient.h"

#include "core/services/timeline/TimelineService.h"
#include "crypto/Base64.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QByteArray accessToken = "the-access-token";

crypto::SecretBytes databaseKey()
{
    return crypto::SecretBytes::fromBytes(QByteArray(32, 'k'));
}

} // namespace

WholeClient::WholeClient(HostileHomeserver& server, const Clock& clock, const QString& user, const QString& device)
    : m_server(server)
    , m_clock(clock)
    , m_stored{.user = *UserId::parse(user),
               .device = *DeviceId::parse(device),
               .deviceName = u"Test"_s,
               .serverName = u"example.org"_s,
               .baseUrl = QUrl(u"https://example.org"_s)}
{
    auto profile = Profile::open(m_folder.path(), databaseKey());
    REQUIRE(profile);
    const auto token = std::make_shared<const crypto::SecretBytes>(crypto::SecretBytes::fromBytes(accessToken));
    REQUIRE((*profile)->session().save(m_stored, {.access = token, .refresh = {}, .expiresAt = {}}));
    m_profile = std::move(*profile);
    start();
}

void WholeClient::start()
{
    auto live = LiveSession::open({.http = m_server, .clock = m_clock, .profile = *m_profile}, m_stored);
    REQUIRE(live);
    m_live = std::move(*live);
    m_alerts.clear();
    QObject::connect(&parts().processor, &SyncProcessor::changed, m_live.get(),
                     [this](const SyncChanges& changes) { m_alerts += changes.alerts; });
    m_live->start();
    m_server.push();
    settle();
}

void WholeClient::restart()
{
    m_live.reset();
    m_profile.reset();
    auto profile = Profile::open(m_folder.path(), databaseKey());
    REQUIRE(profile);
    m_profile = std::move(*profile);
    start();
}

void WholeClient::settle()
{
    size_t before = 0;
    do {
        before = m_server.requests().size();
        REQUIRE(runUntil([&] { return m_server.isIdle(); }));
        runAll();
    } while (m_server.requests().size() != before || !m_server.isIdle());
}

void WholeClient::sendText(const RoomId& room, const QString& text)
{
    m_live->session()->sending()->sendText(room, text);
    settle();
}

QList<TimelineItem> WholeClient::messages(const RoomId& room)
{
    auto* timelines = m_live->session()->timelines();
    QList<TimelineItem> shown;
    const QObject context;
    QObject::connect(timelines, &TimelineService::changed, &context, [&](const RoomId&, const TimelineDiffs& diffs) {
        if (const auto* reset = std::get_if<ResetItems<TimelineItem>>(&diffs.first()))
            shown = reset->items;
    });
    timelines->open(room);
    timelines->close(room);
    shown.removeIf([](const TimelineItem& item) {
        return item.kind == TimelineItem::Kind::DayDivider || item.kind == TimelineItem::Kind::StateChange ||
               item.kind == TimelineItem::Kind::Gap;
    });
    return shown;
}

std::optional<RestoreOutcome> WholeClient::restore(const QString& typed)
{
    std::optional<RestoreOutcome> outcome;
    const QObject context;
    auto* recovery = m_live->session()->recovery();
    QObject::connect(recovery, &RecoveryService::restoreEnded, &context, [&](RestoreOutcome ended) { outcome = ended; });
    recovery->restore(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(typed.toUtf8())));
    settle();
    return outcome;
}

std::optional<RestoreOutcome> WholeClient::restoreWithPassphrase(const QString& typed)
{
    std::optional<RestoreOutcome> outcome;
    const QObject context;
    auto* recovery = m_live->session()->recovery();
    const auto end = [&](RestoreOutcome ended) { outcome = ended; };
    QObject::connect(recovery, &RecoveryService::passphraseEnded, &context, end);
    QObject::connect(recovery, &RecoveryService::restoreEnded, &context, end);
    recovery->restoreWithPassphrase(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(typed.toUtf8())));
    REQUIRE(runUntil([&] { return outcome.has_value(); })); // another thread may be at it
    settle();
    return outcome;
}

QString WholeClient::recoveryCode()
{
    QString text;
    const QObject context;
    auto* recovery = m_live->session()->recovery();
    QObject::connect(recovery, &RecoveryService::codeRevealed, &context,
                     [&](const std::shared_ptr<crypto::SecretBytes>& code) { text = QString::fromLatin1(code->bytes()); });
    recovery->revealCode();
    return text;
}

void WholeClient::checkNoSecretsAt(const HostileHomeserver& server)
{
    CHECK_FALSE(server.hasSeen(accessToken));
    CHECK_FALSE(server.hasSeen("session_key"));
    if (const QString code = recoveryCode(); !code.isEmpty())
        CHECK_FALSE(server.hasSeen(code.toUtf8()));
    const auto secrets = machine().crossSigningSecrets();
    REQUIRE(secrets);
    for (const auto* secret : {&secrets->master, &secrets->selfSigning, &secrets->userSigning}) {
        const auto text = crypto::base64::encodeSecret(*secret);
        CHECK_FALSE(server.hasSeen(text.bytes()));
    }
}
