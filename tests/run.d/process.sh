# Programs with a time limit; what was started is ended with this script, whichever way it ends.
child=

# The command runs in the background so that a signal to this script is heard at once.
limited() { # SECONDS COMMAND...
    local code
    timeout --kill-after=20 "$@" </dev/null &
    child=$!
    wait "$child"
    code=$?
    child=
    [ $code != 124 ] || echo "stopped after $1 s: ${*:2}"
    return $code
}

finish() {
    local code=$?
    trap - EXIT
    if [ -n "$child" ]; then
        kill "$child" 2>/dev/null
        wait "$child" 2>/dev/null
    fi
    stopServers
    exit $code
}
