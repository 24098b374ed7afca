#include "tests/architecture/IncludeGraph.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>

namespace fs = std::filesystem;

namespace architecture {

namespace {

// Each top folder may include itself and the folders named here.
const std::map<std::string, std::set<std::string>> mayInclude = {
    {"crypto", {}},
    {"core", {"crypto"}},
    {"ui", {"core", "crypto"}},
    {"app", {"ui", "core", "crypto"}},
};

// Inside core: the same, by subfolder.
const std::map<std::string, std::set<std::string>> mayIncludeInCore = {
    {"base", {}},
    {"event", {"base"}},
    {"room", {"base", "event"}},
    {"tim", {"base", "event"}},
    {"encryption", {"base", "event"}},
    {"net", {"base"}},
    {"api", {"base", "net", "encryption"}},
    {"store", {"base", "event", "room", "encryption"}},
    {"services", {"base", "event", "room", "tim", "encryption", "net", "api", "store"}},
    {"session", {"base", "event", "room", "tim", "encryption", "net", "api", "store", "services"}},
};

struct Only {
    std::regex header;
    std::string folders;
};

const std::vector<Only>& libraryHomes()
{
    static const std::vector<Only> homes = {
        {std::regex("<(olm|openssl)/.*>"), "crypto"},
        {std::regex("<(sqlcipher/)?sqlite3\\.h>"), "core/store"},
        {std::regex("<simdjson.*>"), "core/base"},
        // ui/common/LocalOnly is the one that denies QML every request (S-78).
        {std::regex("<QNetworkAccessManager>|<QNetworkReply>|<QNetworkRequest>"), "core/net|ui/common"},
        {std::regex("<QSsl.*>"), "core/net"},
        {std::regex("<(Qt)?(Q?Quick|QtGui|QGui|QQuick|QQml|QtQml|QImage|QSvg).*>"), "ui|app"},
        {std::regex("<qt6keychain/.*>|<(QtDBus/)?QDBus.*>"), "app"},
        {std::regex("<(QtMultimedia/)?Q(Media|Camera|Video).*>"), "app/camera"},
        {std::regex("<ZXing/.*>|<qrencode\\.h>|<(QtPdf/)?QPdf(?!Writer).*>"), "ui/recovery"},
    };
    return homes;
}

struct Source {
    std::string path;
    std::vector<std::string> includes; // with their quotes or brackets
};

std::vector<Source> read(const fs::path& root)
{
    const std::regex include(R"rx(^\s*#\s*include\s+(["<][^">]+[">]))rx");
    std::vector<Source> sources;
    for (const auto& [folder, unused] : mayInclude) {
        if (!fs::exists(root / folder))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp")
                continue;
            Source source{fs::relative(entry.path(), root).generic_string(), {}};
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) {
                std::smatch match;
                if (std::regex_search(line, match, include))
                    source.includes.push_back(match[1]);
            }
            sources.push_back(std::move(source));
        }
    }
    return sources;
}

std::vector<std::string> segments(const std::string& path)
{
    std::vector<std::string> parts;
    for (const auto& part : fs::path(path))
        parts.push_back(part.string());
    return parts;
}

// "core/room/Timeline.cpp" and "core/room/Timeline.h" are one unit.
std::string unitOf(const std::string& path)
{
    return fs::path(path).replace_extension().generic_string();
}

void checkFolders(const Source& source, const std::string& header, std::vector<Violation>& found)
{
    const auto from = segments(source.path);
    const auto to = segments(header.substr(1, header.size() - 2));
    if (to.size() < 2 || !mayInclude.contains(to[0]))
        return;
    if (to[0] != from[0] && !mayInclude.at(from[0]).contains(to[0]))
        found.push_back({source.path, from[0] + " must not include " + header});
    if (from[0] != "core" || to[0] != "core" || from.size() < 3 || to.size() < 3)
        return;
    const auto band = mayIncludeInCore.find(from[1]);
    if (band == mayIncludeInCore.end())
        found.push_back({source.path, "core/" + from[1] + " has no place in the rules"});
    else if (to[1] != from[1] && !band->second.contains(to[1]))
        found.push_back({source.path, "core/" + from[1] + " must not include " + header});
    // Services do not know each other: session connects one's signal to the other's slot.
    if (from[1] == "services" && to[1] == "services" && from.size() > 3 && to.size() > 3 && from[2] != to[2])
        found.push_back({source.path, "services/" + from[2] + " must not include " + header});
}

} // namespace

std::vector<Violation> violations(const fs::path& root)
{
    std::vector<Violation> found;
    for (const auto& source : read(root)) {
        for (const auto& header : source.includes) {
            if (header.front() == '"')
                checkFolders(source, header, found);
            for (const auto& rule : libraryHomes()) {
                if (std::regex_match(header, rule.header) &&
                    !std::regex_search(source.path, std::regex("^(" + rule.folders + ")/")))
                    found.push_back({source.path, header + " belongs to " + rule.folders});
            }
        }
    }
    return found;
}

int filesSeen(const fs::path& root)
{
    return static_cast<int>(read(root).size());
}

std::vector<std::string> cycle(const fs::path& root)
{
    std::map<std::string, std::set<std::string>> graph;
    for (const auto& source : read(root)) {
        for (const auto& header : source.includes) {
            if (header.front() == '"')
                graph[unitOf(source.path)].insert(unitOf(header.substr(1, header.size() - 2)));
        }
    }
    std::set<std::string> done;
    std::vector<std::string> path;
    std::vector<std::string> found;
    const std::function<bool(const std::string&)> visit = [&](const std::string& unit) {
        if (const auto again = std::find(path.begin(), path.end(), unit); again != path.end()) {
            if (path.back() == unit)
                return false; // a source includes its own header
            found.assign(again, path.end());
            found.push_back(unit);
            return true;
        }
        if (!done.insert(unit).second)
            return false;
        path.push_back(unit);
        for (const auto& next : graph[unit]) {
            if (visit(next))
                return true;
        }
        path.pop_back();
        return false;
    };
    std::vector<std::string> units;
    for (const auto& [unit, unused] : graph)
        units.push_back(unit);
    for (const auto& unit : units) {
        if (visit(unit))
            break;
    }
    return found;
}

} // namespace architecture
