-- A projection of the topic comments: the newest text of every comment, none once it is withdrawn.
create table comment (
	comment_id  text    primary key,
	revision    integer not null,
	withdrawn   boolean not null,
	event       jsonb
);

-- The queue: held comments, oldest first.
create index decision_held on decision (decided_at, comment_id) where verdict = 'HOLD';

-- Counts the rebuilds. Each generation reads the topics from their start; a reader of an earlier one writes nothing more.
create table projection (
	generation  integer not null
);
insert into projection values (1);
