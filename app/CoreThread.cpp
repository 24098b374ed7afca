#include "app/CoreThread.h"

namespace app {

CoreThread::CoreThread(const core::AccountService::Options& options)
    : CoreThread([&options] { return std::make_shared<core::AccountService>(options); })
{
}

CoreThread::CoreThread(const MakeAccount& makeAccount)
{
    m_thread.setObjectName(QStringLiteral("core"));
    m_thread.start();
    m_place.moveToThread(&m_thread);
    // Made on its own thread, so that all its parts belong there.
    QMetaObject::invokeMethod(&m_place, [this, &makeAccount] { m_account = makeAccount(); }, Qt::BlockingQueuedConnection);
}

CoreThread::~CoreThread()
{
    QMetaObject::invokeMethod(&m_place, [this] { m_account.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void CoreThread::open(crypto::SecretBytes databaseKey)
{
    auto key = std::make_shared<crypto::SecretBytes>(std::move(databaseKey));
    QMetaObject::invokeMethod(m_account.get(), [account = m_account.get(), key] { account->open(key); }, Qt::QueuedConnection);
}

} // namespace app
