#pragma once

class QQmlEngine;

namespace ui {

class AppViewModel;

/// Makes an engine ready for the module Tim: import path, symbols, fonts, no network (S-78), texts renewed with the language.
///
/// Call before anything is loaded. `app` must outlive the engine. Needs a QGuiApplication.
void prepareEngine(QQmlEngine& engine, AppViewModel& app);

} // namespace ui
