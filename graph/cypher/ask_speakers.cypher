// ask_speakers($claims) -> claim, speaker
UNWIND $claims AS id
MATCH (c:Claim {id: id})
WHERE c.speaker IS NOT NULL
RETURN c.id AS claim, c.speaker AS speaker
