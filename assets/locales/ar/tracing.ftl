log-matches-prepared = جُهّزت سجلات للمطابقة
log-matches-sought = جرى البحث عن تطابقات محتملة
log-match-compared = قورن سجلان
log-match-printed = طُبعت مقارنة
log-match-confirmed = تأكد تطابق
log-match-rejected = رُفض تطابق
log-match-undone = أُلغي قرار بشأن تطابق
