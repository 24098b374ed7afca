#pragma once

#include "ui/common/ErrorText.h"
#include "ui/recovery/CodeReader.h"
#include "ui/scan/Cameras.h"

namespace ui {

/// What goes wrong with a camera, and the codes that it should not have been shown. Texts are in the language of the moment.
struct ScanWords {
    static ErrorText of(Cameras::Trouble trouble);
    /// Where the code of a key sheet is looked for; null for Key.
    static ErrorText ofKind(CodeReader::Kind kind);
};

} // namespace ui
