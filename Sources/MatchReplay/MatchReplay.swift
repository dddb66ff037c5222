// MatchReplay
