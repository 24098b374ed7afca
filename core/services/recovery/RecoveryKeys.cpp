#include "core/services/recovery/RecoveryKeys.h"

#include "core/encryption/CryptoStore.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::string_view valueName = "recovery";
constexpr std::string_view reminderName = "recovery-sheet";
constexpr size_t keySize = 32;
// The step, then the two keys (zeros for none), then the texts, each ended by a line break.
constexpr size_t headSize = 1 + 2 * keySize;

bool isZero(const crypto::SecretBytes& key)
{
    return key.equals(crypto::SecretBytes(keySize));
}

} // namespace

RecoveryKeys RecoveryKeys::copy() const
{
    return {.step = step,
            .keyId = keyId,
            .backupVersion = backupVersion,
            .created = created,
            .key = key.copy(),
            .backupKey = backupKey.copy()};
}

Result<std::optional<RecoveryKeys>> loadRecoveryKeys(CryptoStore& store)
{
    const auto stored = store.value(valueName);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored)
        return std::nullopt;
    const auto& bytes = **stored;
    const auto texts = bytes.size() > headSize ? bytes.bytes().sliced(headSize).toByteArray().split('\n') : QList<QByteArray>();
    if (texts.size() != 4 || bytes.data()[0] > static_cast<unsigned char>(RecoveryKeys::Step::Repairing))
        return fail(ErrorCode::Crypto, QStringLiteral("recovery keys"));
    RecoveryKeys keys{.step = static_cast<RecoveryKeys::Step>(bytes.data()[0]),
                      .keyId = QString::fromUtf8(texts[0]),
                      .backupVersion = QString::fromUtf8(texts[1]),
                      .created = {texts[2].toLongLong()},
                      .key = crypto::SecretBytes(bytes.view().subspan(1, keySize)),
                      .backupKey = crypto::SecretBytes(bytes.view().subspan(1 + keySize, keySize))};
    if (isZero(keys.key))
        keys.key = {};
    if (isZero(keys.backupKey))
        keys.backupKey = {};
    return keys;
}

Result<> saveRecoveryKeys(CryptoStore& store, const RecoveryKeys& keys)
{
    const QByteArray texts =
        keys.keyId.toUtf8() + '\n' + keys.backupVersion.toUtf8() + '\n' + QByteArray::number(keys.created.ms) + '\n';
    crypto::SecretBytes bytes(headSize + static_cast<size_t>(texts.size()));
    bytes.data()[0] = static_cast<unsigned char>(keys.step);
    std::copy_n(keys.key.data(), keys.key.size(), bytes.data() + 1);
    std::copy_n(keys.backupKey.data(), keys.backupKey.size(), bytes.data() + 1 + keySize);
    std::copy(texts.begin(), texts.end(), bytes.data() + headSize);
    return store.saveValue(valueName, bytes);
}

Result<> removeRecoveryKeys(CryptoStore& store)
{
    return store.removeValue(valueName);
}

Result<SheetReminder> loadSheetReminder(CryptoStore& store)
{
    const auto stored = store.value(reminderName);
    if (!stored)
        return std::unexpected(stored.error());
    const auto words = *stored ? (*stored)->bytes().toByteArray().split(' ') : QList<QByteArray>();
    if (words.size() != 3)
        return SheetReminder{};
    return SheetReminder{.isKept = words[0] == "1", .timesPutOff = words[1].toInt(), .next = {words[2].toLongLong()}};
}

Result<> saveSheetReminder(CryptoStore& store, const SheetReminder& reminder)
{
    const QByteArray words = QByteArray(reminder.isKept ? "1 " : "0 ") + QByteArray::number(reminder.timesPutOff) + ' ' +
                             QByteArray::number(reminder.next.ms);
    return store.saveValue(reminderName, crypto::SecretBytes::fromBytes(words));
}

SheetReminder putOff(SheetReminder reminder, Timestamp now)
{
    constexpr qint64 day = 24LL * 60 * 60 * 1000;
    constexpr std::array<qint64, 3> pauses{1 * day, 7 * day, 30 * day};
    const auto step = std::min<size_t>(static_cast<size_t>(std::max(0, reminder.timesPutOff)), pauses.size() - 1);
    reminder.next = {now.ms + pauses.at(step)};
    ++reminder.timesPutOff;
    return reminder;
}

} // namespace core
