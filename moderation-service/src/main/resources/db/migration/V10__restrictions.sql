-- What moderation decided about threads: a projection of the topic threads. Of a thread one row for a moderator (0), one for
-- rules that close (1) and one for rules that slow down (2); the first that holds counts.
create table thread_restriction (
	site          text        not null,
	thread_id     text        not null,
	rank          smallint    not null,
	mode          text        not null,
	slow_seconds  integer     not null,
	from_at       timestamptz not null,
	-- Infinity for one without an end.
	until_at      timestamptz not null,
	event         jsonb       not null,
	primary key (site, thread_id, rank)
);
create index thread_restriction_until on thread_restriction (until_at);

-- The site of an author is the key up to the first character that no site's name has.
alter table sanction add column site text not null generated always as (substring(author_key from '^[^/~]*')) stored;
create index sanction_latest on sanction (imposed_at desc, sanction_id desc);
