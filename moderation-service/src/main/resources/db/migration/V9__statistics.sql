-- What happened, counted from the log in slots of ten seconds by the time of arrival, for the pages of those who watch.
create table statistic_slot (
	slot      timestamptz primary key,
	comments  integer not null,
	approved  integer not null,
	held      integer not null,
	rejected  integer not null,
	reviewed  integer not null,
	degraded  integer not null
);

-- How long automatic decisions took, in classes.
create table statistic_wait (
	slot       timestamptz not null,
	class      integer     not null,
	decisions  integer     not null,
	primary key (slot, class)
);

create table statistic_hit (
	slot  timestamptz not null,
	rule  text        not null,
	hits  integer     not null,
	primary key (slot, rule)
);

-- Of each rule since the start of the log, and what moderators made of it.
create table statistic_rule (
	rule        text        primary key,
	hits        bigint      not null,
	upheld      bigint      not null,
	overturned  bigint      not null,
	last_at     timestamptz
);

-- Where in the log counting stopped: what is read twice counts once.
create table statistic_place (
	topic   text    not null,
	part    integer not null,
	next    bigint  not null,
	primary key (topic, part)
);

-- Counting starts at the log's start.
update projection set generation = generation + 1;
truncate decision, comment, decision_history, comment_revision, author_facts, sanction, queue, campaign, campaign_member;
