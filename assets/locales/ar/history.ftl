## The history of a case

history-registered = سُجّلت الحالة
history-who = من غيّر: { $field }
history-of-field = كل تغييرات: { $field }
history-all = السجل كاملا
history-show-changes = إظهار الإجابات
history-from-office = { $name } ({ $office })
record-changed = تغيّر
record-cleared = مُسحت
row-was-added = أُضيف صف
row-was-removed = أُزيل صف

## Taking a change back

take-back = التراجع عن التغيير
take-back-title = التراجع عن هذا التغيير
take-back-text = يصبح هذا إصدارًا جديدًا: يحتفظ السجل بالاثنين.
take-back-nothing = تغيّر كل ما في هذا التغيير بعد ذلك. لم يبق ما يُتراجع عنه.
take-back-stays = تغيّر بعد ذلك ويبقى كما هو
take-back-done = تم التراجع. صار للسجل إصدار جديد.
