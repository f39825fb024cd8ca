-- A projection of the campaigns that the log tells of: each as it was told last.
create table campaign (
	campaign_id   text        primary key,
	version       bigint      not null,
	site          text        not null,
	status        text        not null,
	authors       integer     not null,
	last_at       timestamptz not null,
	absorbed_by   text,
	event         jsonb       not null
);

create index campaign_latest on campaign (last_at desc, campaign_id desc) where absorbed_by is null;

-- The comments that have ever belonged to one.
create table campaign_member (
	comment_id    text        primary key,
	campaign_id   text        not null
);

create index campaign_member_of on campaign_member (campaign_id, comment_id);
