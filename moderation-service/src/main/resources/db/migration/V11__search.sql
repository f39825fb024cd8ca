-- Few of a long queue are found without reading all of it.
create index queue_site on queue (site, urgency, held_at, comment_id);
create index queue_language on queue (language, urgency, held_at, comment_id);
create index queue_rules on queue using gin (rules);
create index queue_reasons on queue using gin (reasons);

-- So are few of many decisions. Words are found in what is kept, not by reading each text again.
create index decision_history_site on decision_history (site, decided_at desc, comment_id desc, revision desc, ordinal desc);
create index decision_history_thread on decision_history (thread_id, decided_at desc);
create index decision_history_source on decision_history (source, decided_at desc, comment_id desc, revision desc, ordinal desc);
alter table comment_revision
	add column words tsvector generated always as (to_tsvector('simple', coalesce(event ->> 'body', ''))) stored;
drop index comment_revision_text;
create index comment_revision_words on comment_revision using gin (words);
