-- The events of an author reach Kafka in the order of these numbers. A sequence, so that neither clocks nor instances matter:
-- what was committed before a statement began has a lower number than what the statement writes.
create sequence event_number;

alter table author_facts
  add column event_no bigint not null default 0,
  add column author_key text not null generated always as (site || '/' || author_id) stored;
alter table comment add column event_no bigint not null default 0;

update author_facts f set event_no = nextval('event_number')
from (select id from author_facts order by told_at, id) o where o.id = f.id;
update comment c set event_no = nextval('event_number')
from (select id from comment where publish_due is not null order by changed_at, id) o where o.id = c.id;

alter table author_facts alter column event_no set default nextval('event_number');
alter table comment alter column event_no set default nextval('event_number');

create index author_facts_author on author_facts (author_key, event_no);
-- publish_count says how often the sweeper saw the row's event acknowledged. What the direct path publishes is not noted
-- here: until a decision comes, others have to take it for unpublished.
create index comment_unpublished on comment (author_key, event_no) where publish_due is not null and publish_count = 0;

-- Events that Kafka may not have.
create view unpublished_event as
  select author_key, event_no from comment where publish_due is not null and publish_count = 0
  union all
  select author_key, event_no from author_facts;
