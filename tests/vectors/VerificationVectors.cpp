// QR codes of verifications, how MACs are written, and who is trusted.
#include "core/encryption/OlmMachine.h"
#include "core/encryption/verification/QrVerificationCode.h"
#include "tests/core/encryption/TestParty.h"
#include "tests/vectors/VectorCheck.h"

#include <QJsonArray>

#include <algorithm>

using namespace crypto;
using namespace Qt::StringLiterals;

namespace test {

namespace {

// The machine of the person whom the vector is about, on a device of its own, fed with what the server said then.
struct Reader {
    explicit Reader(const Vector& vector)
        : answer(vector.input["keys_query"_L1].toObject())
        , user(core::UserId::parse(vector.input["own_user"_L1].toString()).value_or(core::UserId()))
    {
        auto opened = core::OlmMachine::open(user, *core::DeviceId::parse(u"READER"), store, clock);
        machine = opened ? std::move(*opened) : nullptr;
    }
    // All keys of all users, once more.
    void ask()
    {
        QList<core::UserId> users;
        for (const auto& name : answer["device_keys"_L1].toObject().keys())
            users.append(*core::UserId::parse(name));
        (void)machine->trackUsers(users);
        for (const auto& name : std::as_const(users))
            (void)machine->askForIdentity(name);
        for (const auto& request : machine->outgoingRequests()) {
            if (request.kind == core::OutgoingRequest::Kind::KeysQuery)
                (void)party::answerTo(*machine, request, answer);
        }
    }
    // The person has said that the own identity is the right one.
    void trust(const QString& master)
    {
        auto own = store.identity(user).value_or(std::nullopt);
        if (!own || base64::encodeUnpadded(own->master.view()) != master.toUtf8())
            return;
        own->isVerified = true;
        (void)store.saveIdentity(*own);
    }
    bool isVerified(const QString& name)
    {
        const auto other = core::UserId::parse(name);
        return other && machine->identityStatus(*other) == core::IdentityStatus::Verified;
    }
    bool isTrusted(const QString& name, const QString& device)
    {
        const auto known = machine->devices(*core::UserId::parse(name)).value_or(QList<core::DeviceRecord>());
        return isVerified(name) && std::any_of(known.begin(), known.end(), [&](const core::DeviceRecord& record) {
                   return record.device.toString() == device && record.signedByOwner;
               });
    }

    QJsonObject answer;
    core::UserId user;
    MemoryCryptoStore store;
    party::ManualClock clock;
    std::unique_ptr<core::OlmMachine> machine;
};

} // namespace

void trustChain(const Vector& v, Check& check)
{
    Reader reader(v);
    if (!reader.machine)
        return check.that(false, u"no machine"_s);
    reader.ask();
    const auto before = v.expected["before_trust"_L1].toObject();
    for (auto it = before.begin(); it != before.end(); ++it)
        check.that(reader.isVerified(it.key()) == it.value().toBool(), u"before: "_s + it.key());
    reader.trust(v.input["trusted_master_key"_L1].toString());
    reader.ask();
    const auto users = v.expected["after_trust"_L1]["users"_L1].toObject();
    check.that(!users.isEmpty(), u"no users"_s);
    for (auto it = users.begin(); it != users.end(); ++it)
        check.that(reader.isVerified(it.key()) == it.value().toBool(), it.key());
    check.that(!reader.isVerified(u"@carl:kde.org"_s), u"somebody whom nobody has signed"_s);
    const auto devices = v.expected["after_trust"_L1]["devices"_L1].toObject();
    for (auto it = devices.begin(); it != devices.end(); ++it)
        check.that(reader.isTrusted(it.key().section(u'|', 0, 0), it.key().section(u'|', 1)) == it.value().toBool(), it.key());
}

void sasMacText(const Vector& v, Check& check)
{
    QByteArray mac;
    for (const auto& byte : v.input["mac_bytes"_L1].toArray())
        mac.append(static_cast<char>(byte.toInt()));
    check.that(crypto::base64::encodeUnpadded(mac) == text(v.expected["hkdf-hmac-sha256.v2"_L1]), u"text of the MAC"_s);
}

void qrCode(const Vector& v, Check& check)
{
    const auto bytes = QByteArray::fromBase64(text(v.input["qr_bytes_base64"_L1]));
    const auto code = core::QrVerificationCode::parse(bytes);
    if (!code)
        return check.that(false, u"refused"_s);
    const auto decoded = [&](QLatin1StringView name) { return QByteArray::fromBase64(text(v.expected[name])); };
    check.that(static_cast<int>(code->mode) == v.expected["mode"_L1].toInt(), u"mode"_s);
    check.that(code->transaction == v.expected["transaction_id"_L1].toString(), u"transaction"_s);
    check.that(code->first.view() == decoded("key1_base64"_L1), u"first key"_s);
    check.that(code->second.view() == decoded("key2_base64"_L1), u"second key"_s);
    check.that(code->secret.bytes() == decoded("shared_secret_base64"_L1), u"secret"_s);
    check.that(code->toBytes() == bytes, u"written again"_s);
    const auto leastSecret = bytes.size() - code->secret.bytes().size() + 8;
    for (qsizetype size = 0; size < leastSecret; ++size)
        check.that(!core::QrVerificationCode::parse(bytes.left(size)), u"cut at %1"_s.arg(size));
}

// The cases are written as they stand in source code: `\x02` for a byte, `32xA` for 32 letters.
void qrGarbage(const Vector& v, Check& check)
{
    const auto cases = v.input["cases"_L1].toObject();
    check.that(!cases.isEmpty(), u"no cases"_s);
    for (auto it = cases.begin(); it != cases.end(); ++it) {
        QByteArray bytes;
        const auto parts = it.key().split(u" + "_s);
        for (const auto& part : parts) {
            if (part.startsWith("32x"_L1)) {
                bytes += QByteArray(32, part.at(3).toLatin1());
                continue;
            }
            for (qsizetype i = 0; i < part.size(); ++i) {
                const bool isByte = QStringView(part).sliced(i).startsWith("\\x"_L1);
                bytes += isByte ? static_cast<char>(part.mid(i + 2, 2).toInt(nullptr, 16)) : part.at(i).toLatin1();
                i += isByte ? 3 : 0;
            }
        }
        check.that(!core::QrVerificationCode::parse(bytes), it.value().toString());
    }
}

} // namespace test
