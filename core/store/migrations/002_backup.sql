-- Which room keys wait for the backup is asked after every change of them.
CREATE INDEX inbound_sessions_to_back_up ON inbound_sessions (room_id, session_id) WHERE backed_up = 0;
