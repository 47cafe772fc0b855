-- A role given by mistake is taken back, and stays in the history as taken back.
alter table appointments add column revoked_at timestamptz;

-- Asked by better-auth's own columns; the count itself is kept in people/tries.ts, where it cannot lock the owner out.
alter table two_factors
  add column failed_verification_count integer not null default 0,
  add column locked_until timestamptz;

-- One account of an OpenID Connect provider is one person.
create unique index accounts_provider on accounts (provider_id, account_id) where provider_id = 'oidc';
