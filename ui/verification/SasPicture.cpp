#include "ui/verification/SasPicture.h"

#include "core/encryption/verification/SasEmoji.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {

namespace {

// The German names are those of the specification, so that all programs say the same.
// clang-format off
constexpr std::array<const char*, 64> names{
    //% "Dog"
    QT_TRID_NOOP("sas.dog"),
    //% "Cat"
    QT_TRID_NOOP("sas.cat"),
    //% "Lion"
    QT_TRID_NOOP("sas.lion"),
    //% "Horse"
    QT_TRID_NOOP("sas.horse"),
    //% "Unicorn"
    QT_TRID_NOOP("sas.unicorn"),
    //% "Pig"
    QT_TRID_NOOP("sas.pig"),
    //% "Elephant"
    QT_TRID_NOOP("sas.elephant"),
    //% "Rabbit"
    QT_TRID_NOOP("sas.rabbit"),
    //% "Panda"
    QT_TRID_NOOP("sas.panda"),
    //% "Rooster"
    QT_TRID_NOOP("sas.rooster"),
    //% "Penguin"
    QT_TRID_NOOP("sas.penguin"),
    //% "Turtle"
    QT_TRID_NOOP("sas.turtle"),
    //% "Fish"
    QT_TRID_NOOP("sas.fish"),
    //% "Octopus"
    QT_TRID_NOOP("sas.octopus"),
    //% "Butterfly"
    QT_TRID_NOOP("sas.butterfly"),
    //% "Flower"
    QT_TRID_NOOP("sas.flower"),
    //% "Tree"
    QT_TRID_NOOP("sas.tree"),
    //% "Cactus"
    QT_TRID_NOOP("sas.cactus"),
    //% "Mushroom"
    QT_TRID_NOOP("sas.mushroom"),
    //% "Globe"
    QT_TRID_NOOP("sas.globe"),
    //% "Moon"
    QT_TRID_NOOP("sas.moon"),
    //% "Cloud"
    QT_TRID_NOOP("sas.cloud"),
    //% "Fire"
    QT_TRID_NOOP("sas.fire"),
    //% "Banana"
    QT_TRID_NOOP("sas.banana"),
    //% "Apple"
    QT_TRID_NOOP("sas.apple"),
    //% "Strawberry"
    QT_TRID_NOOP("sas.strawberry"),
    //% "Corn"
    QT_TRID_NOOP("sas.corn"),
    //% "Pizza"
    QT_TRID_NOOP("sas.pizza"),
    //% "Cake"
    QT_TRID_NOOP("sas.cake"),
    //% "Heart"
    QT_TRID_NOOP("sas.heart"),
    //% "Smiley"
    QT_TRID_NOOP("sas.smiley"),
    //% "Robot"
    QT_TRID_NOOP("sas.robot"),
    //% "Hat"
    QT_TRID_NOOP("sas.hat"),
    //% "Glasses"
    QT_TRID_NOOP("sas.glasses"),
    //% "Spanner"
    QT_TRID_NOOP("sas.spanner"),
    //% "Santa"
    QT_TRID_NOOP("sas.santa"),
    //% "Thumbs Up"
    QT_TRID_NOOP("sas.thumbsUp"),
    //% "Umbrella"
    QT_TRID_NOOP("sas.umbrella"),
    //% "Hourglass"
    QT_TRID_NOOP("sas.hourglass"),
    //% "Clock"
    QT_TRID_NOOP("sas.clock"),
    //% "Gift"
    QT_TRID_NOOP("sas.gift"),
    //% "Light Bulb"
    QT_TRID_NOOP("sas.lightBulb"),
    //% "Book"
    QT_TRID_NOOP("sas.book"),
    //% "Pencil"
    QT_TRID_NOOP("sas.pencil"),
    //% "Paperclip"
    QT_TRID_NOOP("sas.paperclip"),
    //% "Scissors"
    QT_TRID_NOOP("sas.scissors"),
    //% "Lock"
    QT_TRID_NOOP("sas.lock"),
    //% "Key"
    QT_TRID_NOOP("sas.key"),
    //% "Hammer"
    QT_TRID_NOOP("sas.hammer"),
    //% "Telephone"
    QT_TRID_NOOP("sas.telephone"),
    //% "Flag"
    QT_TRID_NOOP("sas.flag"),
    //% "Train"
    QT_TRID_NOOP("sas.train"),
    //% "Bicycle"
    QT_TRID_NOOP("sas.bicycle"),
    //% "Aeroplane"
    QT_TRID_NOOP("sas.aeroplane"),
    //% "Rocket"
    QT_TRID_NOOP("sas.rocket"),
    //% "Trophy"
    QT_TRID_NOOP("sas.trophy"),
    //% "Ball"
    QT_TRID_NOOP("sas.ball"),
    //% "Guitar"
    QT_TRID_NOOP("sas.guitar"),
    //% "Trumpet"
    QT_TRID_NOOP("sas.trumpet"),
    //% "Bell"
    QT_TRID_NOOP("sas.bell"),
    //% "Anchor"
    QT_TRID_NOOP("sas.anchor"),
    //% "Headphones"
    QT_TRID_NOOP("sas.headphones"),
    //% "Folder"
    QT_TRID_NOOP("sas.folder"),
    //% "Pin"
    QT_TRID_NOOP("sas.pin"),
};
// clang-format on

} // namespace

SasPicture SasPicture::of(int number)
{
    const auto at = static_cast<size_t>(std::clamp(number, 0, 63));
    return {.symbol = core::sasEmojiSymbol(number).toString(), .name = qtTrId(names[at])};
}

} // namespace ui
