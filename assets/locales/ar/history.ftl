## The history of a case

history-registered = سُجّلت الحالة
history-who = من غيّر: { $field }
history-of-field = كل تغييرات: { $field }
history-all = السجل كاملاً
history-show-changes = إظهار الإجابات
history-from-office = { $name } ({ $office })
record-changed = تغيّر
record-cleared = مُسحت
row-was-added = أُضيف صف
row-was-removed = أُزيل صف
