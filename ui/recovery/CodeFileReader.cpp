#include "ui/recovery/CodeFileReader.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace ui {

using Failure = CodeReader::Failure;

CodeFileReader::CodeFileReader(QObject* parent, std::chrono::milliseconds readFor)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(readFor);
    // The reader cannot be stopped; its late answer does not count.
    connect(&m_timer, &QTimer::timeout, this, [this] { finish(std::unexpected(Failure::TooSlow)); });
}

void CodeFileReader::read(const QList<QUrl>& files, const Done& done)
{
    if (isBusy() || files.isEmpty())
        return;
    m_done = done;
    m_timer.start();
    const auto answer = [attempt = ++m_attempt, self = QPointer<CodeFileReader>(this)](const std::shared_ptr<Content>& content) {
        // Whether this is still there is asked on its own thread.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [content, attempt, self] {
                if (self && attempt == self->m_attempt)
                    self->finish(std::move(*content));
            },
            Qt::QueuedConnection);
    };
    if (files.size() > 1)
        return answer(std::make_shared<Content>(std::unexpected(Failure::SeveralFiles)));
    if (!files.first().isLocalFile())
        return answer(std::make_shared<Content>(std::unexpected(Failure::NotReadable)));
    QThreadPool::globalInstance()->start(
        [path = files.first().toLocalFile(), answer] { answer(std::make_shared<Content>(CodeReader::readFile(path))); });
}

void CodeFileReader::stop()
{
    ++m_attempt;
    m_timer.stop();
    m_done = {};
}

void CodeFileReader::finish(Content content)
{
    const Done done = std::exchange(m_done, {});
    stop();
    if (done)
        done(std::move(content));
}

} // namespace ui
