#include "ui/recovery/CodeCharacters.h"

namespace ui {

crypto::SecretBytes charactersOf(const QString& text)
{
    QByteArray bytes;
    bytes.reserve(4 * text.size()); // never moved: nothing stays behind
    for (const QChar c : text) {
        if (!c.isSpace())
            bytes.append(QStringView(&c, 1).toUtf8());
    }
    auto secret = crypto::SecretBytes::fromBytes(bytes);
    crypto::wipe(bytes);
    return secret;
}

crypto::SecretBytes withoutSpaces(const crypto::SecretBytes& code)
{
    crypto::SecretBytes characters(code.size());
    size_t count = 0;
    for (const unsigned char c : code.view()) {
        if (c > ' ')
            characters.data()[count++] = c;
    }
    return crypto::SecretBytes(characters.view().first(count));
}

} // namespace ui
