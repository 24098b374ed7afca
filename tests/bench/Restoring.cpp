#include "core/api/endpoints/KeyBackup.h"
#include "crypto/olm/InboundGroupSession.h"
#include "crypto/olm/OutboundGroupSession.h"
#include "tests/bench/Profile.h"
#include "tests/bench/Scenarios.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int rooms = 150;
constexpr size_t slice = 200; // as RestoreKeys takes them

crypto::X25519KeyPair backupKey()
{
    return *crypto::X25519KeyPair::fromPrivateKey(crypto::SecretBytes::fromBytes(QByteArray(32, 'b')));
}

core::ExportedRoomKey newKey(const core::RoomId& room)
{
    const auto outbound = crypto::olm::OutboundGroupSession::create();
    const auto inbound = crypto::olm::InboundGroupSession::fromSessionKey(outbound.sessionKey().view());
    require(inbound.has_value(), "a session");
    auto exported = inbound->exportAt(0);
    require(exported.has_value(), "an export");
    return {.id = {room, inbound->id()},
            .firstIndex = 0,
            .senderKey = crypto::X25519KeyPair::generate().publicKey(),
            .claimedEd25519 = {},
            .origin = core::KeyOrigin::Proven,
            .sharedHistory = false,
            .sessionKey = std::move(*exported)};
}

void writeBackup(const QString& folder, int keys)
{
    const auto publicKey = backupKey().publicKey();
    QJsonObject all;
    for (int r = 0; r < rooms; ++r) {
        const auto room = *core::RoomId::parse(u"!room%1:example.org"_s.arg(r));
        QJsonObject sessions;
        for (int i = r; i < keys; i += rooms) {
            const auto key = newKey(room);
            sessions.insert(QString::fromLatin1(key.id.sessionId), *core::encryptForBackup(publicKey, key));
        }
        all.insert(room.toString(), QJsonObject{{u"sessions"_s, sessions}});
    }
    QFile file(folder + u"/backup.json"_s);
    require(file.open(QIODevice::WriteOnly) && file.write(core::toBody({{u"rooms"_s, all}})) > 0, "writing");
}

QByteArray readBackup(const QString& folder)
{
    QFile file(folder + u"/backup.json"_s);
    require(file.open(QIODevice::ReadOnly), "reading");
    return core::withJsonPadding(file.readAll());
}

QList<Row> restoringRows(const QString& folder, int keys)
{
    QFile::remove(folder + u"/bench.db"_s); // the runs share what was prepared
    TwoParties two(folder);
    const QByteArray body = readBackup(folder);
    const auto backup = backupKey();
    const double restored = cpuSeconds([&] {
        const auto page = core::endpoints::backedUpKeys(u"1"_s).parse(body);
        require(page && page->entries.size() == static_cast<size_t>(keys), "parsing");
        core::JsonDocument document;
        for (size_t at = 0; at < page->entries.size(); at += slice) {
            std::vector<core::ExportedRoomKey> some;
            for (size_t i = at; i < std::min(at + slice, page->entries.size()); ++i) {
                const auto& entry = page->entries[i];
                require(document.read(entry.json, core::JsonDocument::Padding::Present).has_value(), "an entry");
                auto key = core::decryptFromBackup(backup, entry.id, document.root());
                require(key.has_value(), "decrypting");
                some.push_back(std::move(*key));
            }
            require(two.own.machine->importRoomKeys(some, true)->refused == 0, "importing");
            two.own.machine->takeOutcome();
        }
    });
    const auto sample = *crypto::encryptForBackup(backup.publicKey(), crypto::SecretBytes(470));
    const double decryptOnly = cpuSeconds([&] {
        for (int i = 0; i < keys; ++i)
            require(crypto::decryptFromBackup(backup, sample).has_value(), "decrypting");
    });
    return {{u"%L1 keys of a backup decrypted, checked and stored"_s.arg(keys), restored, double(keys)},
            {u"  OpenSSL's decryption only"_s, decryptOnly, double(keys)}};
}

} // namespace

void prepareSmallBackup(const QString& folder)
{
    writeBackup(folder, 10'000);
}

QList<Row> smallBackupRows(const QString& folder)
{
    return restoringRows(folder, 10'000);
}

void prepareLargeBackup(const QString& folder)
{
    writeBackup(folder, 100'000);
}

QList<Row> largeBackupRows(const QString& folder)
{
    return restoringRows(folder, 100'000);
}

} // namespace bench
