-- What the console shows. History, revisions, queue, facts and sanctions are projections of the log, as the tables before.

-- All decisions, not only those in force.
create table decision_history (
	comment_id  text        not null,
	revision    integer     not null,
	ordinal     integer     not null,
	site        text        not null,
	thread_id   text        not null,
	author_key  text        not null,
	verdict     text        not null,
	source      text        not null,
	moderator   text,
	rules       text[]      not null,
	degraded    boolean     not null,
	decided_at  timestamptz not null,
	event       jsonb       not null,
	primary key (comment_id, revision, ordinal)
);
create index decision_history_time on decision_history (decided_at desc, comment_id desc, revision desc, ordinal desc);
create index decision_history_author on decision_history (author_key, decided_at desc);
create index decision_history_moderator on decision_history (moderator, decided_at desc) where moderator is not null;
create index decision_history_rules on decision_history using gin (rules);

-- All texts of every comment; none of them once it is withdrawn.
create table comment_revision (
	comment_id  text        not null,
	revision    integer     not null,
	site        text        not null,
	thread_id   text        not null,
	author_key  text        not null,
	written_at  timestamptz not null,
	event       jsonb,
	primary key (comment_id, revision)
);
create index comment_revision_thread on comment_revision (site, thread_id, written_at, comment_id);
create index comment_revision_author on comment_revision (author_key, written_at desc);
create index comment_revision_text on comment_revision using gin (to_tsvector('simple', coalesce(event ->> 'body', '')));

-- What the platform told of an author last.
create table author_facts (
	author_key  text        primary key,
	told_at     timestamptz not null,
	event       jsonb       not null
);

-- Bans and time-outs; of a kind the latest counts.
create table sanction (
	sanction_id  text        primary key,
	author_key   text        not null,
	kind         text        not null,
	until        timestamptz,
	note         text,
	moderator    text        not null,
	imposed_at   timestamptz not null
);
create index sanction_author on sanction (author_key, imposed_at desc);

create index decision_author on decision (author_key);

-- What is known of an author, as the tables have it.
create function author_record(author text)
returns table (approved bigint, held bigint, rejected bigint, approved_by_moderators bigint, rejected_by_moderators bigint)
language sql stable as $$
	select coalesce((f.event ->> 'approved')::bigint, 0) + count(*) filter (where d.verdict = 'APPROVE' and (f.event ->> 'approved' is null or d.decided_at > f.told_at)),
	       count(*) filter (where d.verdict = 'HOLD'),
	       coalesce((f.event ->> 'rejected')::bigint, 0) + count(*) filter (where d.verdict = 'REJECT' and (f.event ->> 'rejected' is null or d.decided_at > f.told_at)),
	       count(*) filter (where d.verdict = 'APPROVE' and d.event ->> 'source' in ('MODERATOR', 'APPEAL')),
	       count(*) filter (where d.verdict = 'REJECT' and d.event ->> 'source' in ('MODERATOR', 'APPEAL'))
	from (select author) a
	left join decision d on d.author_key = a.author
	left join author_facts f on f.author_key = a.author
	group by f.event, f.told_at
$$;

-- What waits for a moderator: held, not withdrawn, the newest revision. Small rows, so that any filter is quick.
create table queue (
	comment_id    text        primary key,
	revision      integer     not null,
	ordinal       integer     not null,
	site          text        not null,
	thread_id     text        not null,
	author_key    text        not null,
	-- 0 escalated by a moderator, 1 urgent, 2 ordinary, 3 held only because something could not be evaluated
	urgency       smallint    not null,
	held_at       timestamptz not null,
	language      text        not null,
	rules         text[]      not null,
	reasons       text[]      not null,
	role          text        not null,
	approved      integer     not null,
	approved_by_moderators integer not null,
	rejected      integer     not null,
	queued_at     timestamptz not null default clock_timestamp()
);
create index queue_order on queue (urgency, held_at, comment_id);
create index queue_news on queue (queued_at);

-- The rest is the console's own, and no projection.

-- Who looks at what, so that two moderators do not decide about the same comment.
create table claim (
	comment_id  text        primary key,
	moderator   text        not null,
	until       timestamptz not null
);
create index claim_moderator on claim (moderator);

-- What moderators do. An event waits here as long as it can be undone, then it is written to the log, once or more: the
-- topology knows it by its id.
create table action (
	id          uuid        primary key,
	batch       uuid,
	moderator   text        not null,
	site        text        not null,
	author_key  text        not null,
	comment_id  text,
	-- The decision that was looked at.
	revision    integer,
	ordinal     integer,
	type        text        not null,
	event       jsonb       not null,
	made_at     timestamptz not null default clock_timestamp(),
	due_at      timestamptz not null,
	-- WAITING, UNDONE, SENT (in the log, its decision not seen yet), DONE
	state       text        not null default 'WAITING'
);
create unique index action_open on action (comment_id) where state in ('WAITING', 'SENT') and comment_id is not null;
create index action_due on action (due_at) where state = 'WAITING';
create index action_sent on action (made_at) where state = 'SENT';
create index action_batch on action (batch) where batch is not null;
create index action_recent on action (made_at);

-- What people did, for good.
create table audit (
	id       bigint      generated always as identity primary key,
	at       timestamptz not null default clock_timestamp(),
	who      text        not null,
	what     text        not null,
	site     text,
	subject  text,
	details  jsonb       not null default '{}'
);
create index audit_who on audit (who, id desc);
create index audit_subject on audit (subject, id desc);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
	raise exception 'The audit log is only added to';
end
$$;
create trigger audit_append_only before update or delete on audit for each row execute function audit_is_append_only();
create trigger audit_never_emptied before truncate on audit for each statement execute function audit_is_append_only();

-- The tables above have to be read from the log's start.
update projection set generation = generation + 1;
truncate decision, comment, campaign, campaign_member;
