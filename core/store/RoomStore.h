#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/store/RoomMembers.h"
#include "core/store/RoomRecord.h"

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QList>
#include <QSet>

#include <optional>
#include <string_view>
#include <vector>

namespace core {

class Database;

/// The rooms of the account: one record each, held in memory, and their state.
///
/// Thread: that of the database, which must outlive it. Errors: Storage, StorageFull, StorageDamaged.
/// The records are read once by load(). Whoever rolls back a transaction in which something was saved must call load() again.
class RoomStore {
public:
    explicit RoomStore(Database& database);

    Result<> load();

    // -- Records ---------------------------------------------------------------------------------------------------------

    /// Null if the room is not known. Valid until the next save, remove or load.
    [[nodiscard]] const RoomRecord* find(const RoomId& room) const;
    [[nodiscard]] const RoomRecord* find(qint64 row) const;
    /// Writes the row if it differs from what is stored; a new one gets its number. `encrypted` never goes back (S-25).
    Result<RoomRecord> save(RoomRecord record);
    /// The room was forgotten: its row and state go.
    Result<> remove(const RoomId& room);

    [[nodiscard]] Result<QList<RoomSummary>> summaries();
    /// With `sending` from the send queue. Empty if the room is not known.
    Result<std::optional<RoomSummary>> summary(const RoomId& room);
    [[nodiscard]] QList<RoomId> rooms() const;

    // -- State -----------------------------------------------------------------------------------------------------------

    Result<> setState(qint64 row, std::string_view type, std::string_view stateKey, std::string_view json);
    /// The whole event as it came; null if there is none.
    Result<QByteArray> state(qint64 row, std::string_view type, std::string_view stateKey);

    // -- Members ---------------------------------------------------------------------------------------------------------

    /// Clean display names, made distinct within the room as RoomMembers says (S-82). Who has none, or is not known, is missing
    /// in the answer.
    Result<QHash<UserId, QString>> memberNames(const RoomId& room, const QList<UserId>& users);

    /// Joined or invited, as far as is known.
    Result<bool> isPresent(const RoomId& room, const UserId& user);

    struct Encryption {
        bool encrypted = false;
        bool membersComplete = false;
        RoomEncryptionSettings settings;
    };
    /// Errors: also NotFound.
    Result<Encryption> encryption(const RoomId& room);
    /// Keeps an answer of /members, all or nothing, in place of the members that are known. What is no usable member event is
    /// left out. Members that came by setState after `encryption` said that they are not complete are newer and stay.
    /// Errors: also NotFound; Protocol if there is no usable member at all.
    Result<> saveMembers(const RoomId& room, const std::vector<std::string_view>& events);
    /// Who gets room keys: joined members, with `invited` also the invited ones.
    Result<QList<UserId>> keyRecipients(const RoomId& room, bool invited);

private:
    Result<RoomMembers*> members(qint64 row); ///< valid until those of another room are asked for
    Result<> replaceMembers(qint64 row, const std::vector<std::string_view>& events, const QSet<QByteArray>& newer);

    Database& m_database;
    JsonDocument m_document;
    QHash<RoomId, RoomRecord> m_records;
    QHash<qint64, RoomId> m_byRow;
    QCache<qint64, RoomMembers> m_members;              ///< of the rooms that were asked for last; costs are numbers of members
    QHash<qint64, QSet<QByteArray>> m_changedMeanwhile; ///< user ids, for saveMembers
};

} // namespace core
