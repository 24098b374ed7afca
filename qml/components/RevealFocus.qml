import QtQuick
import Tim

/// Scrolls so that what has the focus is in view, when it is inside `content`.
Item {
    id: root

    required property Flickable flickable
    required property Item content

    visible: false

    function reveal(item: Item): void {
        const view = root.flickable
        const place = item.mapToItem(view.contentItem, 0, 0)
        const top = place.y - Theme.space.m
        const bottom = place.y + item.height + Theme.space.m
        if (top < view.contentY)
            view.contentY = Math.max(view.originY, top)
        else if (bottom > view.contentY + view.height)
            view.contentY = Math.min(view.originY + Math.max(0, view.contentHeight - view.height), bottom - view.height, top)
    }

    Connections {
        target: root.flickable.Window.window

        function onActiveFocusItemChanged(): void {
            const item = root.flickable.Window.activeFocusItem
            let above = item
            while (above && above !== root.content)
                above = above.parent
            if (above && item !== root.content)
                root.reveal(item)
        }
    }
}
