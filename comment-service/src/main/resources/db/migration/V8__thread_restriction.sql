-- What moderation decided about threads: a projection of the topic threads. A moderator's word, until it ends, outranks
-- what rules did.
create table thread_restriction (
  site text not null,
  thread_id text not null,
  human_mode text check (human_mode in ('OPEN', 'SLOW', 'CLOSED')),
  human_slow_seconds int,
  human_from timestamptz,
  -- Infinity for one without an end.
  human_until timestamptz,
  closed_from timestamptz,
  closed_until timestamptz,
  slow_seconds int,
  slow_from timestamptz,
  slow_until timestamptz,
  primary key (site, thread_id)
);

-- When an author last wrote in a thread that was slow.
create table thread_turn (
  site text not null,
  thread_id text not null,
  author_key text not null,
  taken_at timestamptz not null,
  primary key (site, thread_id, author_key)
);
create index thread_turn_taken_at on thread_turn (taken_at);

-- Whether there is a restriction that holds at a time; null if there is not. One place for a rule that inserts and look-ups share.
create function thread_mode(r thread_restriction, at timestamptz) returns text language sql immutable as $$
  select case
    when r.human_from <= at and at < r.human_until then nullif(r.human_mode, 'OPEN')
    when r.closed_from <= at and at < r.closed_until then 'CLOSED'
    when r.slow_from <= at and at < r.slow_until then 'SLOW'
  end
$$;
