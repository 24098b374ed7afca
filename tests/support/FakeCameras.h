#pragma once

#include "ui/scan/Cameras.h"

#include <QPointer>

#include <functional>
#include <utility>

namespace ui {

/// A computer with a camera that shows what it is given.
class FakeCameras final : public Cameras {
public:
    int watched = 0;
    int opened = 0;

    void watch(QObject* context, std::function<void(bool)> changed) override
    {
        ++watched;
        m_watcher = context;
        m_changed = std::move(changed);
        m_changed(m_isThere);
    }
    void open(QObject* context, std::function<void(const QImage&)> frame, std::function<void(Trouble)> failed) override
    {
        ++opened;
        m_context = context;
        m_frame = std::move(frame);
        m_failed = std::move(failed);
    }

    /// Plugged in, or pulled out.
    void setThere(bool isThere)
    {
        m_isThere = isThere;
        if (m_watcher)
            m_changed(isThere);
        if (!isThere)
            fail(Trouble::Gone);
    }
    [[nodiscard]] bool isOn() const { return !m_context.isNull(); }
    void show(const QImage& frame)
    {
        if (m_context)
            m_frame(frame);
    }
    void fail(Trouble trouble)
    {
        const auto failed = m_failed; // it may be replaced meanwhile
        if (m_context)
            failed(trouble);
    }

private:
    bool m_isThere = true;
    QPointer<QObject> m_watcher;
    std::function<void(bool)> m_changed;
    QPointer<QObject> m_context;
    std::function<void(const QImage&)> m_frame;
    std::function<void(Trouble)> m_failed;
};

} // namespace ui
