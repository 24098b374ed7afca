pragma Singleton
import QtQuick

/// Every colour, distance and type size there is. Nothing else in the interface names a colour or a number of pixels for them.
QtObject {
    id: root

    enum Mode { Light, Dark, Contrast }

    property int mode: Theme.Light
    /// 1.0 to 2.5, the person's choice; all type and all touch targets grow with it, gaps do not.
    property real textScale: 1.0
    property bool reducedMotion: false

    readonly property ThemePalette color: mode === Theme.Dark ? dark : mode === Theme.Contrast ? contrast : light

    readonly property ThemePalette light: ThemePalette {
        canvas: "#F5F3EE"; surface: "#FFFFFF"; sunken: "#EBE8E1"; divider: "#DEDAD2"; outline: "#7D858A"
        text: "#182226"; textMuted: "#4A555B"
        primary: "#0B5563"; primaryInk: "#FFFFFF"; primarySoft: "#D3E8EA"; primarySoftInk: "#0A2E36"
        danger: "#A3242B"; dangerInk: "#FFFFFF"; dangerSoft: "#FBE3E3"
        warning: "#7A4700"; warningSoft: "#FDEFD3"; success: "#1C6638"; successSoft: "#DDF1E3"
        hues: ["#DCE7D3", "#F3DDCB", "#D9E2F0", "#EBDCEA", "#E9E3C8", "#D3E8EA"]
    }
    readonly property ThemePalette dark: ThemePalette {
        canvas: "#101619"; surface: "#1A2327"; sunken: "#0B1012"; divider: "#2B363B"; outline: "#7F8C92"
        text: "#E9EFF0"; textMuted: "#B1BDC2"
        primary: "#7CCFD8"; primaryInk: "#00313A"; primarySoft: "#16434C"; primarySoftInk: "#DDF3F5"
        danger: "#FFB3AE"; dangerInk: "#5A0A10"; dangerSoft: "#4A1A1E"
        warning: "#F6C877"; warningSoft: "#43300D"; success: "#8FDBA6"; successSoft: "#14381F"
        hues: ["#2C3A26", "#43301F", "#24324A", "#3D2A3C", "#3A361D", "#16434C"]
    }
    readonly property ThemePalette contrast: ThemePalette {
        canvas: "#000000"; surface: "#000000"; sunken: "#000000"; divider: "#FFFFFF"; outline: "#FFFFFF"
        text: "#FFFFFF"; textMuted: "#FFFFFF"
        primary: "#FFE14D"; primaryInk: "#000000"; primarySoft: "#000000"; primarySoftInk: "#FFFFFF"
        danger: "#FF9C9C"; dangerInk: "#000000"; dangerSoft: "#000000"
        warning: "#FFE14D"; warningSoft: "#000000"; success: "#8CFFB0"; successSoft: "#000000"
        hues: ["#000000", "#000000", "#000000", "#000000", "#000000", "#000000"]
    }

    readonly property ThemeSpace space: ThemeSpace { }
    readonly property ThemeRadius radius: ThemeRadius { }
    readonly property ThemeType type: ThemeType { scale: root.textScale }
    readonly property ThemeColumn column: ThemeColumn { }
    /// Smallest height and width of anything one can press.
    readonly property int target: Math.round(44 * Math.max(1, textScale * 0.9))
    /// Symbols beside body text.
    readonly property int symbol: Math.round(20 * textScale)
    /// Border of soft surfaces; visible in the contrast theme, where fills are not.
    readonly property int edge: mode === Theme.Contrast ? 2 : 0
    readonly property int fast: reducedMotion ? 0 : 120
    /// From this width on, counted in text sizes, two panes stand side by side.
    readonly property int twoPanes: 840
}
