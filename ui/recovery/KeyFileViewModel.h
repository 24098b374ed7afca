#pragma once

#include "core/services/recovery/KeyFileService.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/profile/AccountOwner.h"

#include <QObject>
#include <QUrl>
#include <QtQml/qqml.h>

#include <optional>

namespace ui {

/// Saving the keys of all messages in a file that a password opens, and reading such a file (product B10).
///
/// Passwords are passed on and not kept here.
class KeyFileViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool cancelling READ cancelling NOTIFY changed)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    Q_PROPERTY(qreal progress READ progress NOTIFY changed)
    Q_PROPERTY(Problem problem READ problem NOTIFY changed)
    Q_PROPERTY(bool done READ done NOTIFY changed)
    Q_PROPERTY(QString resultTitle READ resultTitle NOTIFY changed)
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed)
    Q_PROPERTY(QString damagedText READ damagedText NOTIFY changed)
    Q_PROPERTY(bool cancelled READ cancelled NOTIFY changed)
    Q_PROPERTY(ui::ErrorText failure READ failure NOTIFY changed)
    Q_PROPERTY(bool failureIsAboutPassword READ failureIsAboutPassword NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString accountText READ accountText NOTIFY ownerChanged)
    Q_PROPERTY(QString accountSpoken READ accountSpoken NOTIFY ownerChanged)
public:
    enum class Page { None, Save, Read };
    Q_ENUM(Page)
    /// What is wrong with the passwords as they were typed.
    enum class Problem { None, Missing, TooShort, Different };
    Q_ENUM(Problem)

    static constexpr qsizetype shortestPassword = 12; ///< characters as people count them

    /// `format` must outlive this.
    explicit KeyFileViewModel(const Format& format, QObject* parent = nullptr);

    /// Connects to the service of a new session; null lets go of it and forgets everything.
    void setService(core::KeyFileService* service);
    /// Whose account it is; `spoken` is the address character by character (A19).
    void setOwner(const AccountOwner& owner);
    /// Another language: texts made here are to be made anew.
    void refresh();

    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool cancelling() const { return m_cancelling; }
    /// What goes on, with numbers.
    [[nodiscard]] QString progressText() const;
    /// From 0 to 1; negative if the end is not known.
    [[nodiscard]] qreal progress() const;
    [[nodiscard]] Problem problem() const { return m_problem; }
    /// It went well.
    [[nodiscard]] bool done() const;
    [[nodiscard]] QString resultTitle() const;
    [[nodiscard]] QString resultText() const;
    /// How many keys were damaged and left out; empty if none.
    [[nodiscard]] QString damagedText() const;
    [[nodiscard]] bool cancelled() const;
    /// Null unless the last attempt has failed.
    [[nodiscard]] ErrorText failure() const;
    /// Another password may help: it is said beside the field.
    [[nodiscard]] bool failureIsAboutPassword() const;
    /// Of the chosen file, without its folder.
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] QString accountText() const { return m_owner.line(); }
    [[nodiscard]] QString accountSpoken() const { return m_owner.lineSpoken(); }
    /// With the date, and nothing about the person.
    Q_INVOKABLE [[nodiscard]] QString suggestedFileName() const;

    Q_INVOKABLE void openSave();
    Q_INVOKABLE void openRead();
    /// Leaves the page; what is running is cancelled.
    Q_INVOKABLE void leave();

    /// Whether both are the same and long enough; says in `problem` what is not.
    Q_INVOKABLE bool checkPasswords(const QString& password, const QString& again);
    /// The same for the password of a file that there is already: it may have any length.
    Q_INVOKABLE bool checkPassword(const QString& password);
    /// The person is changing a password, or chooses anew: what was wrong does not count any more.
    Q_INVOKABLE void edited();
    Q_INVOKABLE void save(const QUrl& file, const QString& password);
    Q_INVOKABLE void read(const QUrl& file, const QString& password);
    Q_INVOKABLE void cancel();

public Q_SLOTS:
    void applyProgress(qint64 done, qint64 total);
    void applyResult(const core::KeyFileResult& result);

Q_SIGNALS:
    void changed();
    void pageChanged();
    void ownerChanged();

private:
    void setPage(Page page);
    void begin(const QUrl& file);
    void forget();

    const Format& m_format;
    core::KeyFileService* m_service = nullptr;
    Page m_page = Page::None;
    bool m_busy = false;
    bool m_cancelling = false;
    bool m_isSaving = false; // the last attempt
    qint64 m_done = 0, m_total = 0;
    Problem m_problem = Problem::None;
    std::optional<core::KeyFileResult> m_result;
    QString m_fileName;
    AccountOwner m_owner;
};

} // namespace ui
