#pragma once

namespace ui {

class RecoveryViewModel;
class ScanViewModel;
class VerificationViewModel;

/// Gives what the camera reads to those who want it, and turns it off when they do not want it any more.
/// All three must live equally long.
void connectScanning(ScanViewModel& scan, RecoveryViewModel& recovery, VerificationViewModel& verification);

} // namespace ui
