#pragma once

namespace app {

/// Closes what an application with secrets must not leave open, before Qt or anything else starts:
/// files for this user only (S-103), no core dumps (S-101), no code, styles or plug-ins from the environment (S-135).
/// Call first in main(). Thread: main, before any other exists.
void harden();

} // namespace app
