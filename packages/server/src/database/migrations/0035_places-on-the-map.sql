-- The list beside the map asks for the places within a frame.
create index evidence_place on evidence (coalesce(latitude, claimed_latitude), coalesce(longitude, claimed_longitude))
  where coalesce(latitude, claimed_latitude) is not null;
create index sites_place on sites (latitude, longitude) where latitude is not null;
