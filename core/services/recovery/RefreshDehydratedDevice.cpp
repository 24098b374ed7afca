#include "core/services/recovery/RefreshDehydratedDevice.h"

#include "core/api/endpoints/AccountData.h"
#include "core/base/Log.h"
#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/RenewalJournal.h"
#include "core/services/recovery/SecretNames.h"
#include "crypto/Random.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t keySize = 32;
constexpr int maximumReadings = 4; // a server may show what was there before for a moment (S-52)

} // namespace

RefreshDehydratedDevice::RefreshDehydratedDevice(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

Result<std::optional<RecoveryKeys>> RefreshDehydratedDevice::usableKeys(OlmMachine& machine, CryptoStore& store)
{
    const auto identity = machine.ownIdentity();
    const auto renewal = loadRenewal(store);
    auto keys = loadRecoveryKeys(store);
    if (!identity || !renewal || !keys)
        return std::unexpected(!identity ? identity.error() : !renewal ? renewal.error() : keys.error());
    if (*identity != OwnIdentityStatus::Verified || *renewal || !*keys || (*keys)->step != RecoveryKeys::Step::Done ||
        (*keys)->key.isEmpty())
        return std::nullopt;
    return keys;
}

void RefreshDehydratedDevice::start()
{
    if (mayGoOn())
        look();
}

// The keys may be renewed, or given up, at any moment.
bool RefreshDehydratedDevice::mayGoOn()
{
    auto keys = usableKeys(m_parts.machine, m_parts.store);
    if (!keys) {
        finish(std::unexpected(keys.error()));
        return false;
    }
    if (!*keys || (!m_keys.keyId.isEmpty() && m_keys.keyId != (*keys)->keyId)) {
        finish(Outcome::NotNow);
        return false;
    }
    m_keys = std::move(**keys);
    return true;
}

Result<> RefreshDehydratedDevice::with(const std::function<Result<>(DehydratedDevices&)>& work) const
{
    return m_parts.machine.withDehydratedDevices(work);
}

// -- What is there -----------------------------------------------------------------------------------------------------------

void RefreshDehydratedDevice::look()
{
    m_parts.api.call<ServedDehydratedDevice>(
        endpoints::dehydratedDevice(), &m_jobs, [this](const Result<ServedDehydratedDevice>& served) {
            if (served)
                m_served = *served;
            else if (isUnknownEndpoint(served.error()))
                return finish(Outcome::Unsupported);
            else if (served.error().code != ErrorCode::NotFound && served.error().code != ErrorCode::Protocol)
                return finish(std::unexpected(served.error()));
            refreshDevices([this] { decide(); });
        });
}

void RefreshDehydratedDevice::refreshDevices(const std::function<void()>& then)
{
    if (const auto asked = m_parts.machine.askForOwnIdentity(); !asked)
        return finish(std::unexpected(asked.error()));
    m_parts.requests.flush(&m_jobs, [this, then](const Result<>& sent) {
        if (!sent)
            return finish(std::unexpected(sent.error()));
        if (mayGoOn())
            then();
    });
}

void RefreshDehydratedDevice::decide()
{
    DehydratedDeviceRecord record;
    bool isOurs = false;
    const auto read = with([&](DehydratedDevices& devices) -> Result<> {
        const auto known = devices.record();
        const auto ours = m_served ? devices.isOurs(m_served->device) : Result<bool>(false);
        if (!known || !ours)
            return std::unexpected(!known ? known.error() : ours.error());
        record = *known;
        isOurs = *ours;
        return {};
    });
    const auto identity = m_parts.store.identity(m_parts.machine.user());
    if (!read || !identity || !*identity)
        return finish(!read       ? std::unexpected(read.error())
                      : !identity ? std::unexpected(identity.error())
                                  : fail(ErrorCode::Crypto));
    m_wantsReading = record.readBy != m_parts.machine.device();
    if (!m_served)
        return noteRead([this] { renew(); });
    if (m_wantsReading || record.device != m_served->device)
        return readSecret([this] { tryServed(); });
    const qint64 age = m_parts.clock.now().ms - record.made.ms;
    const bool isGood = isOurs && record.isUploaded && record.selfSigning == (*identity)->selfSigning && age >= 0 && age < weekMs;
    isGood ? finish(Outcome::Done) : renew();
}

// -- The key -----------------------------------------------------------------------------------------------------------------

// Another device may have made a new key sheet: nothing is stored under the old one any more (S-46).
void RefreshDehydratedDevice::checkDefaultKey(const std::function<void()>& then)
{
    m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), secrets::defaultKey), &m_jobs,
                                  [this, then](const Result<QJsonObject>& content) {
                                      if (!content && content.error().code != ErrorCode::NotFound)
                                          return finish(std::unexpected(content.error()));
                                      if (!content || content->value("key"_L1).toString() != m_keys.keyId)
                                          return finish(Outcome::NotNow);
                                      then();
                                  });
}

