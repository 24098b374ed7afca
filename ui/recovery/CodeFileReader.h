#pragma once

#include "ui/recovery/CodeReader.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>

namespace ui {

/// Reads the QR code in a file that the person chose or dropped, without keeping the window waiting.
///
/// Thread: UI. One file at a time; a late answer to an earlier one does not count.
class CodeFileReader final : public QObject {
    Q_OBJECT
public:
    using Content = std::expected<crypto::SecretBytes, CodeReader::Failure>;
    using Done = std::function<void(Content content)>;

    static constexpr std::chrono::seconds givenUpAfter{30};

    /// A file that takes longer to read than `readFor` is given up.
    explicit CodeFileReader(QObject* parent = nullptr, std::chrono::milliseconds readFor = givenUpAfter);

    [[nodiscard]] bool isBusy() const { return m_timer.isActive(); }
    /// `done` is called later, and once, unless stop() comes before. Nothing happens while another file is being read.
    void read(const QList<QUrl>& files, const Done& done);
    /// The answer does not count any more.
    void stop();

private:
    void finish(Content content);

    QTimer m_timer; // runs while a file is read
    Done m_done;
    int m_attempt = 0;
};

} // namespace ui
