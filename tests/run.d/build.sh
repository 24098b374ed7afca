# Building with the presets, only what a part needs.
jobs=${TIM_JOBS:-$(nproc)}

# The sets of packaging/dependencies.txt that the parts need.
setsOf() { # LABEL...
    local label
    for label in "$@"; do
        case $label in
        integration | gui | fachdienst | peer | asan) echo build test demo ;;
        lint) echo build lint ;;
        *) echo build test ;;
        esac
    done
}

# One environment for all tests: no display, no language and no proxy of the person who runs them.
settle() {
    unset DISPLAY WAYLAND_DISPLAY LANGUAGE QT_STYLE_OVERRIDE QT_LOGGING_RULES http_proxy https_proxy HTTP_PROXY HTTPS_PROXY
    export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen UBSAN_OPTIONS=print_stacktrace=1
    [ -n "${TIM_VECTORS:-}" ] || [ ! -f ../shared/vectors.json ] || export TIM_VECTORS=$root/../shared/vectors.json
}

configure() { # PRESET
    local folder=build/$1
    [ -f "$folder/build.ninja" ] && [ ! CMakePresets.json -nt "$folder/build.ninja" ] || cmake --preset "$1"
}

build() { # PRESET TARGET...
    configure "$1" && limited 3600 cmake --build "build/$1" -j "$jobs" --target "${@:2}" -- -k 0
}

# What all parts need, at once: that keeps all cores busy. What cannot be built fails later in the part that needs it.
buildAll() {
    local preset targets begin
    for preset in dev fuzz asan; do
        targets=$(targetsOf $preset "${chosen[@]}")
        [ -n "$targets" ] || continue
        begin=$EPOCHREALTIME
        # shellcheck disable=SC2086 # words
        build "$preset" $targets >"$out/build-$preset.log" 2>&1 ||
            echo "  not all of $preset could be built: build/tests/build-$preset.log"
        printf '%-13s %30s %8s s\n' "build $preset" '' "$(since "$begin")"
    done
}

targetsOf() { # PRESET LABEL...
    local label
    for label in "${@:2}"; do
        case $1:$label in
        dev:unit | dev:architecture | dev:vectors) echo tim_unit ;;
        dev:qml) echo tim_qml_tests ;;
        dev:pictures) echo tim_pictures ;;
        dev:integration) echo tim_integration headless ;;
        dev:gui) echo tim ;;
        fuzz:fuzz) echo all ;;
        asan:asan) echo tim_unit tim_integration headless ;;
        esac
    done
}
