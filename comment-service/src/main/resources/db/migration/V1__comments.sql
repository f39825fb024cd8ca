-- What this installation alone knows: the key of origin hashes and of page cursors. Created here, once, so that
-- every instance has the same one and nobody has to configure it. Two random UUIDs hold 244 random bits.
create table installation (
  only_row boolean primary key default true check (only_row),
  secret bytea not null
);

insert into installation (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table api_key (
  site text not null,
  name text not null,
  hash bytea not null unique,
  created_at timestamptz not null default now(),
  primary key (site, name)
);

create table thread (
  site text not null,
  id text not null,
  url text,
  title text,
  created_at timestamptz not null default now(),
  primary key (site, id)
);

-- A comment is also its own outbox: publish_due says when it is (again) to be published, and is null once it is decided.
-- No foreign key to thread: it would lock the thread's row for each comment, and threads are never deleted.
create table comment (
  id uuid primary key,
  site text not null,
  thread_id text not null,
  parent_id uuid,
  revision int not null default 1,
  author_key text not null,
  author_id text,
  author_name text,
  author_registered_at timestamptz,
  author_role text,
  body text not null,
  language text,
  submitted_at timestamptz not null,
  created_at timestamptz not null default now(),
  idempotency_key text,
  payload_hash bytea,
  status text not null default 'PENDING'
    check (status in ('PENDING', 'APPROVED', 'HELD', 'REJECTED', 'WITHDRAWN')),
  -- The decision in force.
  ordinal int not null default 0,
  decision_id text,
  source text,
  policy_hash text,
  reason_code text,
  reason_text text,
  decided_at timestamptz,
  publish_due timestamptz,
  publish_count int not null default 0
);

create unique index comment_idempotency on comment (site, idempotency_key) where idempotency_key is not null;
create index comment_approved on comment (site, thread_id, submitted_at, id) where status = 'APPROVED';
create index comment_publish_due on comment (publish_due) where publish_due is not null;

-- Facts about authors that Kafka has not acknowledged yet.
create table author_facts (
  id uuid primary key,
  site text not null,
  author_id text not null,
  registered_at timestamptz,
  role text,
  approved int,
  held int,
  rejected int,
  told_at timestamptz not null,
  publish_due timestamptz not null
);

create index author_facts_publish_due on author_facts (publish_due);
