# The parts: run_LABEL builds what it needs, runs it, and adds its counts.
# The limits only end what hangs: a crowded machine may need many times the usual time.

run_unit() { build dev tim_unit && catch2 1800 build/dev/tests/tim_unit; }
run_architecture() { build dev tim_unit && catch2 300 build/dev/tests/tim_unit '[architecture]'; }

run_vectors() {
    build dev tim_unit || return
    catch2 300 build/dev/tests/tim_unit '[vectors]'
    sed -n 's/^[0-9]* vectors run.*/note: &/p' "$out/vectors.log"
}

run_qml() {
    build dev tim_qml_tests || return
    limited 900 build/dev/tests/tim_qml_tests -o "$out/qml.txt,txt"
    local code=$?
    cat "$out/qml.txt"
    read -r p f s < <(awk '/^Totals:/ { p += $2; f += $4; s += $6 } END { print p + 0, f + 0, s + 0 }' "$out/qml.txt")
    add "$p" "$f" "$s"
    return $code
}

run_pictures() {
    build dev tim_pictures || return
    rm -rf build/pictures
    closing pictures 1800 build/dev/tests/tim_pictures --out build/pictures
}

run_fuzz() {
    local seconds=5 program name fallen=()
    [ "${chosen[*]}" != fuzz ] || seconds=60
    build fuzz all || return
    for program in build/fuzz/tests/fuzz/fuzz_*; do
        [ -x "$program" ] && [ -f "$program" ] || continue
        name=${program##*/fuzz_}
        if fuzz "$name" "$program" "$seconds" >"$out/fuzz-$name.log" 2>&1; then
            add 1 0
        else
            add 0 1
            fallen+=("$name")
        fi
    done
    for name in "${fallen[@]}"; do
        findings "$name"
    done
    [ $((passed + failed)) = "$(find tests/fuzz -name 'fuzz_*.cpp' | wc -l)" ]
}

# New inputs are kept in build/, so every run goes on where the last one ended.
fuzz() { # NAME PROGRAM SECONDS
    local grown=build/fuzz/corpus/$1
    mkdir -p "$grown"
    limited $(($3 + 60)) "$2" -max_total_time="$3" -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/$1-" "$grown" "tests/fuzz/corpus/$1"
}

# What a fuzzer has fallen over, with the input itself: where it ran may be gone when this is read.
findings() { # NAME
    local input
    echo "== $1: build/tests/fuzz-$1.log"
    grep -aE 'ERROR|SUMMARY|runtime error|stopped after|^ *#[0-9] ' "$out/fuzz-$1.log" | head -n 14
    for input in build/fuzz/"$1"-*; do
        [ ! -f "$input" ] || { echo "$input"; head -c 1500 "$input" | base64 -w 200; }
    done
}

run_fachdienst() { startServers && closing fachdienst 900 tests/fachdienst/test; }
run_peer() { installPeer && startServers && closing peer 1200 tests/peer/test; }

run_integration() {
    build dev tim_integration headless && installPeer && startServers || return
    catch2 1800 build/dev/tests/tim_integration
}

run_gui() {
    build dev tim && installPeer && startServers || return
    closing gui 3600 tests/gui/run
}

run_asan() {
    build asan tim_unit tim_integration headless && installPeer && startServers || return
    catch2 900 build/asan/tests/tim_unit
    catch2 1800 build/asan/tests/tim_integration
}

# clang-tidy needs what is generated: moc's files and, for qmllint, the types of ui/.
run_lint() {
    build dev tim_crypto_autogen tim_core_autogen tim_app_autogen tim_camera_autogen fdvcamera_autogen tim_ui_autogen imports/Tim/Ui/tim_ui.qmltypes imports/Tim/tim_qml.qmltypes || return
    closing lint 5400 tests/lint/run
}

run_bench() {
    build bench tim_bench || return
    limited 1800 build/bench/tests/tim_bench >"$out/bench.txt" || return
    sed 's/^/note: /' "$out/bench.txt"
    add 1 0
}

# Runs a program that ends with "N passed, N failed".
closing() { # NAME SECONDS COMMAND...
    local code=0
    limited "${@:2}" >"$out/$1.out" 2>&1 || code=$?
    cat "$out/$1.out"
    addClosingLine "$out/$1.out" && return $code
}

# Runs a Catch2 program; its test cases are counted from its own report, which a crash leaves incomplete.
catch2() { # SECONDS PROGRAM [FILTER]
    local report=$out/catch2.xml counts code=0
    rm -f "$report"
    limited "$@" --reporter console --reporter "xml::out=$report" || code=$?
    counts=$(sed -nE 's/.*<OverallResultsCases successes="([0-9]+)" failures="([0-9]+)" expectedFailures="[0-9]+" skips="([0-9]+)".*/\1 \2 \3/p' \
        "$report" 2>/dev/null)
    if [ -z "$counts" ]; then
        echo "$2 ended with code $code before its report was complete"
        add 0 1
        return 1
    fi
    # shellcheck disable=SC2086 # three words
    add $counts
    return $code
}
