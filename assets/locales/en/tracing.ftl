log-matches-prepared = Records made ready for matching
log-matches-sought = Possible matches looked for
log-match-compared = Two records compared
log-match-printed = Comparison printed
log-match-confirmed = Match confirmed
log-match-rejected = Match rejected
log-match-undone = Decision about a match taken back
