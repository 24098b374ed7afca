#pragma once

#include "ui/common/ErrorText.h"
#include "ui/recovery/CodeFileReader.h"

#include <QObject>
#include <QtQml/qqml.h>

#include <functional>

namespace ui {

/// Whether the person has a key sheet in their hands that is complete: its last four characters, or its QR code in front of the
/// camera or in a picture, against the sheet that was shown (product B3). Keeps of the code only what that takes.
///
/// Thread: UI.
class SheetCheckViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to RecoveryViewModel")
    Q_PROPERTY(bool offered READ offered NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(Result result READ result NOTIFY changed)
    Q_PROPERTY(ui::ErrorText trouble READ trouble NOTIFY changed)
public:
    enum class Result {
        NotYet,
        Right,
        Wrong, ///< the last four characters are others
    };
    Q_ENUM(Result)

    explicit SheetCheckViewModel(QObject* parent);

    /// The sheet was shown: there is something to compare with.
    [[nodiscard]] bool offered() const { return !m_lastFour.isEmpty(); }
    /// A picture is being read.
    [[nodiscard]] bool busy() const { return m_reader.isBusy(); }
    [[nodiscard]] Result result() const { return m_result; }
    /// Why a picture has proved nothing.
    [[nodiscard]] ErrorText trouble() const { return m_trouble ? m_trouble() : ErrorText(); }

    /// `code`: of the sheet that is shown, without white space.
    void expect(const crypto::SecretBytes& code);
    /// There is nothing to compare with any more.
    void forget();
    /// White space does not matter. Nothing happens if it is not offered.
    Q_INVOKABLE void checkLastFour(const QString& text);
    /// A picture, a scan or the saved PDF. Nothing happens if it is not offered or is busy.
    Q_INVOKABLE void checkPicture(const QUrl& file);
    /// Whether `code`, of a QR code, is that of the sheet. If it is, the sheet counts as checked.
    bool checkScanned(const crypto::SecretBytes& code);
    /// Another language: texts made here are to be made anew.
    void refresh();

Q_SIGNALS:
    void changed();
    /// Something was compared. The sheet itself can be covered: one looks at the paper.
    void compared(bool isRight);

private:
    using Trouble = std::function<ErrorText()>; // words in the language of the moment

    void finish(bool isRight);
    void takePicture(const CodeFileReader::Content& content);
    [[nodiscard]] bool isOfSheet(const crypto::SecretBytes& code) const;

    crypto::SecretBytes m_lastFour;
    QByteArray m_fingerprint; // SHA-256 of the whole code
    Result m_result = Result::NotYet;
    Trouble m_trouble;
    CodeFileReader m_reader;
};

} // namespace ui
