alter table api_key
  add column scopes text[] not null default '{read,write}' check (scopes <@ '{read,write}' and scopes <> '{}'),
  -- Null for the service's own limit, 0 for none.
  add column requests_per_second int check (requests_per_second >= 0),
  -- Whether the service's settings say what the key is; then it cannot be rotated from elsewhere.
  add column configured boolean not null default false,
  -- The key before the last rotation, and until when it is still good.
  add column previous_hash bytea,
  add column previous_until timestamptz,
  add column revoked_at timestamptz,
  add constraint api_key_previous check ((previous_hash is null) = (previous_until is null));

-- Until now there was no other way.
update api_key set configured = true;
