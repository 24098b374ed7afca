-- What one profile remembers. All of it lies in one encrypted file, so that a sync response is stored whole or not at all.

CREATE TABLE values_by_key (key TEXT PRIMARY KEY, value BLOB) STRICT, WITHOUT ROWID; -- session, filter, counters; secrets sealed

-- One row is all that is read of a room at start.
CREATE TABLE rooms (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice
    room_id TEXT NOT NULL UNIQUE,
    membership INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    name_is_computed INTEGER NOT NULL DEFAULT 0,
    topic TEXT NOT NULL DEFAULT '',
    direct INTEGER NOT NULL DEFAULT 0,
    institution INTEGER NOT NULL DEFAULT 0,
    inviter TEXT NOT NULL DEFAULT '',
    inviter_name TEXT NOT NULL DEFAULT '',
    preview INTEGER NOT NULL DEFAULT 0,
    preview_text TEXT NOT NULL DEFAULT '',
    preview_sender TEXT NOT NULL DEFAULT '',
    preview_own INTEGER NOT NULL DEFAULT 0,
    preview_event BLOB,
    last_activity INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    highlights INTEGER NOT NULL DEFAULT 0,
    encrypted INTEGER NOT NULL DEFAULT 0,      -- sticky: never back to 0 (S-25)
    algorithm_known INTEGER NOT NULL DEFAULT 0,
    rotation_messages INTEGER,
    rotation_ms INTEGER,
    invited_may_read INTEGER NOT NULL DEFAULT 0,
    history_is_shared INTEGER NOT NULL DEFAULT 0,
    member_list INTEGER NOT NULL DEFAULT 0,
    joined_count INTEGER NOT NULL DEFAULT 0,
    invited_count INTEGER NOT NULL DEFAULT 0,
    heroes TEXT NOT NULL DEFAULT '',           -- user ids, one a line
    room_type TEXT NOT NULL DEFAULT '',
    room_version TEXT NOT NULL DEFAULT '',
    creator TEXT NOT NULL DEFAULT '',
    successor TEXT NOT NULL DEFAULT '',        -- of a tombstone
    may_send INTEGER NOT NULL DEFAULT 1,
    others_read BLOB                           -- newest event somebody else has read
) STRICT;

CREATE TABLE state (
    room INTEGER NOT NULL,
    type TEXT NOT NULL,
    state_key TEXT NOT NULL,
    json BLOB NOT NULL,
    PRIMARY KEY (room, type, state_key)
) STRICT, WITHOUT ROWID;

-- The timeline; an event id is stored as EventKey.h says. `position` orders the events of a room: chunk << 32 plus a place within the chunk. A limited sync response starts
-- a new chunk; fetching history grows a chunk at its old end until it meets the one before.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    room INTEGER NOT NULL,
    position INTEGER NOT NULL,
    event_id BLOB NOT NULL,
    json BLOB NOT NULL,       -- as it came; without content once it was deleted
    plain BLOB,               -- the decrypted event
    status INTEGER NOT NULL DEFAULT 0,
    session_id TEXT,          -- of an encrypted event that is not readable yet
    relates_to BLOB
) STRICT;
CREATE UNIQUE INDEX events_by_place ON events (room, position);
CREATE UNIQUE INDEX events_by_id ON events (event_id, room);
CREATE INDEX events_by_relation ON events (relates_to, room, position) WHERE relates_to IS NOT NULL;
CREATE INDEX events_unreadable ON events (session_id, room, position) WHERE session_id IS NOT NULL;
CREATE INDEX events_pending ON events (room, position) WHERE status = 3;

CREATE TABLE chunks (
    room INTEGER NOT NULL,
    chunk INTEGER NOT NULL,
    prev_batch TEXT NOT NULL DEFAULT '', -- empty: the beginning of the room, or joined to the chunk before
    PRIMARY KEY (room, chunk)
) STRICT, WITHOUT ROWID;

CREATE TABLE send_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    room_id TEXT NOT NULL,
    transaction_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    content BLOB NOT NULL,
    state INTEGER NOT NULL,
    ciphertext BLOB,
    event_id TEXT NOT NULL DEFAULT '',
    failure INTEGER NOT NULL DEFAULT 0,
    queued_at INTEGER NOT NULL
) STRICT;
CREATE INDEX send_queue_by_room ON send_queue (room_id, id);

CREATE TABLE account_data (type TEXT PRIMARY KEY, json BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- Encryption. Pickles and seeds are sealed once more by a key of their own (S-94).
CREATE TABLE crypto_values (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE tracked_users (user_id TEXT PRIMARY KEY, outdated INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    user_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    curve25519 BLOB NOT NULL,
    ed25519 BLOB NOT NULL,
    olm_capable INTEGER NOT NULL,
    signed_by_owner INTEGER NOT NULL,
    present INTEGER NOT NULL,          -- in the newest answer of the server; keys are remembered for ever (S-28)
    display_name TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    json BLOB NOT NULL,
    PRIMARY KEY (user_id, device_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE identities (
    user_id TEXT PRIMARY KEY,
    master BLOB NOT NULL,              -- pinned (S-26)
    self_signing BLOB NOT NULL,
    user_signing BLOB,
    verified INTEGER NOT NULL,
    offered_master BLOB                -- a changed one that nobody has acknowledged
) STRICT, WITHOUT ROWID;

CREATE TABLE olm_sessions (
    session_id TEXT PRIMARY KEY,
    peer_key BLOB NOT NULL,
    pickle BLOB NOT NULL,
    last_received INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX olm_sessions_by_peer ON olm_sessions (peer_key, last_received DESC);

CREATE TABLE olm_hashes (hash BLOB PRIMARY KEY, seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE inbound_sessions (
    room_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    pickle BLOB NOT NULL,
    first_index INTEGER NOT NULL,
    owner_user TEXT NOT NULL,
    owner_device TEXT NOT NULL,
    owner_curve25519 BLOB NOT NULL,
    owner_ed25519 BLOB NOT NULL,
    proven INTEGER NOT NULL,           -- came over Olm from its owner
    shared_history INTEGER NOT NULL,
    backed_up INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (room_id, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbound_sessions_by_owner ON inbound_sessions (owner_user);

CREATE TABLE message_indexes (         -- replay protection (S-11)
    session_id TEXT NOT NULL,
    message_index INTEGER NOT NULL,
    event_id BLOB NOT NULL,
    ts INTEGER NOT NULL,
    PRIMARY KEY (session_id, message_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbound_sessions (
    room_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL,
    pickle BLOB NOT NULL,
    created INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    invited_may_read INTEGER NOT NULL,
    history_is_shared INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbound_shares (
    room_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    curve25519 BLOB NOT NULL,
    message_index INTEGER NOT NULL,    -- −1: withheld
    PRIMARY KEY (room_id, user_id, device_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE withheld (
    room_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (room_id, session_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE to_device_queue (         -- the same bytes under the same transaction id, also after a crash (S-16)
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    transaction_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE unwedgings (peer_key BLOB PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
