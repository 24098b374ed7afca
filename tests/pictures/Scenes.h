#pragma once

#include "ui/app/AppViewModel.h"

#include <QQuickWindow>

#include <functional>

/// One screen in one state.
struct Scene {
    QString name;
    QString title;
    /// Fills the view models.
    std::function<void(ui::AppViewModel&)> fill;
    /// What is done to the window when it is there: opens a dialog. May be empty.
    std::function<void(QQuickWindow&)> act;
};

QList<Scene> allScenes();

// The scenes of one area, and what they share.

/// Behind the login, with these chats.
void showChats(ui::AppViewModel& app, const QList<core::RoomSummary>& rooms);
void showChats(ui::AppViewModel& app);

QList<Scene> recoveryScenes();
QList<Scene> printScenes();
QList<Scene> passwordScenes();
QList<Scene> confirmScenes();
QList<Scene> keptCodeScenes();
QList<Scene> healthScenes();
QList<Scene> keyFileScenes();
QList<Scene> verificationScenes();
QList<Scene> renewScenes();
QList<Scene> scanScenes();
