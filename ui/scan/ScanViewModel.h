#pragma once

#include "crypto/SecretBytes.h"
#include "ui/common/ErrorText.h"
#include "ui/scan/Cameras.h"

#include <QDeadlineTimer>
#include <QImage>
#include <QObject>
#include <QTimer>
#include <QtQml/qqml.h>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace ui {

/// Reading a QR code with the camera: for bringing the chats back, for checking the key sheet, for comparing (product B3, B4,
/// B6).
///
/// The camera is on only while the page is open, and off at once when a code fits. Of the pictures only the newest is here; it is
/// looked through in another thread, one at a time and a few times a second. A code that does not fit is said, and looking goes
/// on.
class ScanViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(bool offered READ isOffered NOTIFY changed)
    Q_PROPERTY(Purpose purpose READ purpose NOTIFY purposeChanged)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(ui::ErrorText trouble READ trouble NOTIFY changed)
public:
    /// What the code is for; None: the page is closed.
    enum class Purpose { None, Restore, Check, Compare };
    Q_ENUM(Purpose)
    enum class State {
        Closed,
        Starting, ///< the camera has not given a picture yet
        Looking,
        Failed, ///< `trouble` says why
    };
    Q_ENUM(State)

    using Words = std::function<ErrorText()>; // in the language of the moment
    /// Takes a code, or says what is wrong with it.
    using Judge = std::function<Words(const crypto::SecretBytes& code)>;

    static constexpr std::chrono::milliseconds pause{100};
    static constexpr std::chrono::seconds givenUpAfter{8};

    /// At most one picture in `betweenLooks` is looked through. A camera that gives no picture for `patience` has failed.
    explicit ScanViewModel(QObject* parent, std::chrono::milliseconds betweenLooks = pause,
                           std::chrono::milliseconds patience = givenUpAfter);
    ~ScanViewModel() override;

    /// Must outlive this; null: there is no camera.
    void setCameras(Cameras* cameras);
    void setJudge(Purpose purpose, Judge judge);
    /// Another language: texts made here are to be made anew.
    void refresh() { Q_EMIT changed(); }

    /// There is a camera, as far as is known: see look().
    [[nodiscard]] bool isOffered() const { return m_isOffered; }
    [[nodiscard]] Purpose purpose() const { return m_purpose; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString stateText() const;
    /// What is wrong with the camera, or with the code that it has seen last.
    [[nodiscard]] ErrorText trouble() const { return m_trouble ? m_trouble() : ErrorText(); }
    /// The newest picture; null if there is none.
    [[nodiscard]] const QImage& frame() const { return m_frame; }

    /// Looks from now on whether there is a camera. To be called by the pages that offer it, not when the program starts.
    Q_INVOKABLE void look();
    Q_INVOKABLE void open(ui::ScanViewModel::Purpose purpose);
    /// After a trouble with the camera.
    Q_INVOKABLE void retry();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();
    void purposeChanged();
    void frameChanged();

private:
    void start();
    void stop();
    void take(const QImage& frame);
    void read(const QImage& frame);
    void judge(const crypto::SecretBytes& code);
    void fail(Cameras::Trouble trouble);
    void setPurpose(Purpose purpose);

    std::chrono::milliseconds m_betweenLooks;
    Cameras* m_cameras = nullptr;
    std::map<Purpose, Judge> m_judges;
    bool m_isWatching = false;
    bool m_isOffered = false;
    Purpose m_purpose = Purpose::None;
    State m_state = State::Closed;
    Words m_trouble;
    QImage m_frame;
    std::unique_ptr<QObject> m_camera; // while it is on
    QDeadlineTimer m_nextLook;
    QTimer m_patience;
    bool m_isReading = false; // in the other thread
    int m_attempt = 0;        // what was read for an older one does not count
};

} // namespace ui
