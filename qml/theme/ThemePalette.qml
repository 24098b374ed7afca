import QtQuick

/// The colours of one theme. Every theme has every one of them.
QtObject {
    required property color canvas
    required property color surface
    required property color sunken
    required property color divider
    required property color outline
    required property color text
    required property color textMuted
    required property color primary
    required property color primaryInk
    required property color primarySoft
    required property color primarySoftInk
    required property color danger
    required property color dangerInk
    required property color dangerSoft
    required property color warning
    required property color warningSoft
    required property color success
    required property color successSoft
    required property list<color> hues
}
