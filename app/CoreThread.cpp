#include "app/CoreThread.h"

namespace app {

CoreThread::CoreThread(const core::AccountService::Options& options)
{
    m_thread.setObjectName(QStringLiteral("core"));
    m_thread.start();
    // Made on its own thread, so that all its parts belong there.
    auto* const place = new QObject;
    place->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        place,
        [this, options, place] {
            m_account = new core::AccountService(options);
            place->deleteLater();
        },
        Qt::BlockingQueuedConnection);
}

CoreThread::~CoreThread()
{
    QMetaObject::invokeMethod(m_account, [this] { delete m_account; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void CoreThread::open(crypto::SecretBytes databaseKey)
{
    auto key = std::make_shared<crypto::SecretBytes>(std::move(databaseKey));
    QMetaObject::invokeMethod(m_account, [account = m_account, key] { account->open(key); }, Qt::QueuedConnection);
}

} // namespace app
