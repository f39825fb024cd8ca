-- Each comment is in one of these: the top of its thread, or the replies to its parent.
create index comment_top on comment (site, thread_id, submitted_at, id) where parent_id is null;
create index comment_replies on comment (parent_id, submitted_at, id) where parent_id is not null;
