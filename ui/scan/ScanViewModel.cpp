#include "ui/scan/ScanViewModel.h"

#include "ui/recovery/CodeReader.h"
#include "ui/scan/ScanWords.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace ui {

ScanViewModel::ScanViewModel(QObject* parent, std::chrono::milliseconds betweenLooks, std::chrono::milliseconds patience)
    : QObject(parent)
    , m_betweenLooks(betweenLooks)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(Cameras::Trouble::Busy); });
}

ScanViewModel::~ScanViewModel() = default;

void ScanViewModel::setCameras(Cameras* cameras)
{
    close();
    m_cameras = cameras;
    m_isWatching = m_isOffered = false;
    Q_EMIT changed();
}

void ScanViewModel::setJudge(Purpose purpose, Judge judge)
{
    m_judges[purpose] = std::move(judge);
}

QString ScanViewModel::stateText() const
{
    switch (m_state) {
    case State::Closed:
    case State::Failed:
        return {};
    case State::Starting:
        //% "The camera is being switched on …"
        return qtTrId("scan.starting");
    case State::Looking:
        //% "The camera is on. We are looking for the code …"
        return qtTrId("scan.looking");
    }
    return {};
}

void ScanViewModel::look()
{
    if (!m_cameras || std::exchange(m_isWatching, true))
        return;
    m_cameras->watch(this, [this](bool isThere) {
        m_isOffered = isThere;
        Q_EMIT changed();
    });
}

void ScanViewModel::open(Purpose purpose)
{
    if (purpose == Purpose::None || m_purpose != Purpose::None)
        return;
    start();
    setPurpose(purpose);
}

void ScanViewModel::retry()
{
    if (m_state == State::Failed)
        start();
}

void ScanViewModel::close()
{
    if (m_purpose == Purpose::None)
        return;
    stop();
    m_state = State::Closed;
    m_trouble = {};
    Q_EMIT changed();
    setPurpose(Purpose::None);
}

void ScanViewModel::setPurpose(Purpose purpose)
{
    m_purpose = purpose;
    Q_EMIT purposeChanged();
}

void ScanViewModel::start()
{
    stop();
    m_trouble = {};
    if (!m_cameras)
        return fail(Cameras::Trouble::Gone);
    m_state = State::Starting;
    m_camera = std::make_unique<QObject>();
    m_patience.start();
    Q_EMIT changed();
    m_cameras->open(
        m_camera.get(), [this](const QImage& frame) { take(frame); }, [this](Cameras::Trouble trouble) { fail(trouble); });
}

void ScanViewModel::stop()
{
    ++m_attempt;
    m_isReading = false;
    m_patience.stop();
    // It may be the camera that calls: what it holds ends with the call, the camera itself is off at once.
    m_camera.reset();
    m_nextLook = {};
    m_frame = {};
    Q_EMIT frameChanged();
}

void ScanViewModel::fail(Cameras::Trouble trouble)
{
    stop();
    m_state = State::Failed;
    m_trouble = [trouble] { return ScanWords::of(trouble); };
    Q_EMIT changed();
}

void ScanViewModel::take(const QImage& frame)
{
    if (!m_camera || frame.isNull())
        return;
    m_patience.start();
    m_frame = frame;
    Q_EMIT frameChanged();
    if (m_state == State::Starting) {
        m_state = State::Looking;
        Q_EMIT changed();
    }
    if (!m_isReading && m_nextLook.hasExpired())
        read(frame);
}

void ScanViewModel::read(const QImage& frame)
{
    m_isReading = true;
    m_nextLook.setRemainingTime(m_betweenLooks);
    QThreadPool::globalInstance()->start([frame, attempt = m_attempt, self = QPointer<ScanViewModel>(this)] {
        auto found = CodeReader::read(frame);
        auto code = std::make_shared<crypto::SecretBytes>(found ? std::move(*found) : crypto::SecretBytes());
        // Whether this is still there is asked on its own thread.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [code, attempt, self] {
                if (!self || attempt != self->m_attempt)
                    return;
                self->m_isReading = false;
                if (!code->isEmpty())
                    self->judge(*code);
            },
            Qt::QueuedConnection);
    });
}

void ScanViewModel::judge(const crypto::SecretBytes& code)
{
    const auto found = m_judges.find(m_purpose);
    if (found == m_judges.end())
        return;
    const auto wrong = found->second(code);
    if (!wrong)
        return close();
    // The same code is seen many times, and said once.
    const auto before = trouble();
    m_trouble = wrong;
    if (trouble() != before)
        Q_EMIT changed();
}

} // namespace ui
