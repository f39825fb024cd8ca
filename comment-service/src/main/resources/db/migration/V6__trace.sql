-- The W3C trace context of the request that made the row what it is, for the event that is published from it.
alter table comment add column traceparent text;