void RefreshDehydratedDevice::readSecret(const std::function<void()>& then)
{
    if (std::exchange(m_isSecretRead, true))
        return then();
    checkDefaultKey([this, then] {
        m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), secrets::dehydratedDevice), &m_jobs,
                                      [this, then](const Result<QJsonObject>& content) {
                                          if (!content && content.error().code != ErrorCode::NotFound)
                                              return finish(std::unexpected(content.error()));
                                          if (!mayGoOn())
                                              return;
                                          auto secret = openFromStorage(content.value_or(QJsonObject()),
                                                                        secrets::dehydratedDevice, m_keys.keyId, m_keys.key);
                                          if (secret)
                                              m_pickleKey = std::move(*secret);
                                          then();
                                      });
    });
}

void RefreshDehydratedDevice::writeSecret(crypto::SecretBytes secret)
{
    // Nothing of what was there stays: what another key opens would be the key of a device that is replaced.
    const auto sealed = sealForStorage({}, secrets::dehydratedDevice, m_keys.keyId, m_keys.key, secret);
    if (!sealed)
        return finish(std::unexpected(sealed.error()));
    m_pickleKey = std::move(secret);
    m_parts.api.call<Empty>(endpoints::setAccountData(m_parts.machine.user(), secrets::dehydratedDevice, *sealed), &m_jobs,
                            [this](const Result<Empty>& answer) {
                                if (!answer)
                                    return finish(std::unexpected(answer.error()));
                                readBack();
                            });
}

void RefreshDehydratedDevice::readBack()
{
    ++m_readings;
    m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), secrets::dehydratedDevice), &m_jobs,
                                  [this](const Result<QJsonObject>& content) {
                                      if (!content && content.error().code != ErrorCode::NotFound)
                                          return finish(std::unexpected(content.error()));
                                      const auto opened = openFromStorage(content.value_or(QJsonObject()),
                                                                          secrets::dehydratedDevice, m_keys.keyId, m_keys.key);
                                      if (opened && opened->equals(m_pickleKey))
                                          return upload();
                                      if (m_readings >= maximumReadings)
                                          return finish(fail(ErrorCode::Crypto, u"what was stored does not come back"_s));
                                      QTimer::singleShot(m_parts.readAgainAfterMs, &m_jobs, [this] { readBack(); });
                                  });
}

// -- Reading -----------------------------------------------------------------------------------------------------------------

void RefreshDehydratedDevice::tryServed()
{
    Result<> opened; // what is refused is no reason for the machine to forget what it is doing
    const auto tried = with([&](DehydratedDevices& devices) -> Result<> {
        opened = devices.open(m_served->device, m_served->data, m_pickleKey);
        return {};
    });
    if (!tried)
        return finish(std::unexpected(tried.error()));
    if (opened)
        return m_wantsReading ? readPage({}) : adopt();
    switch (opened.error().code) {
    case ErrorCode::NotSupported:
        return adopt(); // of another program, which will read it
    case ErrorCode::Forbidden:
    case ErrorCode::Crypto:
        qCWarning(logSession, "the dehydrated device at the server is not used: error %d", static_cast<int>(opened.error().code));
        return noteRead([this] { renew(); });
    default:
        return finish(std::unexpected(opened.error()));
    }
}

