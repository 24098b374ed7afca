#pragma once

#include <QString>
#include <QTranslator>

namespace ui {

/// The language of all texts: installs the translation of the resources and Qt's default locale.
///
/// Thread: UI, one at a time. Removes its translation when destroyed.
class Language {
public:
    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    /// `code`: "de" or "en". Texts made before stay as they are until they are asked for again.
    void use(const QString& code);

private:
    QTranslator m_texts;
};

} // namespace ui
