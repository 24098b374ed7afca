# Counts the tests of all parts and says how each part went.
passed=0 failed=0 skipped=0 # of the part that runs
totalPassed=0 totalFailed=0 totalSkipped=0

# Runs run_LABEL with its output in build/tests/LABEL.log. A part that fails says why; one that ran no test has failed.
part() { # LABEL
    local label=$1 log=$out/$1.log begin=$EPOCHREALTIME code=0
    passed=0 failed=0 skipped=0
    "run_$label" >"$log" 2>&1 || code=$?
    if [ $code != 0 ] && [ $failed = 0 ]; then
        failed=1
        echo "$label ended with code $code" >>"$log"
    elif [ $((passed + failed)) = 0 ]; then
        failed=1
        echo "$label ran no test" >>"$log"
    fi
    reportLine "$label" "$begin"
    [ $failed = 0 ] || { echo "  from ${log#"$root"/}:"; tail -n 60 "$log" | sed 's/^/  | /'; }
    notes "$log"
    totalPassed=$((totalPassed + passed)) totalFailed=$((totalFailed + failed)) totalSkipped=$((totalSkipped + skipped))
}

reportLine() { # LABEL BEGIN
    printf '%-13s %6d passed %5d failed' "$1" "$passed" "$failed"
    [ "$skipped" = 0 ] || printf ' %5d skipped' "$skipped"
    printf ' %8s s\n' "$(since "$2")"
}

since() { awk -v begin="$1" -v now="$EPOCHREALTIME" 'BEGIN { printf "%.1f", now - begin }'; }

# What a part wants to be read even when it passed: lines that begin with "note: ".
notes() { sed -n 's/^note: /  /p' "$1"; }

add() { # PASSED FAILED [SKIPPED]
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + ${3:-0}))
}

# Adds the last "N passed, N failed" of a file.
addClosingLine() { # FILE
    local line
    line=$(grep -oE '^[0-9]+ passed, [0-9]+ failed' "$1" | tail -n 1)
    [ -n "$line" ] || { echo "no closing line"; return 1; }
    read -r p _ f _ <<<"$line"
    add "$p" "$f"
}

closingLine() {
    printf '%d passed, %d failed' $totalPassed $totalFailed
    [ $totalSkipped = 0 ] || printf ', %d skipped' $totalSkipped
    printf '\n'
    [ $totalFailed = 0 ] && [ $totalPassed -gt 0 ]
}
