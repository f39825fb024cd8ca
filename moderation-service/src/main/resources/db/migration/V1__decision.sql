-- A projection of the topic decisions: the decision in force of every comment. It can be emptied and rebuilt by reading
-- the topic again.
create table decision (
	comment_id  text        primary key,
	revision    integer     not null,
	ordinal     integer     not null,
	site        text        not null,
	author_key  text        not null,
	verdict     text        not null,
	decided_at  timestamptz not null,
	event       jsonb       not null
);
