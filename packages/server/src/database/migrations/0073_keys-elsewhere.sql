-- A key may lie in a token or HSM (PKCS #11), or with a service that signs from afar (CSC API v2): then nothing of it is kept here but
-- where it is, and its certificate.
alter table signing_keys add column kind text not null default 'file' check (kind in ('file', 'token', 'remote'));
alter table signing_keys alter column sealed drop not null;
alter table signing_keys add column place jsonb;
alter table signing_keys add column certificate bytea;
-- What the certificate rests on, from its issuer upwards.
alter table signing_keys add column chain bytea[] not null default '{}';
alter table signing_keys add check ((kind = 'file') = (sealed is not null));
alter table signing_keys add check ((kind <> 'file') = (place is not null and certificate is not null));
