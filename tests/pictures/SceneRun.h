#pragma once

#include "tests/pictures/Look.h"
#include "tests/pictures/Scenes.h"

#include <QDir>
#include <QQmlAbstractUrlInterceptor>

class QQmlEngine;

/// What came of the checks so far.
struct Outcome {
    int passed = 0;
    int failed = 0;
    /// One check: nothing wrong has passed; what is wrong is printed.
    void add(const QString& where, const QStringList& wrong);
};

/// Takes the QML files from a folder instead of those that are compiled in: to see a change without building.
class FromFolder final : public QQmlAbstractUrlInterceptor {
public:
    /// Empty: takes nothing.
    explicit FromFolder(QString folder)
        : m_folder(std::move(folder))
    {
    }
    QUrl intercept(const QUrl& url, DataType type) override;

private:
    QString m_folder;
};

/// Shows one scene in every look: saves its pictures and checks it.
class SceneRun {
public:
    SceneRun(const QDir& directory, FromFolder& files, Outcome& outcome);

    void run(const Scene& scene);
    /// Name of the file of a picture.
    static QString fileName(const Scene& scene, const Look& look);

private:
    void render(const Look& look);
    void checkFocus(const Look& look);
    void dress(const Look& look);
    [[nodiscard]] QString where(const Look& look, const QString& check) const;

    QDir m_directory;
    FromFolder& m_files;
    Outcome& m_outcome;
    const Scene* m_scene = nullptr;
    ui::AppViewModel* m_app = nullptr;
    QQuickWindow* m_window = nullptr;
};

/// The palette of the theme, which is the same for all scenes (A10).
void checkTheme(FromFolder& files, Outcome& outcome);
