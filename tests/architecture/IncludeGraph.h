#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The include rules of the code base (README, "Map"), applied to a source tree.
namespace architecture {

struct Violation {
    std::string file; ///< relative to the tree
    std::string detail;
};

/// Everything below `root`/{crypto,core,ui,app} that breaks a rule: a folder including one to its left, a library header
/// outside the folder it belongs to, bands of core, services including each other, include cycles.
std::vector<Violation> violations(const std::filesystem::path& root);

/// How many source files were looked at.
int filesSeen(const std::filesystem::path& root);

/// Units (header and source of one name) that include each other in a circle; empty when the graph is acyclic.
std::vector<std::string> cycle(const std::filesystem::path& root);

} // namespace architecture
