-- Next year's campaign is rolled over from this one: what it follows, to compare with.
alter table campaigns add column follows_campaign_id bigint references campaigns (id);
