# The local Fachdienst and the peer. Every part begins with servers that nobody has used: what one leaves behind, devices,
# identities, invitations, is no concern of the next.
export TIM_BASE=$out/fachdienst
serversRun=

startServers() {
    serversRun=yes
    limited 1200 tests/fachdienst/fachdienst reset &&
        limited 900 tests/fachdienst/fachdienst start epa pro ports && limited 600 tests/fachdienst/fachdienst seed || return
    export TIM_SERVERS_RUNNING=1
}

stopServers() {
    [ -n "$serversRun" ] || return 0
    tests/fachdienst/fachdienst stop </dev/null >>"$out/servers.log" 2>&1
}

installPeer() {
    [ -z "${TIM_PEER:-}" ] || return 0
    local node
    node=$(packaging/node) || return
    export PATH=$node:$PATH TIM_PEER
    TIM_PEER=$(tests/peer/install)
}
