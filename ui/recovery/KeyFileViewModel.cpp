#include "ui/recovery/KeyFileViewModel.h"

#include "ui/common/Post.h"
#include "ui/recovery/KeyFileWords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace ui {

using Outcome = core::KeyFileOutcome;

namespace {

std::shared_ptr<crypto::SecretBytes> secretOf(const QString& password)
{
    QByteArray bytes = password.toUtf8();
    auto secret = std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(bytes));
    crypto::wipe(bytes);
    return secret;
}

qsizetype charactersOf(const QString& text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype count = 0;
    while (finder.toNextBoundary() >= 0)
        ++count;
    return count;
}

} // namespace

KeyFileViewModel::KeyFileViewModel(const Format& format, QObject* parent)
    : QObject(parent)
    , m_format(format)
{
}

void KeyFileViewModel::setService(core::KeyFileService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    m_busy = m_cancelling = false;
    forget();
    setPage(Page::None);
    Q_EMIT changed();
    if (!m_service)
        return;
    connect(m_service, &core::KeyFileService::progressed, this, &KeyFileViewModel::applyProgress);
    connect(m_service, &core::KeyFileService::ended, this, &KeyFileViewModel::applyResult);
}

void KeyFileViewModel::setOwner(const AccountOwner& owner)
{
    if (owner == m_owner)
        return;
    m_owner = owner;
    Q_EMIT ownerChanged();
}

void KeyFileViewModel::refresh()
{
    Q_EMIT changed();
}

QString KeyFileViewModel::progressText() const
{
    if (!m_busy)
        return {};
    if (m_cancelling)
        //% "Being cancelled …"
        return qtTrId("keyfile.cancelling");
    const auto number = [this](qint64 count) { return m_format.locale().toString(count); };
    if (!m_isSaving && m_total == 0)
        //% "The file is being opened. This takes some seconds …"
        return qtTrId("keyfile.opening");
    if (m_isSaving && m_done == m_total)
        //% "The file is being encrypted. This takes some seconds …"
        return qtTrId("keyfile.encrypting");
    //% "Keys: %1 of %2"
    return qtTrId("keyfile.progress").arg(number(m_done), number(m_total));
}

qreal KeyFileViewModel::progress() const
{
    if (!m_busy || m_total <= 0 || (m_isSaving && m_done == m_total))
        return -1;
    return std::clamp(static_cast<qreal>(m_done) / static_cast<qreal>(m_total), 0.0, 1.0);
}

bool KeyFileViewModel::done() const
{
    return m_result && m_result->outcome == Outcome::Done;
}

bool KeyFileViewModel::cancelled() const
{
    return m_result && m_result->outcome == Outcome::Cancelled;
}

QString KeyFileViewModel::resultTitle() const
{
    if (!done())
        return {};
    if (m_isSaving)
        //% "Saved as “%1”."
        return qtTrId("keyfile.saved").arg(m_fileName);
    if (m_result->keys > 0)
        //% "The keys are on this device now."
        return qtTrId("keyfile.read");
    //% "This file brought nothing new."
    return qtTrId("keyfile.nothingNew");
}

QString KeyFileViewModel::resultText() const
{
    if (!done())
        return {};
    const auto number = [this](qint64 count) { return m_format.locale().toString(count); };
    if (m_isSaving)
        //% "Keys in the file: %1. Keep file and password well, and apart from each other."
        return qtTrId("keyfile.saved.count").arg(number(m_result->keys));
    //% "New keys: %1. Known already: %2."
    return qtTrId("keyfile.read.count").arg(number(m_result->keys), number(m_result->known));
}

QString KeyFileViewModel::damagedText() const
{
    if (!done() || m_result->damaged == 0)
        return {};
    //% "Damaged and left out: %1. A few older messages may stay unreadable."
    return qtTrId("keyfile.leftOut").arg(m_format.locale().toString(m_result->damaged));
}

ErrorText KeyFileViewModel::failure() const
{
    return m_result ? KeyFileWords::of(m_result->outcome, m_isSaving) : ErrorText();
}

bool KeyFileViewModel::failureIsAboutPassword() const
{
    return m_result && m_result->outcome == Outcome::WrongPassPhrase;
}

QString KeyFileViewModel::suggestedFileName() const
{
    //: Name of a file, without its ending; the date follows
    //% "Message keys"
    return qtTrId("keyfile.fileName") + QLatin1Char(' ') + m_format.today().toString(Qt::ISODate) + QLatin1String(".txt");
}

void KeyFileViewModel::setPage(Page page)
{
    if (page == m_page)
        return;
    m_page = page;
    Q_EMIT pageChanged();
}

void KeyFileViewModel::openSave()
{
    if (!m_busy)
        forget();
    Q_EMIT changed();
    setPage(Page::Save);
}

void KeyFileViewModel::openRead()
{
    if (!m_busy)
        forget();
    Q_EMIT changed();
    setPage(Page::Read);
}

void KeyFileViewModel::leave()
{
    cancel();
    setPage(Page::None);
}

bool KeyFileViewModel::checkPasswords(const QString& password, const QString& again)
{
    m_problem = password.isEmpty()                          ? Problem::Missing
                : charactersOf(password) < shortestPassword ? Problem::TooShort
                : password != again                         ? Problem::Different
                                                            : Problem::None;
    Q_EMIT changed();
    return m_problem == Problem::None;
}

bool KeyFileViewModel::checkPassword(const QString& password)
{
    m_problem = password.isEmpty() ? Problem::Missing : Problem::None;
    Q_EMIT changed();
    return m_problem == Problem::None;
}

void KeyFileViewModel::edited()
{
    if (m_busy || (m_problem == Problem::None && !m_result))
        return;
    m_problem = Problem::None;
    m_result.reset();
    Q_EMIT changed();
}

void KeyFileViewModel::save(const QUrl& file, const QString& password)
{
    if (m_busy || m_page != Page::Save || !checkPasswords(password, password))
        return;
    m_isSaving = true;
    if (!file.isLocalFile())
        return applyResult({.outcome = Outcome::CannotWrite});
    begin(file);
    post(m_service,
         [path = file.toLocalFile(), secret = secretOf(password)](core::KeyFileService& files) { files.exportTo(path, secret); });
}

void KeyFileViewModel::read(const QUrl& file, const QString& password)
{
    if (m_busy || m_page != Page::Read || !checkPassword(password))
        return;
    m_isSaving = false;
    if (!file.isLocalFile())
        return applyResult({.outcome = Outcome::CannotRead});
    begin(file);
    post(m_service, [path = file.toLocalFile(), secret = secretOf(password)](core::KeyFileService& files) {
        files.importFrom(path, secret);
    });
}

void KeyFileViewModel::begin(const QUrl& file)
{
    forget();
    m_fileName = QFileInfo(file.toLocalFile()).fileName();
    m_busy = true;
    Q_EMIT changed();
}

void KeyFileViewModel::cancel()
{
    if (!m_busy || m_cancelling)
        return;
    m_cancelling = true;
    Q_EMIT changed();
    post(m_service, [](core::KeyFileService& files) { files.cancel(); });
}

void KeyFileViewModel::applyProgress(qint64 done, qint64 total)
{
    if (!m_busy)
        return;
    m_done = done;
    m_total = total;
    Q_EMIT changed();
}

void KeyFileViewModel::applyResult(const core::KeyFileResult& result)
{
    m_busy = m_cancelling = false;
    m_result = result;
    Q_EMIT changed();
}

void KeyFileViewModel::forget()
{
    m_done = m_total = 0;
    m_problem = Problem::None;
    m_result.reset();
    m_fileName.clear();
}

} // namespace ui
