-- A queue of any length is shown at once: the oldest of it, and the comments of one thread.
create index queue_age on queue (held_at);
create index queue_thread on queue (thread_id);
