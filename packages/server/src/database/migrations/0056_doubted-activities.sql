-- The overview counts what is in doubt: few of many, and asked with each look at it.
create index activities_doubted on activities (campaign_id) where standing = 'doubted';
