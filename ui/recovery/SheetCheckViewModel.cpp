#include "ui/recovery/SheetCheckViewModel.h"

#include "crypto/Sha256.h"
#include "ui/recovery/CodeCharacters.h"
#include "ui/recovery/RestoreWords.h"

#include <algorithm>

namespace ui {

SheetCheckViewModel::SheetCheckViewModel(QObject* parent)
    : QObject(parent)
{
}

void SheetCheckViewModel::expect(const crypto::SecretBytes& code)
{
    const auto characters = code.view();
    m_lastFour = crypto::SecretBytes(characters.last(std::min<size_t>(4, characters.size())));
    m_fingerprint = crypto::sha256(code.bytes());
    Q_EMIT changed();
}

void SheetCheckViewModel::forget()
{
    m_reader.stop();
    m_lastFour = {};
    m_fingerprint.clear();
    m_result = Result::NotYet;
    m_trouble = {};
    Q_EMIT changed();
}

void SheetCheckViewModel::refresh()
{
    Q_EMIT changed();
}

void SheetCheckViewModel::checkLastFour(const QString& text)
{
    if (offered())
        finish(charactersOf(text).equals(m_lastFour));
}

void SheetCheckViewModel::checkPicture(const QUrl& file)
{
    if (!offered() || busy())
        return;
    m_trouble = {};
    m_reader.read({file}, [this](CodeFileReader::Content content) { takePicture(content); });
    Q_EMIT changed();
}

void SheetCheckViewModel::takePicture(const CodeFileReader::Content& content)
{
    const auto kind = content ? CodeReader::classify(content->bytes()) : CodeReader::Kind::Other;
    if (!content)
        m_trouble = [failure = content.error()] { return RestoreWords::of(failure); };
    else if (kind != CodeReader::Kind::Key)
        m_trouble = [kind] { return RestoreWords::of(kind); };
    else if (!checkScanned(*content))
        m_trouble = &RestoreWords::ofOtherSheet;
    Q_EMIT changed();
}

bool SheetCheckViewModel::checkScanned(const crypto::SecretBytes& code)
{
    const bool isRight = isOfSheet(code);
    if (isRight)
        finish(true);
    return isRight;
}

bool SheetCheckViewModel::isOfSheet(const crypto::SecretBytes& code) const
{
    return !m_fingerprint.isEmpty() && crypto::sha256(withoutSpaces(code).bytes()) == m_fingerprint;
}

void SheetCheckViewModel::finish(bool isRight)
{
    m_result = isRight ? Result::Right : Result::Wrong;
    m_trouble = {};
    Q_EMIT changed();
    Q_EMIT compared(isRight);
}

} // namespace ui
