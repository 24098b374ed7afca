#include "ui/app/Scanning.h"

#include "ui/recovery/RecoveryViewModel.h"
#include "ui/recovery/RestoreWords.h"
#include "ui/scan/ScanViewModel.h"
#include "ui/scan/ScanWords.h"
#include "ui/verification/VerificationViewModel.h"

namespace ui {

using Purpose = ScanViewModel::Purpose;
using Words = ScanViewModel::Words;

namespace {

/// Words for another kind of code than that of a key sheet; nothing for that.
Words ifNoKey(const crypto::SecretBytes& code)
{
    const auto kind = CodeReader::classify(code.bytes());
    return kind == CodeReader::Kind::Key ? Words() : [kind] { return ScanWords::ofKind(kind); };
}

} // namespace

void connectScanning(ScanViewModel& scan, RecoveryViewModel& recovery, VerificationViewModel& verification)
{
    scan.setJudge(Purpose::Restore, [&recovery](const crypto::SecretBytes& code) {
        auto wrong = ifNoKey(code);
        if (!wrong)
            recovery.restoreScanned(code);
        return wrong;
    });
    scan.setJudge(Purpose::Check, [&recovery](const crypto::SecretBytes& code) {
        auto wrong = ifNoKey(code);
        if (!wrong && !recovery.check()->checkScanned(code))
            wrong = &RestoreWords::ofOtherSheet;
        return wrong;
    });
    scan.setJudge(Purpose::Compare, [&verification](const crypto::SecretBytes& code) { return verification.tryScanned(code); });

    QObject::connect(&recovery, &RecoveryViewModel::pageChanged, &scan, [&scan, &recovery] {
        const bool isLeft = (scan.purpose() == Purpose::Restore && recovery.page() != RecoveryViewModel::Page::Welcome) ||
                            (scan.purpose() == Purpose::Check && recovery.page() != RecoveryViewModel::Page::KeySheet);
        if (isLeft)
            scan.close();
    });
    QObject::connect(&verification, &VerificationViewModel::changed, &scan, [&scan, &verification] {
        if (scan.purpose() == Purpose::Compare && !verification.canScan())
            scan.close();
    });
}

} // namespace ui
