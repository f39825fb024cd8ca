-- People who sign in with a password, by command: ./parley users.
create table moderator (
	name        text        primary key check (name ~ '^[A-Za-z0-9._@+-]{1,100}$'),
	role        text        not null check (role in ('moderator', 'policy-editor', 'admin')),
	-- As Spring Security's delegating encoder writes it: {id}hash.
	password    text        not null,
	disabled    boolean     not null default false,
	-- Grows with every change, which ends what was signed in before.
	version     integer     not null default 1,
	created_at  timestamptz not null default now()
);
-- Two people are not told apart by capital letters alone.
create unique index moderator_name on moderator (lower(name));
