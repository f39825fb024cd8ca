-- What comments said before they were edited or withdrawn.
create table comment_revision (
  comment_id uuid not null references comment,
  revision int not null,
  -- Null once the comment is withdrawn.
  body text,
  language text,
  written_at timestamptz not null,
  -- As it stood when the next revision came; SUPERSEDED was never decided.
  status text not null check (status in ('SUPERSEDED', 'APPROVED', 'HELD', 'REJECTED')),
  reason_code text,
  reason_text text,
  decided_at timestamptz,
  primary key (comment_id, revision)
);

drop index comment_approved;

alter table comment
  alter column body drop not null,
  add constraint comment_body_until_withdrawn check (body is not null or status = 'WITHDRAWN'),
  -- When the present revision was written, or the comment withdrawn; null for a comment as it was sent first.
  add column edited_at timestamptz,
  -- When the event that the row stands for came about, by the database's clock: events are published in this order.
  add column changed_at timestamptz not null default now(),
  -- The earlier revision that readers see until this one is decided.
  add column shown_revision int,
  add column shown boolean not null generated always as
    (status = 'APPROVED' or (shown_revision is not null and status in ('PENDING', 'HELD'))) stored;

update comment set changed_at = created_at where publish_due is not null;

create index comment_shown on comment (site, thread_id, submitted_at, id) where shown;
