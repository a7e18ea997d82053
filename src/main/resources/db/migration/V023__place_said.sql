-- By which words a place was proposed, when they were the only ones: what people chose instead teaches what they stand for.

alter table decision add column place_said text;