void RefreshDehydratedDevice::readPage(const QString& from)
{
    m_parts.api.call<DehydratedEvents>(endpoints::dehydratedEvents(m_served->device, from), &m_jobs,
                                       [this](const Result<DehydratedEvents>& page) {
                                           if (!page)
                                               return finish(std::unexpected(page.error()));
                                           if (mayGoOn())
                                               pageRead(*page);
                                       });
}

void RefreshDehydratedDevice::pageRead(const DehydratedEvents& page)
{
    const auto taken = with([&](DehydratedDevices& devices) -> Result<> {
        const auto count = devices.receive(page.events);
        return count ? Result<>() : std::unexpected(count.error());
    });
    if (!taken)
        return finish(std::unexpected(taken.error()));
    if (const auto read = m_parts.keysCame(); !read)
        return finish(std::unexpected(read.error()));
    const bool isLast = page.next.isEmpty() || m_tokens.contains(page.next) || m_tokens.size() + 1 >= maximumPages;
    m_tokens.insert(page.next);
    isLast ? deleteRead() : readPage(page.next);
}

void RefreshDehydratedDevice::deleteRead()
{
    m_parts.api.call<Empty>(endpoints::deleteDehydratedDevice(), &m_jobs, [this](const Result<Empty>& answer) {
        if (!answer && answer.error().code != ErrorCode::NotFound)
            return finish(std::unexpected(answer.error()));
        noteRead([this] { renew(); });
    });
}

void RefreshDehydratedDevice::noteRead(const std::function<void()>& then)
{
    if (m_wantsReading) {
        if (const auto noted = with([](DehydratedDevices& devices) { return devices.finishReading(); }); !noted)
            return finish(std::unexpected(noted.error()));
    }
    if (mayGoOn())
        then();
}

void RefreshDehydratedDevice::adopt()
{
    const auto adopted = with([this](DehydratedDevices& devices) -> Result<> {
        devices.forget();
        if (const auto taken = devices.adopt(m_served->device); !taken)
            return taken;
        return devices.finishReading();
    });
    adopted ? finish(Outcome::Done) : finish(std::unexpected(adopted.error()));
}

// -- Making ------------------------------------------------------------------------------------------------------------------

void RefreshDehydratedDevice::renew()
{
    readSecret([this] { !m_pickleKey.isEmpty() ? upload() : writeSecret(crypto::randomSecret(keySize)); });
}

void RefreshDehydratedDevice::upload()
{
    if (!mayGoOn())
        return;
    QJsonObject body;
    const auto made = with([&](DehydratedDevices& devices) -> Result<> {
        const auto upload = devices.make(m_pickleKey);
        if (!upload)
            return std::unexpected(upload.error());
        body = *upload;
        return {};
    });
    if (!made)
        return finish(std::unexpected(made.error()));
    m_parts.api.call<Empty>(endpoints::putDehydratedDevice(body), &m_jobs, [this](const Result<Empty>& answer) {
        if (!answer)
            return finish(std::unexpected(answer.error()));
        if (const auto noted = with([](DehydratedDevices& devices) { return devices.uploaded(); }); !noted)
            return finish(std::unexpected(noted.error()));
        refreshDevices([this] { finish(Outcome::Done); }); // what is listed is known by its keys from now on
    });
}

void RefreshDehydratedDevice::finish(const Result<Outcome>& result)
{
    if (!result)
        qCWarning(logSession, "the dehydrated device could not be renewed: error %d", static_cast<int>(result.error().code));
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace core
