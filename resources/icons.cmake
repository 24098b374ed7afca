# Symbols of bootstrap-icons (MIT) that the interface uses; ui/common/IconProvider draws them.
set(TIM_ICONS
    123 arrow-clockwise arrow-down arrow-left arrow-repeat box-arrow-right box-arrow-up-right building
    building-exclamation camera card-image chat-square-text chat-square-text-fill check-circle check-lg check2
    check2-all chevron-right circle-half clipboard clock cloud-slash database-exclamation display door-open download
    envelope envelope-fill envelope-open exclamation-circle exclamation-octagon exclamation-triangle eye eye-slash
    file-earmark file-earmark-image file-earmark-music file-earmark-pdf file-earmark-play folder2 fonts gear gear-fill
    geo-alt globe hdd hourglass-split images info-circle key laptop lock moon palette pc-display people person-badge
    person-circle person-fill phone plus-lg printer qr-code question-circle reply safe search send-fill server shield-check
    shield-exclamation shield-lock star sun trash type unlock wifi-off x-lg)
