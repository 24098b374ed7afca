#pragma once

#include "app/CoreThread.h"
#include "tests/headless/Driver.h"
#include "tests/window/UiWatch.h"
#include "ui/app/AppViewModel.h"

#include <QQmlApplicationEngine>

namespace window {

/// The real window over an account that is driven by the command line and standard input.
///
/// Prints, beside what tests/headless prints: "firstFrame" when the first picture is on the screen, "listShown" with the first
/// one that has the room list in it, and "window" at the end with the longest time the UI thread was busy after that. Thread: UI.
/// The account and its driver live on the core thread.
class Program final : public QObject {
    Q_OBJECT
public:
    Program(const headless::Options& options, UiWatch& watch);
    ~Program() override;

    /// Shows the window. False if it cannot be loaded.
    bool start();
    void receive(const QByteArray& line);
    void inputEnded();

private:
    std::shared_ptr<core::AccountService> makeAccount(const headless::Options& options);
    void swapped();
    void end(int code);

    UiWatch& m_watch;
    headless::Driver* m_driver = nullptr; // a child of the account
    app::CoreThread m_core;
    ui::AppViewModel m_view;
    QQmlApplicationEngine m_engine;
    bool m_framed = false;
    bool m_listed = false;
};

} // namespace window
