#include "app/KeychainVault.h"

#include "app/SecretService.h"
#include "crypto/Random.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

KeychainAnswer answerOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainAnswer::Done;
    case QKeychain::EntryNotFound:
        return KeychainAnswer::NotFound;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainAnswer::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return KeychainAnswer::Missing;
}

class QtKeychainBackend final : public KeychainBackend {
public:
    QtKeychainBackend(QString service, std::chrono::milliseconds limit)
        : m_service(std::move(service))
        , m_limit(limit)
    {
    }

    void read(const QString& entry, Read done) override
    {
        auto owned = std::make_unique<QKeychain::ReadPasswordJob>(m_service);
        auto* job = owned.get();
        start(std::move(owned), entry, [this, entry, job, done = std::move(done)](KeychainAnswer answer) {
            // Who has just refused to unlock the store must not be asked again at once, as a probe would do.
            if (answer == KeychainAnswer::NotFound)
                return holdsLocked(m_service, entry, &m_operations,
                                   [done](bool locked) { done(locked ? KeychainAnswer::Locked : KeychainAnswer::NotFound, {}); });
            if (answer != KeychainAnswer::Done)
                return done(answer, {});
            QByteArray data = job->binaryData();
            auto value = crypto::SecretBytes::fromBytes(data);
            crypto::wipe(data);
            done(answer, std::move(value));
        });
    }

    void write(const QString& entry, crypto::SecretBytes value, Written done) override
    {
        auto job = std::make_unique<QKeychain::WritePasswordJob>(m_service);
        job->setBinaryData(value.bytes().toByteArray());
        start(std::move(job), entry, done);
    }

    void remove(const QString& entry, Written done) override
    {
        start(std::make_unique<QKeychain::DeletePasswordJob>(m_service), entry, done);
    }

private:
    // The job deletes itself when it has finished; it cannot be stopped, so a late answer is dropped.
    void start(std::unique_ptr<QKeychain::Job> owned, const QString& entry, const Written& done)
    {
        auto* job = owned.release();
        job->setInsecureFallback(false);
        job->setKey(entry);
        auto* once = new QObject(&m_operations);
        QObject::connect(job, &QKeychain::Job::finished, once, [once, done](QKeychain::Job* finished) {
            once->deleteLater();
            QObject::disconnect(finished, nullptr, once, nullptr);
            done(answerOf(finished->error()));
        });
        QTimer::singleShot(m_limit, once, [once, job = QPointer(job), done] {
            once->deleteLater();
            if (job)
                QObject::disconnect(job, nullptr, once, nullptr);
            done(KeychainAnswer::TimedOut);
        });
        job->start();
    }

    QString m_service;
    std::chrono::milliseconds m_limit;
    QObject m_operations; // last: open operations die first
};

template <typename Value>
std::function<void(core::Result<Value>)> whileAlive(QObject* context, std::function<void(core::Result<Value>)> done)
{
    return [context = QPointer(context), done = std::move(done)](core::Result<Value> result) {
        if (context)
            done(std::move(result));
    };
}

} // namespace

KeychainVault::KeychainVault(std::shared_ptr<KeychainBackend> backend, QString folder)
    : m_backend(std::move(backend))
    , m_folder(std::move(folder))
{
}

QString KeychainVault::entryOf(const QString& profileId) const
{
    return m_folder + u'/' + profileId;
}

void KeychainVault::read(const QString& profileId, QObject* context, ReadCallback done)
{
    const QString entry = entryOf(profileId);
    m_backend->read(entry,
                    [this, entry, done = whileAlive(context, std::move(done))](KeychainAnswer answer, crypto::SecretBytes key) {
                        if (answer == KeychainAnswer::Done)
                            return done(std::move(key));
                        if (answer != KeychainAnswer::NotFound)
                            return done(core::fail(errorOf(answer)));
                        probe([this, entry, done](const KeychainProbe& probe) {
                            if (const auto meaning = meaningOfNotFound(probe); meaning != core::ErrorCode::KeyMissing)
                                return done(core::fail(meaning));
                            readAgain(entry, done);
                        });
                    });
}

// The probe may have made the person unlock the store: only now does "not found" mean what it says.
void KeychainVault::readAgain(const QString& entry, const ReadCallback& done)
{
    m_backend->read(entry, [done](KeychainAnswer answer, crypto::SecretBytes key) {
        if (answer == KeychainAnswer::Done)
            done(std::move(key));
        else
            done(core::fail(answer == KeychainAnswer::NotFound ? core::ErrorCode::KeyMissing : errorOf(answer)));
    });
}

void KeychainVault::write(const QString& profileId, crypto::SecretBytes key, QObject* context, DoneCallback done)
{
    const QString entry = entryOf(profileId);
    auto expected = std::make_shared<const crypto::SecretBytes>(key.copy());
    m_backend->write(entry, std::move(key),
                     [this, entry, expected, done = whileAlive(context, std::move(done))](KeychainAnswer written) {
                         if (written != KeychainAnswer::Done)
                             return done(core::fail(errorOf(written)));
                         m_backend->read(entry, [expected, done](KeychainAnswer answer, const crypto::SecretBytes& stored) {
                             if (answer != KeychainAnswer::Done)
                                 done(core::fail(errorOf(answer)));
                             else if (!stored.equals(*expected))
                                 done(core::fail(core::ErrorCode::KeyStoreMissing));
                             else
                                 done({});
                         });
                     });
}

void KeychainVault::remove(const QString& profileId, QObject* context, DoneCallback done)
{
    m_backend->remove(entryOf(profileId), [this, done = whileAlive(context, std::move(done))](KeychainAnswer answer) {
        if (answer == KeychainAnswer::Done)
            return done({});
        if (answer != KeychainAnswer::NotFound)
            return done(core::fail(errorOf(answer)));
        probe([done](const KeychainProbe& probe) {
            if (const auto meaning = meaningOfNotFound(probe); meaning != core::ErrorCode::KeyMissing)
                return done(core::fail(meaning));
            done({});
        });
    });
}

void KeychainVault::probe(std::function<void(KeychainProbe)> done)
{
    const QString entry = u"probe/"_s + QString::fromLatin1(crypto::randomBytes(8).toHex());
    auto value = std::make_shared<const crypto::SecretBytes>(crypto::randomSecret(16));
    m_backend->write(entry, value->copy(), [this, entry, value, done = std::move(done)](KeychainAnswer written) {
        if (written != KeychainAnswer::Done)
            return done({.written = written});
        m_backend->read(entry, [this, entry, value, done](KeychainAnswer answer, const crypto::SecretBytes& stored) {
            const KeychainProbe probe{.written = KeychainAnswer::Done, .readBack = answer, .sameValue = stored.equals(*value)};
            m_backend->remove(entry, [done, probe](KeychainAnswer) { done(probe); });
        });
    });
}

std::unique_ptr<KeychainBackend> systemKeychain(const QString& service, std::chrono::milliseconds limit)
{
    return std::make_unique<QtKeychainBackend>(service, limit);
}

} // namespace app
