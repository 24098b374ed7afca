# What nearly every file includes is compiled once: a build from nothing then takes less than half of the time.
# Files still include what they use; the lint compiles them without this.
#
# ccache shares results between trees and shells as long as nothing that it hashes differs: the presets fix the language, and no path
# of the tree may stand in a definition or an #include. A header that is compiled again over an old one finds that one first and
# misses, and so does all that uses it: after a change of flags, begin with a new build folder.
#
#   tim_precompile(TARGET)   for targets that link tim_options and Qt6::Core; tests that link Catch2 get its header, too

set(tim_common_headers
    <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QObject> <QSet> <QString>
    <QStringList> <QUrl>
    <algorithm> <chrono> <expected> <functional> <map> <memory> <optional> <string> <utility> <variant> <vector>)

if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options(-Xclang -fno-pch-timestamp) # else ccache never knows them again
endif()

# A library that only carries the headers; programs are compiled as position independent executables and need their own.
function(tim_add_precompiled name)
    set(source ${CMAKE_BINARY_DIR}/${name}.cpp) # empty
    file(CONFIGURE OUTPUT ${source} CONTENT "")
    add_library(${name} OBJECT EXCLUDE_FROM_ALL ${source})
    target_link_libraries(${name} PRIVATE tim_options Qt6::Core)
    target_precompile_headers(${name} PRIVATE ${tim_common_headers} ${ARGN})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
endfunction()

function(tim_precompile target)
    get_target_property(type ${target} TYPE)
    get_target_property(libraries ${target} LINK_LIBRARIES)
    if(NOT type STREQUAL "EXECUTABLE")
        set(carrier tim_precompiled)
    elseif("Catch2::Catch2" IN_LIST libraries)
        set(carrier tim_precompiled_tests)
    else()
        set(carrier tim_precompiled_programs)
    endif()
    if(NOT TARGET ${carrier})
        if(carrier STREQUAL "tim_precompiled_tests")
            tim_add_precompiled(${carrier} <catch2/catch_test_macros.hpp>)
            target_link_libraries(${carrier} PRIVATE Catch2::Catch2)
        else()
            tim_add_precompiled(${carrier})
        endif()
        if(type STREQUAL "EXECUTABLE")
            set_target_properties(${carrier} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
            target_compile_options(${carrier} PRIVATE -fPIE)
        endif()
    endif()
    target_precompile_headers(${target} REUSE_FROM ${carrier})
endfunction()
