-- The transaction that last changed what readers see of a comment; null for a comment that was never shown. Transactions
-- end in another order than they begin, so a reader that goes on from here asks which of them have ended
-- (pg_snapshot_xmin) and misses none.
alter table comment add column shown_change xid8;

update comment set shown_change = pg_current_xact_id() where shown;

create index comment_shown_change on comment (shown_change, site, thread_id) where shown_change is not null;
