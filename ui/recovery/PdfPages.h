#pragma once

#include <QImage>

#include <functional>
#include <optional>

class QIODevice;

namespace ui {

/// Draws the first pages of a PDF, so that a code on them can be read (product B4).
///
/// The file may come from anybody: nothing in it is run, and its size, its pages, their pixels and the time are bounded.
class PdfPages {
public:
    static constexpr int mostPages = 5;
    static constexpr qint64 mostBytes = 20'000'000;
    static constexpr int longestSide = 2'400; ///< pixels: 200 dots an inch on A4

    enum class Failure {
        NotReadable, ///< damaged, or without pages
        Protected,   ///< opens with a password only
        TooLarge,    ///< more than `mostBytes`
        TooSlow,
    };

    /// Gives one page after the other to `take`, until it returns true or `mostPages` were drawn. Returns why nothing could be
    /// drawn. `file` is open, random-access, and outlives the call.
    /// Thread: any.
    static std::optional<Failure> each(QIODevice& file, const std::function<bool(const QImage&)>& take);
};

} // namespace ui
